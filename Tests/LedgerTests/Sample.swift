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

  static func entry(
    _ file: String, _ hash: String, _ findings: [Finding], rules: String = "rules"
  ) -> LedgerEntry {
    let inspection = Inspection(
      file: file, sha256: hash, verdict: findings.isEmpty ? .passed : .flagged, agency: "云溪县", year: 2023,
      edition: "2021",
      assessment: Assessment(cellsRequired: 205, cellsRead: 204, rulesRun: 19, rulesNotAssessable: 1),
      findings: findings, rejection: nil)
    return entry(inspection, rules)
  }

  static func rejected(_ file: String, _ hash: String) -> LedgerEntry {
    let inspection = Inspection(
      file: file, sha256: hash, verdict: .rejected, agency: nil, year: nil, edition: nil,
      assessment: Assessment(), findings: [], rejection: Rejection(code: "empty", message: "空文件"))
    return entry(inspection, "rules")
  }

  private static func entry(_ inspection: Inspection, _ rules: String) -> LedgerEntry {
    let arrival = Arrival(
      name: inspection.file, size: 20_000, inode: .max - 7, modified: 1_700_000_000_000_000_001)
    return LedgerEntry(inspection, of: arrival, rulesHash: rules, inspectedAt: 1_700_000_000_123)
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
