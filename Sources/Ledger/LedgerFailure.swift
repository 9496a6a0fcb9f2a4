internal import GRDB

/// Why the ledger could not be opened, read or written.
public struct LedgerFailure: Error, Sendable, CustomStringConvertible {
  /// One line of Chinese: which ledger, why, and what to do.
  public let description: String
  /// Whether the disk or the quota is full: it may work again when there is room.
  public let isFull: Bool

  init(_ path: String, _ attempt: String, _ error: any Error) {
    let code = (error as? DatabaseError)?.resultCode
    self.isFull = code == .SQLITE_FULL
    self.description = "无法\(attempt)台账 \(path)：\(LedgerFailure.reason(code, error))"
  }

  private static func reason(_ code: ResultCode?, _ error: any Error) -> String {
    switch code {
    case .SQLITE_FULL: "磁盘已满，请腾出空间"
    case .SQLITE_CANTOPEN: "打不开，请检查所在文件夹是否存在、是否可写"
    case .SQLITE_READONLY, .SQLITE_PERM: "没有写权限，请检查所有者和访问权限"
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: "文件已损坏或不是数据库，请移走后重新启动 (\(error))"
    case .SQLITE_BUSY, .SQLITE_LOCKED: "正被另一个进程占用"
    default: "\(error)"
    }
  }
}
