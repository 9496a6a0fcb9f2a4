import Figures
import GRDBSQLite
import Glibc
import Inspection
import Ledger
import SystemPackage

/// Values to record.
enum Sample {
  static let finding = Finding(
    id: "f1", rule: "t3-balance", severity: .error, outcome: .fail, causes: [], subject: "natural",
    message: "自然人：新收 15 ≠ 14", basis: "国办公开办函〔2021〕30号 表三", fix: "核对",
    places: [
      Finding.Place(line: 62, column: 1, text: "15\u{1B}\"引号\\"),
      Finding.Place(line: 70, column: 3, text: ""),
    ], lhs: "15", rhs: "14", section: 3)

  static let unknown = Finding(
    id: "f2", rule: "t3-row-total", severity: .info, outcome: .notAssessable,
    causes: ["row_absent", "blank"],
    subject: "", message: "无法核对", basis: "", fix: nil, places: [], lhs: nil, rhs: nil, section: nil)

  static let waived = Finding(
    id: "f3", rule: "fee-statement-missing", severity: .warning, outcome: .fail, causes: [], subject: "",
    message: "第六部分没有说明", basis: "", fix: nil, places: [], lhs: nil, rhs: nil, section: 6, waived: "已另行说明")

  static let rules = RulesInForce(hash: "rules", endedWaivers: 0, engine: "1")

  static func entry(
    _ file: String, _ hash: String, _ findings: [Finding], rules: RulesInForce = Sample.rules,
    year: Int = 2023
  ) -> LedgerEntry {
    entry([report(file, hash, findings, year: year)], file, rules)
  }

  /// A report of 云溪县 whose figures are all `figure`.
  static func report(
    _ file: String, _ hash: String, _ findings: [Finding], year: Int = 2023, figure: Int64 = 7
  ) -> LedgerEntry.Report {
    let inspection = Inspection(
      file: file, sha256: hash, verdict: findings.isEmpty ? .passed : .flagged, agency: "云溪县", year: year,
      edition: "2021",
      assessment: Assessment(cellsRequired: 205, cellsRead: 204, rulesRun: 19, rulesNotAssessable: 1),
      findings: findings, rejection: nil)
    return LedgerEntry.Report(inspection, record: record(file, hash, year: year, figure: figure))
  }

  static func record(_ file: String, _ hash: String, year: Int, figure: Int64 = 7) -> ReportRecord {
    ReportRecord(
      file: file, sha256: hash, agency: "云溪县", year: year, edition: "2021",
      cells: [
        "t3.new.total": Figure(figure) ?? .zero, "t3.new.natural": .zero,
        "t2.fees.amount": Figure(millionths: -1_234_567_890_123),
      ],
      joined: [
        JoinedCells(keys: ["t2.normative.issued", "t2.normative.repealed"], runs: ["58", "45546"]),
        JoinedCells(keys: ["t3.new.legal"], runs: ["0"]),
      ], sections: [1: "一、\u{1E}\u{0}引号\"", 6: ""])
  }

  static func rejected(_ file: String, _ hash: String) -> LedgerEntry {
    let inspection = Inspection(
      file: file, sha256: hash, verdict: .rejected, agency: nil, year: nil, edition: nil,
      assessment: Assessment(), findings: [], rejection: Rejection(code: "empty", message: "空文件"))
    return entry([LedgerEntry.Report(inspection, record: nil)], file, rules)
  }

  static func entry(
    _ reports: [LedgerEntry.Report], _ file: String, _ rules: RulesInForce = Sample.rules,
    container: String? = nil
  ) -> LedgerEntry {
    let arrival = Arrival(name: file, size: 20_000, inode: .max - 7, modified: 1_700_000_000_000_000_001)
    return LedgerEntry(
      reports, of: arrival, container: container, rules: rules, inspectedAt: 1_700_000_000_123)
  }
}

extension FilePermissions {
  /// Those of a file.
  static func of(_ path: FilePath) throws -> FilePermissions {
    var status = stat()
    guard path.withPlatformString({ stat($0, &status) }) == 0 else { throw Errno(rawValue: errno) }
    return FilePermissions(rawValue: status.st_mode & 0o7777)
  }
}

extension Sample {
  /// Does to a ledger what nobody should, past the ledger itself.
  static func execute(_ statements: String, _ path: String) throws {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open(path, &connection) == SQLITE_OK,
      sqlite3_exec(connection, statements, nil, nil, nil) == SQLITE_OK
    else {
      throw SQLiteComplaint(text: String(cString: sqlite3_errmsg(connection)))
    }
  }
}

struct SQLiteComplaint: Error {
  let text: String
}
