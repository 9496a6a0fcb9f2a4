import ArgumentParser
import FileAccess
import Glibc
import Ledger
import SystemPackage

/// Where the service keeps files, outcomes and ledger.
struct StateFolder: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The state folder of the service (default: $STATE_DIRECTORY, else /var/lib/govreportd).",
      valueName: "dir"))
  var state: String?

  var path: FilePath { FilePath(state ?? Self.serviceState ?? "/var/lib/govreportd") }
  var ledgerPath: String { path.appending("ledger.sqlite").string }

  /// The ledger, for looking at it while a daemon may be at work.
  /// - Throws: `ExitCode` after the reason and the remedy were printed.
  func reading() throws -> Ledger {
    try opening { () throws(LedgerFailure) in try .reading(path: ledgerPath) }
  }

  /// The ledger, for changing it.
  func writing() throws -> Ledger { try opening { () throws(LedgerFailure) in try Ledger(path: ledgerPath) } }

  private func opening(_ open: () throws(LedgerFailure) -> Ledger) throws -> Ledger {
    // SQLite would make an empty one where there is none.
    guard access(ledgerPath, R_OK | W_OK) == 0 else { throw refuse(Errno(rawValue: errno)) }
    return try Self.reporting(open)
  }

  /// - Throws: `ExitCode` after the failure was printed.
  static func reporting<Value>(_ body: () throws(LedgerFailure) -> Value) throws -> Value {
    do throws(LedgerFailure) {
      return try body()
    } catch {
      Standard.complain("govreport: \(error)")
      throw ExitCode(1)
    }
  }

  private func refuse(_ errno: Errno) -> ExitCode {
    switch errno {
    case .noSuchFileOrDirectory:
      Standard.complain(
        "govreport: \(ledgerPath) 不存在：govreportd 还没有在这里运行过；台账在别处时请用 --state 指定它所在的文件夹")
    case .permissionDenied:
      Standard.complain(
        "govreport: 没有权限读写 \(ledgerPath)：台账只对 root 和 govreportd 开放，请在命令前加 sudo")
    default: Standard.complain("govreport: 打不开 \(ledgerPath)：\(errno)")
    }
    return ExitCode(1)
  }

  private static var serviceState: String? {
    guard let value = getenv("STATE_DIRECTORY").map({ String(cString: $0) }) else { return nil }
    return value.split(separator: ":").first.map(String.init)
  }
}

extension StateFolder {
  /// The daemon that holds this folder, as the kernel's list of locks has it: asking for the lock itself would
  /// keep a daemon that starts at this moment from having it.
  var daemon: pid_t? {
    guard let status = try? NamedFile.status(path) else { return nil }
    let device = status.device
    let (major, minor) = ((device >> 8) & 0xFFF, (device & 0xFF) | ((device >> 12) & 0xFFF00))
    let place = Self.hexadecimal(major) + ":" + Self.hexadecimal(minor) + ":" + String(status.inode)
    for line in Self.locks.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "FLOCK", words[5] == place else { continue }
      return pid_t(words[4])
    }
    return nil
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return digits.count < 2 ? "0" + digits : digits
  }

  private static var locks: String {
    guard let stream = fopen("/proc/locks", "r") else { return "" }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, stream)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
