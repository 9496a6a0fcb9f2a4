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
  }

  private struct Identity: Hashable {
    let inode: UInt64
    let modified: Int64
  }

  private let state: FilePath

  public init(state: FilePath) { self.state = state }

  /// Memory grows with the number of files, about a hundred bytes each.
  public func run(_ ledger: Ledger) throws(LedgerFailure) -> Result {
    var result = Result()
    var found: [Identity: (path: String, folder: String)] = [:]
    for outcome in Verdict.allCases {
      let walk = FolderWalk(state.appending(outcome.rawValue))
      result.differences += walk.failures.map { .unreadable($0.description) }
      for path in walk.files {
        guard let status = try? NamedFile.status(path) else { continue }
        result.files += 1
        let identity = Identity(inode: status.inode, modified: status.modified)
        found[identity] = (VisibleBytes.text(path), outcome.rawValue)
      }
    }
    try ledger.forEachFile { file in
      let identity = Identity(inode: file.arrival.inode, modified: file.arrival.modified)
      let folder = file.verdict.rawValue
      guard let place = found.removeValue(forKey: identity) else {
        result.differences.append(.absent(name: file.arrival.name, folder: folder))
        return
      }
      if place.folder != folder { result.differences.append(.misplaced(path: place.path, folder: folder)) }
    }
    result.differences += found.values.map(\.path).sorted().map { .unknown(path: $0) }
    return result
  }
}
