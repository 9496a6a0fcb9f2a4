internal import GRDB

/// Why the ledger could not be opened, read or written.
public struct LedgerFailure: Error, Sendable, CustomStringConvertible {
  /// One line of Chinese: which ledger, why, and what to do.
  public let description: String
  /// What to do about it.
  public let kind: Kind

  public enum Kind: Sendable, Hashable {
    /// It works again by itself when there is room, or the disk answers, or the other process lets go.
    case passing
    /// The file is no ledger, or not a whole one: it has to be set aside.
    case corrupt
    /// It was made by a later version of this program.
    case newer
    /// It was made by an earlier version, and the daemon has to bring it up to date.
    case older
    /// It may not be read or written.
    case forbidden
    case missing
  }

  init(_ path: String, _ attempt: String, _ error: any Error) {
    let code = (error as? DatabaseError)?.resultCode
    self.kind = LedgerFailure.kind(code, error)
    self.description = "无法\(attempt)台账 \(path)：\(LedgerFailure.reason(code, error))"
  }

  private static func kind(_ code: ResultCode?, _ error: any Error) -> Kind {
    switch code {
    case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT: .corrupt
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .forbidden
    case .SQLITE_CANTOPEN: .missing
    case nil where error is LedgerIsNewer: .newer
    case nil where error is LedgerIsOlder: .older
    // What is no failure of SQLite is a row that cannot be what it should be.
    case nil: .corrupt
    default: .passing
    }
  }

  private static func reason(_ code: ResultCode?, _ error: any Error) -> String {
    switch code {
    case .SQLITE_FULL: "磁盘已满，请腾出空间"
    case .SQLITE_CANTOPEN: "打不开，请检查所在文件夹是否存在、是否可写"
    case .SQLITE_READONLY, .SQLITE_PERM: "没有写权限，请检查所有者和访问权限"
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: "文件已损坏或不是数据库 (\(error))"
    case .SQLITE_BUSY, .SQLITE_LOCKED: "正被另一个进程占用"
    case nil where error is LedgerIsNewer: "由更新版本的程序建立，请升级本程序"
    case nil where error is LedgerIsOlder: "由旧版本的程序建立，请先启动一次 govreportd，让它升级台账"
    default: "\(error)"
    }
  }
}
