import Diagnostics
import Inspection
import Reports

/// One report on the page: its headline, what was found and what could not be read.
enum HTMLReport {
  static func summary(_ inspection: Inspection) -> String {
    let year = inspection.year.map { " \($0)年" } ?? ""
    let counts = HTMLSummary.severities.compactMap { severity -> String? in
      let count = HTMLSummary.count(inspection, severity)
      return count == 0 ? nil : "\(Words.severity(severity)) \(count) 处"
    }
    return "<summary>\(HTMLSummary.badge(inspection.verdict)) <b>\(HTMLSummary.agency(inspection))\(year)</b>"
      + " <span class=\"quiet\">\(counts.joined(separator: "、")) <bdi>\(name(inspection))</bdi></span></summary>"
  }

  /// Without the folders.
  private static func name(_ inspection: Inspection) -> String {
    Markup.escaped(inspection.file.split(separator: "/").last.map(String.init) ?? inspection.file)
  }

  /// - Parameter anchor: for links; it stands within what is folded, so that a browser unfolds it.
  static func details(_ examination: Examination, anchor: String) -> String {
    let inspection = examination.inspection
    let source = examination.report?.source
    let fails = inspection.findings.filter { $0.outcome == .fail }
    var parts = ["<div id=\"\(anchor)\" class=\"content\">", facts(inspection)]
    if let rejection = inspection.rejection {
      parts.append("<p class=\"rejection\">\(Markup.escaped(rejection.message))</p>")
    } else if fails.isEmpty {
      parts.append("<p>没有发现问题。</p>")
    }
    parts += fails.map { finding($0, source) }
    parts += unreadable(examination)
    parts.append("<p class=\"back\"><a href=\"#top\">回到顶部</a></p>\n</div>\n")
    return parts.joined(separator: "\n")
  }

  private static func facts(_ inspection: Inspection) -> String {
    let assessment = inspection.assessment
    var facts = ["<bdi>\(Markup.escaped(inspection.file))</bdi>"]
    if let edition = inspection.edition { facts.append("\(edition) 年版格式") }
    if inspection.rejection == nil {
      facts.append("读出 \(assessment.cellsRead)/\(assessment.cellsRequired) 个单元格")
      facts.append("适用规则 \(assessment.rulesRun) 条")
    }
    return "<p class=\"facts quiet\">\(facts.joined(separator: " · "))</p>"
  }

  private static func finding(_ finding: Finding, _ source: SourceText?) -> String {
    let state = finding.waived == nil ? finding.severity.rawValue : "waived"
    var parts = [
      "<article class=\"finding \(state)\">",
      "<h3><span class=\"badge \(state)\">\(Words.severity(finding.severity))</span> "
        + "\(Markup.escaped(finding.message))</h3>",
    ]
    if let source, !finding.places.isEmpty { parts.append(quote(finding.places, source)) }
    parts.append("<dl>")
    if let reason = finding.waived { parts.append(entry("豁免", reason)) }
    parts.append(entry("依据", finding.basis))
    if let fix = finding.fix { parts.append(entry("建议", fix)) }
    parts.append("<dt>规则</dt><dd><code>\(Markup.escaped(finding.rule))</code></dd>\n</dl>\n</article>")
    return parts.joined(separator: "\n")
  }

  private static func entry(_ term: String, _ text: String) -> String {
    "<dt>\(term)</dt><dd>\(Markup.escaped(text))</dd>"
  }

  private static func quote(_ places: [Finding.Place], _ source: SourceText) -> String {
    let lines = MarkedLine.lines(places, source).map { line in
      let pieces = line.pieces.map { piece in
        let text = Markup.escaped(piece.text)
        return piece.isMarked ? "<mark>\(text)</mark>" : text
      }
      return "<p><span class=\"line\">第 \(line.number) 行</span> <bdi>\(pieces.joined())</bdi></p>"
    }
    return "<blockquote>\(lines.joined(separator: "\n"))</blockquote>"
  }

  private static func unreadable(_ examination: Examination) -> [String] {
    let undecided = UndecidedRule.all(examination.inspection.findings.filter { $0.outcome == .notAssessable })
    let cells = examination.report.map(MissingCells.lines) ?? []
    if undecided.isEmpty, cells.isEmpty { return [] }
    let items = cells.map { "<li>\(Markup.escaped($0))</li>" } + undecided.map(item)
    return [
      "<section class=\"undecided\">", "<h3>没有读出、无法核对的（不算错误，请人工查看）</h3>", "<ul>",
      items.joined(separator: "\n"), "</ul>", "</section>",
    ]
  }

  private static func item(_ undecided: UndecidedRule) -> String {
    let count = undecided.findings.count
    let rest = count == 1 ? "" : "（同一规则共 \(count) 处）"
    return "<li>\(Markup.escaped(undecided.findings[0].message))\(rest)"
      + " <code>\(Markup.escaped(undecided.rule))</code></li>"
  }
}
