import Diagnostics
import Inspection
import Ledger

/// `govreport show` for people.
enum ShowText {
  static func of(_ findings: [(inspection: RecordedInspection, finding: Finding)]) -> String {
    guard let last = findings.last else { return "" }
    var lines = whole(last.finding) + ["", "见于"]
    for (inspection, finding) in findings {
      let place = finding.places.first.map { ":\($0.line)" } ?? ""
      lines.append("  \(VisibleText.of(inspection.inspection.file))\(place)  " + circumstances(inspection))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func of(_ inspections: [RecordedInspection]) -> String {
    inspections.map { inspection in
      ([headline(inspection)] + details(inspection)
        + inspection.inspection.findings.flatMap { [""] + whole($0) })
        .joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func headline(_ recorded: RecordedInspection) -> String {
    let inspection = recorded.inspection
    let whose = [inspection.agency, inspection.year.map { "\($0)年" }].compactMap(\.self)
    return
      ([VisibleText.of(inspection.file) + "：" + Words.verdict(inspection.verdict)] + whose.map(VisibleText.of))
      .joined(separator: "  ")
  }

  private static func details(_ recorded: RecordedInspection) -> [String] {
    let inspection = recorded.inspection
    let assessment = inspection.assessment
    var lines = [
      "  " + circumstances(recorded), "  SHA-256 \(inspection.sha256)，\(recorded.arrival.size) 字节",
    ]
    if let rejection = inspection.rejection { lines.append("  " + VisibleText.of(rejection.message)) }
    if let first = recorded.duplicateOf { lines.append("  与 \(VisibleText.of(first)) 内容相同，发现见那一份") }
    if let again = recorded.again {
      lines.append(
        "  重新检查：原为\(Words.verdict(again.verdict))；新增 \(recorded.news.count) 条，消除 \(recorded.settled.count) 条")
      lines += recorded.settled.map { "    消除：" + FindingLines.line($0) }
    }
    if inspection.rejection == nil {
      lines.append("  读出 \(assessment.cellsRead)/\(assessment.cellsRequired) 个单元格，\(assessment.rulesRun) 条规则")
    }
    return lines
  }

  private static func circumstances(_ recorded: RecordedInspection) -> String {
    let engine = recorded.rules.engine.isEmpty ? "" : "，程序 \(recorded.rules.engine)"
    let recovered = recorded.isRecovered ? "，台账重建时补记" : ""
    return
      "\(LocalTime.text(recorded.inspectedAt)) 按规则 \(recorded.rules.hash.prefix(8)) 检查\(engine)\(recovered)"
  }

  private static func whole(_ finding: Finding) -> [String] {
    var lines = [
      "\(Words.severity(finding.severity))[\(finding.rule)] \(VisibleText.of(finding.message))"
        + (finding.outcome == .notAssessable ? "（无法核对）" : "")
    ]
    for place in finding.places {
      lines.append("  第 \(place.line) 行第 \(place.column) 字  \(VisibleText.of(place.text))")
    }
    if let lhs = finding.lhs, let rhs = finding.rhs { lines.append("  两边：\(lhs) 与 \(rhs)") }
    if !finding.causes.isEmpty { lines.append("  原因：\(finding.causes.joined(separator: "、"))") }
    if !finding.basis.isEmpty { lines.append("  依据：\(VisibleText.of(finding.basis))") }
    if let fix = finding.fix { lines.append("  建议：\(VisibleText.of(fix))") }
    if let waived = finding.waived { lines.append("  已豁免：\(VisibleText.of(waived))") }
    return lines + ["  编号：\(finding.id)"]
  }
}

/// The same for programs. Its keys are a contract.
enum ShowJSON {
  static func of(_ recorded: RecordedInspection) -> JSON {
    guard case .object(let members) = InspectionJSON.value(recorded.inspection) else { return .null }
    return .object(members + circumstances(recorded))
  }

  static func of(_ finding: Finding, _ recorded: RecordedInspection) -> JSON {
    guard case .object(let members) = InspectionJSON.value(finding) else { return .null }
    let inspection = recorded.inspection
    return .object(
      members + [
        ("file", .string(inspection.file)), ("sha256", .string(inspection.sha256)),
        ("agency", .optional(inspection.agency)), ("year", .optional(inspection.year)),
        ("verdict", .string(inspection.verdict.rawValue)), ("section", .optional(finding.section)),
      ] + circumstances(recorded))
  }

  private static func circumstances(_ recorded: RecordedInspection) -> [(String, JSON)] {
    [
      ("size", .integer(Int(recorded.arrival.size))),
      ("inspected_at", .string(LocalTime.iso(recorded.inspectedAt))),
      ("rules_hash", .string(recorded.rules.hash)), ("engine", .string(recorded.rules.engine)),
      ("duplicate_of", .optional(recorded.duplicateOf)),
      ("reinspected_because", .optional(recorded.again?.reason.rawValue)),
      ("earlier_verdict", .optional(recorded.again?.verdict.rawValue)),
      ("recovered", .truth(recorded.isRecovered)),
    ]
  }
}
