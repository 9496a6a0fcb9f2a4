import Diagnostics
import Figures
import Inspection
import Ledger

/// The figures of a report that tell most of its year.
enum KeyFigures {
  static let all: [(key: String, word: String)] = [
    ("t3.new.total", "新收"), ("t3.carried_in.total", "上年结转"), ("t3.total.total", "办结"),
    ("t3.carried_out.total", "结转下年"), ("t4.review.total", "复议"),
    ("t4.litigation_direct.total", "直接诉讼"), ("t4.litigation_after_review.total", "复议后诉讼"),
    ("t2.normative.in_force", "现行规范性文件"), ("t2.rules.in_force", "现行规章"),
  ]

  static func text(_ record: ReportRecord) -> String {
    all.compactMap { key, word in record.cells[key].map { "\(word) \($0)" } }.joined(separator: "  ")
  }
}

/// `govreport history` for people.
enum HistoryText {
  static func of(_ agency: String, _ entries: [HistoryEntry]) -> String {
    ([VisibleText.of(agency)] + entries.flatMap(lines)).joined(separator: "\n") + "\n"
  }

  private static func lines(_ entry: HistoryEntry) -> [String] {
    let recorded = entry.inspection
    let inspection = recorded.inspection
    let year = inspection.year.map { "\($0) 年" } ?? "年度不明"
    var lines = [
      "",
      "\(year)  \(Words.verdict(inspection.verdict))  \(VisibleText.of(inspection.file))  "
        + "（\(LocalTime.text(recorded.inspectedAt)) 检查）",
    ]
    if let first = recorded.duplicateOf { lines.append("  与 \(VisibleText.of(first)) 内容相同") }
    if let record = entry.record {
      let figures = KeyFigures.text(record)
      if !figures.isEmpty { lines.append("  " + figures) }
    }
    return lines + FindingLines.brief(inspection.findings)
  }
}

/// Findings in a line each, and how many could not be decided.
enum FindingLines {
  static func brief(_ findings: [Finding]) -> [String] {
    let fails = findings.filter { $0.outcome == .fail }.map { "  " + line($0) }
    let unknown = findings.count - fails.count
    return fails + (unknown > 0 ? ["  无法核对 \(unknown) 处"] : [])
  }

  static func line(_ finding: Finding) -> String {
    let waived = finding.waived.map { "（已豁免：\($0)）" } ?? ""
    let place = finding.places.first.map { "第 \($0.line) 行 " } ?? ""
    return "\(Words.severity(finding.severity))[\(finding.rule)] \(place)"
      + VisibleText.of(finding.message + waived)
  }
}

/// The same for programs. Its keys are a contract.
enum HistoryJSON {
  static func of(_ agency: String, _ entries: [HistoryEntry]) -> JSON {
    .object([("agency", .string(agency)), ("reports", .array(entries.map(report)))])
  }

  private static func report(_ entry: HistoryEntry) -> JSON {
    let recorded = entry.inspection
    let inspection = recorded.inspection
    return .object([
      ("year", .optional(inspection.year)), ("file", .string(inspection.file)),
      ("sha256", .string(inspection.sha256)), ("edition", .optional(inspection.edition)),
      ("verdict", .string(inspection.verdict.rawValue)),
      ("inspected_at", .string(LocalTime.iso(recorded.inspectedAt))),
      ("duplicate_of", .optional(recorded.duplicateOf)),
      ("figures", entry.record.map(figures) ?? .null),
      ("findings", .array(inspection.findings.map(InspectionJSON.value))),
    ])
  }

  static func figures(_ record: ReportRecord) -> JSON {
    .object(record.cells.sorted { $0.key < $1.key }.map { ($0.key, .number($0.value.description)) })
  }
}
