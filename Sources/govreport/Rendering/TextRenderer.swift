import Diagnostics
import Inspection
import Reports

/// An inspection for people: the verdict, then each finding with the line of the report and a caret.
enum TextRenderer {
  static func render(_ examination: Examination) -> String {
    let inspection = examination.inspection
    var blocks = [headline(inspection)]
    if let rejection = inspection.rejection { blocks.append("  " + rejection.message) }
    if let source = examination.report?.source {
      let fails = inspection.findings.filter { $0.outcome == .fail }
      blocks += fails.map { finding($0, inspection.file, source) }
      blocks += notAssessable(inspection.findings.filter { $0.outcome == .notAssessable })
    }
    return blocks.joined(separator: "\n") + (inspection.findings.isEmpty ? "" : "\n")
  }

  private static func headline(_ inspection: Inspection) -> String {
    var parts = ["\(VisibleText.of(inspection.file))：\(Words.verdict(inspection.verdict))"]
    if let agency = inspection.agency {
      parts.append(VisibleText.of(agency) + (inspection.year.map { " \($0)年" } ?? ""))
    }
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = inspection.findings.count { $0.outcome == .fail && $0.severity == severity }
      return count == 0 ? nil : "\(Words.severity(severity)) \(count) 处"
    }
    if !counts.isEmpty { parts.append(counts.joined(separator: "、")) }
    if inspection.rejection == nil {
      let assessment = inspection.assessment
      parts.append("读出 \(assessment.cellsRead)/\(assessment.cellsRequired) 个单元格")
    }
    return parts.joined(separator: "  ")
  }

  private static func finding(_ finding: Finding, _ file: String, _ source: SourceText) -> String {
    let waived = finding.waived.map { "（已豁免：\(VisibleText.of($0))）" } ?? ""
    var lines = [
      "",
      "\(Words.severity(finding.severity))[\(finding.rule)] \(VisibleText.of(finding.message))\(waived)",
    ]
    if let place = finding.places.first {
      let number = String(place.line)
      let gutter = String(repeating: " ", count: number.count)
      lines.append("\(gutter)--> \(VisibleText.of(file)):\(place.line):\(place.column)")
      let excerpt = Excerpt(source, around: place.span(in: source))
      lines.append("\(gutter) |")
      lines.append("\(number) | \(excerpt.text)")
      lines.append("\(gutter) | \(excerpt.underline)")
      lines.append("\(gutter) = 依据：\(finding.basis)")
      if let fix = finding.fix { lines.append("\(gutter) = 建议：\(fix)") }
    } else {
      lines.append("  = 依据：\(finding.basis)")
      if let fix = finding.fix { lines.append("  = 建议：\(fix)") }
    }
    return lines.joined(separator: "\n")
  }

  private static func notAssessable(_ findings: [Finding]) -> [String] {
    let lines = UndecidedRule.all(findings).map { undecided -> String in
      let (rule, same) = (undecided.rule, undecided.findings)
      if same.count == 1 { return "无法核对[\(rule)] \(VisibleText.of(same[0].message))" }
      let subjects = same.prefix(4).map(\.subject).joined(separator: "、") + (same.count > 4 ? "……" : "")
      let causes = Set(same.flatMap(\.causes)).sorted().joined(separator: "、")
      return "无法核对[\(rule)] 共 \(same.count) 处（\(subjects)）：\(causes)"
    }
    return lines.isEmpty ? [] : [""] + lines
  }
}
