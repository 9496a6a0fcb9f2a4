internal import FileAccess
internal import Inspection
internal import Ledger
internal import SystemPackage

/// Finds files again in the outcome folders, by what the ledger knows of them.
///
/// A file keeps its inode and time through every rename, whatever it is called now. Where a backup was restored
/// it is still known by its name, and by its hash, which is for the caller to check.
struct OutcomeFiles {
  struct Found {
    /// The outcome folder that it lies in.
    let outcome: Verdict
    /// In that folder, with `/` where it lies deeper.
    let path: FilePath
  }

  private struct Identity: Hashable {
    let inode: UInt64
    let modified: Int64
  }

  private let state: FilePath
  /// Of all files in all four folders; made when the first is not where its name says.
  private var index: [Identity: Found]?

  init(_ state: FilePath) { self.state = state }

  /// - Parameter verdicts: where to look first.
  mutating func find(_ arrival: Arrival, _ verdicts: [Verdict]) -> Found? {
    let named = (verdicts + Verdict.allCases).map { Found(outcome: $0, path: FilePath(arrival.name)) }
    if let found = named.first(where: { isIt($0, arrival) }) { return found }
    if let found = indexed(arrival) { return found }
    return named.first { status($0)?.size == arrival.size }
  }

  func path(_ found: Found) -> FilePath { state.appending(found.outcome.rawValue).pushing(found.path) }

  /// Under the same name, in the folder of another verdict.
  func move(_ found: Found, to verdict: Verdict) throws(FileFailure) {
    let target = path(Found(outcome: verdict, path: found.path)).removingLastComponent()
    guard let name = found.path.lastComponent.flatMap({ FileName($0) }) else { return }
    try Folder.ensure(target, mode: OutcomeFiles.mode)
    let folder = try Folder(target)
    _ = try Folder(path(found).removingLastComponent()).move(name, to: folder, as: name)
    try folder.synchronise()
  }

  /// Of a folder that has to be made.
  private static let mode: FilePermissions = [.ownerReadWriteExecute, .groupReadExecute]

  private func isIt(_ found: Found, _ arrival: Arrival) -> Bool {
    guard let status = status(found) else { return false }
    return status.inode == arrival.inode && status.modified == arrival.modified
  }

  /// A name out of the ledger may hold escapes, and is no path then.
  private func status(_ found: Found) -> FileStatus? {
    guard found.path.isRelative, let name = found.path.lastComponent.flatMap({ FileName($0) }) else {
      return nil
    }
    guard let inner = try? Folder(path(found).removingLastComponent()) else { return nil }
    return (try? inner.status(of: name)).flatMap { $0.kind == .regular ? $0 : nil }
  }

  private mutating func indexed(_ arrival: Arrival) -> Found? {
    let index = self.index ?? OutcomeFiles.index(state)
    self.index = index
    return index[Identity(inode: arrival.inode, modified: arrival.modified)]
  }

  private static func index(_ state: FilePath) -> [Identity: Found] {
    var index: [Identity: Found] = [:]
    for outcome in Verdict.allCases {
      let root = state.appending(outcome.rawValue)
      for file in FolderWalk(root).files {
        guard let status = try? NamedFile.status(file) else { continue }
        var path = file
        _ = path.removePrefix(root)
        index[Identity(inode: status.inode, modified: status.modified)] = Found(outcome: outcome, path: path)
      }
    }
    return index
  }
}

extension FileName {
  init?(_ component: FilePath.Component) {
    self.init(component.withPlatformString { Array(String(cString: $0).utf8) })
  }
}
