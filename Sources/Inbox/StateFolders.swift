public import FileAccess
public import SystemPackage

/// Where a file goes when its inspection is recorded. The names are those of the verdicts.
public enum Outcome: String, Sendable, CaseIterable {
  case passed, flagged, incomplete, rejected
}

/// The folders through which files go, all on one file system: renaming is what makes each step happen
/// wholly or not at all. The inbox may be on another one.
public struct StateFolders: Sendable {
  public let root: Folder
  /// Files that are being inspected. What a crash left here is inspected again.
  public let work: Folder
  private let outcomes: [Outcome: Folder]

  /// Opens them and makes those that are missing, readable to their owner and group.
  public init(_ path: FilePath) throws(FileFailure) {
    self.root = try Folder.make(path, mode: StateFolders.mode)
    self.work = try Folder.make(path.appending("work"), mode: StateFolders.mode)
    var outcomes: [Outcome: Folder] = [:]
    for outcome in Outcome.allCases {
      outcomes[outcome] = try Folder.make(path.appending(outcome.rawValue), mode: StateFolders.mode)
    }
    self.outcomes = outcomes
  }

  public static let mode: FilePermissions = [.ownerReadWriteExecute, .groupReadExecute]

  /// Of an inbox that has to be made: the group may drop files.
  public static let inboxMode: FilePermissions = [.ownerReadWriteExecute, .groupReadWriteExecute]

  func folder(_ outcome: Outcome) -> Folder { outcomes[outcome] ?? root }
}
