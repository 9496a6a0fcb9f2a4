import Diagnostics

/// Applies what sites say of rules: disabled, of another severity, waived.
struct AdjustmentChecker {
  private let known: [String]
  private var adjusted: [CheckedRule]
  private var severities: Set<String> = []
  private(set) var disabled: [DisabledRule] = []
  private(set) var waivers: [Waiver] = []

  init(_ rules: [CheckedRule]) {
    adjusted = rules
    known = rules.map(\.id)
  }

  /// Those that are not disabled.
  var rules: [CheckedRule] {
    adjusted.filter { rule in !disabled.contains { $0.rule == rule.id } }
  }

  mutating func check(_ trees: [AdjustmentTree], in file: String, _ reporter: Reporter) {
    for tree in trees {
      switch tree {
      case .disable(let id, let reason): disable(id, reason, file, reporter)
      case .severity(let id, let severity): setSeverity(id, severity, reporter)
      case .waive(let waiver): waive(waiver, file, reporter)
      }
    }
  }

  private mutating func disable(_ id: NameTree, _ reason: StringTree, _ file: String, _ reporter: Reporter) {
    guard isKnown(id, reporter), hasWords(reason, reporter) else { return }
    if disabled.contains(where: { $0.rule == id.text }) { return reportRepeated("停用", id, reporter) }
    disabled.append(
      DisabledRule(
        rule: id.text, reason: Unescaped.text(reporter.source, reason.content), file: file,
        line: reporter.source.line(at: id.span.lower)))
  }

  private mutating func setSeverity(_ id: NameTree, _ severity: NameTree, _ reporter: Reporter) {
    guard isKnown(id, reporter), SeverityWord.check(severity, reporter) else { return }
    if !severities.insert(id.text).inserted { return reportRepeated("调级", id, reporter) }
    for index in adjusted.indices where adjusted[index].id == id.text {
      adjusted[index].severity = severity.text
    }
  }

  private mutating func waive(_ tree: WaiverTree, _ file: String, _ reporter: Reporter) {
    guard isKnown(tree.id, reporter), let reason = tree.reason, hasWords(reason, reporter) else { return }
    if tree.agency == nil, tree.year == nil {
      reporter.error(
        .missingReason, "豁免没有写明对象", at: tree.span, help: "加上 for agency \"…\" 或 for year …；对谁都不用，写 disable")
      return
    }
    let (year, until) = (year(tree, reporter), until(tree, reporter))
    guard tree.year == nil || year != nil, tree.until == nil || until != nil else { return }
    waivers.append(
      Waiver(
        rule: tree.id.text, agency: tree.agency.map { Unescaped.text(reporter.source, $0.content) },
        year: year,
        until: until, reason: Unescaped.text(reporter.source, reason.content), file: file,
        line: reporter.source.line(at: tree.span.lower), span: tree.until?.span ?? tree.span,
        source: reporter.source))
  }

  private func year(_ tree: WaiverTree, _ reporter: Reporter) -> Int? {
    guard let name = tree.year else { return nil }
    if let year = Int(name.text), (1000...9999).contains(year) { return year }
    reporter.error(.badDate, "“\(name.text)”不是年份", at: name.span, help: "写四位数，如 2021")
    return nil
  }

  private func until(_ tree: WaiverTree, _ reporter: Reporter) -> WaiverDate? {
    guard let name = tree.until else { return nil }
    if let date = WaiverDate(name.text) { return date }
    reporter.error(.badDate, "“\(name.text)”不是日期", at: name.span, help: "写成 年-月-日，如 2026-12-31")
    return nil
  }

  private func isKnown(_ id: NameTree, _ reporter: Reporter) -> Bool {
    if known.contains(id.text) { return true }
    reporter.error(
      .unknownRule, "没有编号为 \(id.text) 的规则", at: id.span, help: Suggestion.help(id.text, among: known))
    return false
  }

  private func hasWords(_ reason: StringTree, _ reporter: Reporter) -> Bool {
    guard reason.content.isEmpty else { return true }
    reporter.error(.missingReason, "理由是空的", at: reason.span, help: "写明为什么，日后才查得到")
    return false
  }

  private func reportRepeated(_ what: String, _ id: NameTree, _ reporter: Reporter) {
    reporter.error(.repeatedStatement, "规则 \(id.text) 的\(what)写了两次", at: id.span, help: "只留一个")
  }
}

/// The four severities, as they are written.
enum SeverityWord {
  static func check(_ name: NameTree, _ reporter: Reporter) -> Bool {
    let known = CheckedRule.severities
    if known.contains(name.text) { return true }
    reporter.error(
      .unknownWord, "没有“\(name.text)”这种严重程度", at: name.span,
      help: Suggestion.help(name.text, among: known) ?? "可用：" + known.joined(separator: "、"))
    return false
  }
}
