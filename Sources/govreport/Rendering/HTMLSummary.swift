import Inspection

/// The table of all reports.
enum HTMLSummary {
  /// How many reports had a verdict, with the way to them.
  static func total(_ verdict: Verdict, _ count: Int) -> String {
    "<a class=\"total \(verdict.rawValue)\" href=\"#\(verdict.rawValue)\">\(Words.verdict(verdict)) <b>\(count)</b> 份</a>"
  }

  static func table(_ bodies: [String]) -> String {
    let heads = ["结论", "机关", "年度"] + severities.map(Words.severity) + ["无法核对", "读出单元格", "文件"]
    return """
      <table class="summary">
      <thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
      \(bodies.joined(separator: "\n"))
      </table>

      """
  }

  static func rows(_ verdict: Verdict, _ rows: [String]) -> String {
    "<tbody id=\"\(verdict.rawValue)\">\n\(rows.joined(separator: "\n"))\n</tbody>"
  }

  static func row(_ inspection: Inspection, anchor: String) -> String {
    let assessment = inspection.assessment
    let isRead = inspection.rejection == nil
    let cells =
      [
        cell("verdict", "", badge(inspection.verdict)),
        cell("agency", "", "<a href=\"#\(anchor)\">\(agency(inspection))</a>"),
        cell("year", "", inspection.year.map(String.init) ?? ""),
      ]
      + severities.map { number(Words.severity($0), count(inspection, $0), $0.rawValue) }
      + [
        number("无法核对", assessment.rulesNotAssessable, "undecided"),
        cell(
          "number", "读出单元格", isRead ? "\(assessment.cellsRead)/\(assessment.cellsRequired)" : ""),
        cell("file", "", "<bdi>\(Markup.escaped(inspection.file))</bdi>"),
      ]
    return "<tr>" + cells.joined() + "</tr>"
  }

  static func badge(_ verdict: Verdict) -> String {
    "<span class=\"badge \(verdict.rawValue)\">\(Words.verdict(verdict))</span>"
  }

  static func agency(_ inspection: Inspection) -> String {
    inspection.agency.map(Markup.escaped) ?? "（看不出机关）"
  }

  /// Failures that no waiver covers.
  static func count(_ inspection: Inspection, _ severity: Severity) -> Int {
    inspection.findings.count { $0.outcome == .fail && $0.severity == severity && $0.waived == nil }
  }

  /// The gravest first.
  static let severities: [Severity] = Severity.allCases.reversed()

  /// Nothing stands for zero: the eye finds what is there.
  private static func number(_ label: String, _ count: Int, _ kind: String) -> String {
    cell("number \(kind)", label, count == 0 ? "" : String(count))
  }

  /// The label stands before the cell where the page is too narrow for a table.
  private static func cell(_ kind: String, _ label: String, _ content: String) -> String {
    if content.isEmpty { return "<td class=\"\(kind) empty\"></td>" }
    let label = label.isEmpty ? "" : " data-label=\"\(label)\""
    return "<td class=\"\(kind)\"\(label)>\(content)</td>"
  }
}
