internal import FileAccess
internal import Inspection
public import Ledger
public import SystemPackage

/// Compares the outcome folders with the ledger.
public struct FolderComparison {
  /// Where they do not tell the same.
  public enum Difference: Sendable, Hashable, CustomStringConvertible {
    /// A file that the ledger does not know.
    case unknown(path: String)
    /// A file that the ledger knows and no folder has.
    case absent(name: String, folder: String)
    /// A file in another folder than its verdict says.
    case misplaced(path: String, folder: String)
    /// A folder that could not be looked through.
    case unreadable(String)

    public var description: String {
      switch self {
      case .unknown(let path): "多出  \(path)：台账里没有；要检查它，请移到收件箱"
      case .absent(let name, let folder): "缺失  \(name)：台账记在 \(folder)/，文件夹里没有；若已另行归档，可不处理"
      case .misplaced(let path, let folder):
        "错位  \(path)：台账记在 \(folder)/；请移回，或用 govreport recheck 重新检查"
      case .unreadable(let reason): "跳过  \(reason)"
      }
    }
  }

  public struct Result: Sendable {
    public internal(set) var files = 0
    public internal(set) var differences: [Difference] = []
    /// Originals that were inspected and are still in the inbox, in folders that nothing can be taken away from.
    public internal(set) var kept: [String] = []
  }

  private let state: FilePath

  public init(state: FilePath) { self.state = state }

  /// Memory grows with the number of files, about a hundred bytes each.
  public func run(_ ledger: Ledger) throws(LedgerFailure) -> Result {
    var result = Result()
    var files = filesInFolders(&result)
    var absent: [LedgerFile] = []
    try ledger.forEachFile { file in
      guard let place = files.take(FileIdentity(file.arrival)) else { return absent.append(file) }
      result.compare(file, with: place)
    }
    let originals = absent.isEmpty ? FoundFiles() : filesInInbox()
    for file in absent {
      guard let place = files.takeCopy(of: file) else {
        result.differences.append(.absent(name: file.arrival.name, folder: file.verdict.rawValue))
        continue
      }
      result.compare(file, with: place)
      if let original = originals[FileIdentity(file.arrival)] { result.kept.append(original.visible) }
    }
    result.differences += files.paths.sorted().map { .unknown(path: $0) }
    result.kept.sort()
    return result
  }

  private func filesInFolders(_ result: inout Result) -> FoundFiles {
    var files = FoundFiles()
    for outcome in Verdict.allCases {
      let walk = FolderWalk(state.appending(outcome.rawValue))
      result.differences += walk.failures.map { .unreadable($0.description) }
      for path in walk.files where files.add(path, in: outcome) { result.files += 1 }
    }
    return files
  }

  /// Where the inbox is another folder, its originals are not told of, and no difference either.
  private func filesInInbox() -> FoundFiles {
    var files = FoundFiles()
    for path in FolderWalk(state.appending("inbox")).files { _ = files.add(path, in: nil) }
    return files
  }
}

extension FolderComparison.Result {
  fileprivate mutating func compare(_ file: LedgerFile, with place: FoundFiles.Place) {
    guard place.outcome != file.verdict else { return }
    differences.append(.misplaced(path: place.visible, folder: file.verdict.rawValue))
  }
}
