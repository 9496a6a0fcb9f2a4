import Diagnostics
import Figures
import RuleLanguage

extension Run {
  func pass(_ instance: Instance) -> InstanceResult {
    InstanceResult(
      outcome: .pass, subject: subject(instance), message: "", fix: nil, spans: [], lhs: nil, rhs: nil)
  }

  /// - Parameter isInEveryWay: figures that ran together can be read in several ways, and it failed in each.
  func failure(
    _ instance: Instance, reading expressions: [CheckedExpression], _ sides: Sides?,
    isInEveryWay: Bool = false
  ) -> InstanceResult {
    if let doubt {
      return notAssessable(instance, doubt, reading: expressions, sides, implied: nil)
    }
    return InstanceResult(
      outcome: .fail, subject: subject(instance),
      message: isInEveryWay ? textInEveryWay(instance.clause.message) : text(instance.clause.message),
      fix: instance.clause.fix.map { text($0) }, spans: spans(instance, reading: expressions),
      lhs: sides.map { text($0.left, $0.leftType) }, rhs: sides.map { text($0.right, $0.rightType) })
  }

  func notAssessable(
    _ instance: Instance, _ causes: Causes, reading expressions: [CheckedExpression], _ sides: Sides?,
    implied: Figure?
  ) -> InstanceResult {
    let titles = instance.bindings.map { title(variables[$0.slot], $0.type) }.filter { !$0.isEmpty }
    let place = titles.isEmpty ? "" : "（\(titles.joined(separator: "，"))）"
    let reasons = causes.words.map { word in
      interpreter.causeTitles[word].map { $0 == word ? word : "\($0)（\(word)）" } ?? word
    }
    let hint = implied.map { "；由勾稽关系推算应为 \($0)" } ?? ""
    let message = "无法核对“\(instance.rule.title)”\(place)：" + reasons.joined(separator: "、") + hint
    return InstanceResult(
      outcome: .notAssessable(causes: causes.words), subject: subject(instance), message: message, fix: nil,
      spans: spans(instance, reading: expressions, missingFirst: true),
      lhs: sides.map { text($0.left, $0.leftType) }, rhs: sides.map { text($0.right, $0.rightType) })
  }

  // MARK: Where

  /// What the loops stand at, then what was read, each once. Where the point is that something could not
  /// be read, that comes first.
  private func spans(
    _ instance: Instance, reading expressions: [CheckedExpression], missingFirst: Bool = false
  ) -> [SourceSpan] {
    let trace = Trace()
    for binding in instance.bindings {
      if case .record(let record) = variables[binding.slot] { trace.note(record.span) }
    }
    self.trace = trace
    for expression in expressions { _ = value(expression) }
    self.trace = nil
    if trace.spans.isEmpty { return trace.texts.isEmpty ? trace.records : trace.texts }
    guard missingFirst else { return trace.spans }
    return trace.missing + trace.spans.filter { !trace.missing.contains($0) }
  }

  private func subject(_ instance: Instance) -> String {
    if instance.bindings.count == 1 {
      return key(variables[instance.bindings[0].slot], instance.bindings[0].type)
    }
    return instance.bindings.map { key(variables[$0.slot], $0.type) }.filter { !$0.isEmpty }.joined(
      separator: "/")
  }

  private func key(_ value: Value, _ type: RuleType) -> String {
    if case .record(let record) = value { return record.key }
    return entry(value, type)?.key ?? ""
  }

  private func title(_ value: Value, _ type: RuleType) -> String {
    if case .record(let record) = value { return record.title }
    return entry(value, type)?.title ?? ""
  }

  /// The row, column or name that an index stands for.
  private func entry(_ value: Value, _ type: RuleType) -> Entry? {
    guard case .index(let index) = value else { return nil }
    switch type {
    case .row(let key): return schema.tables.first { $0.entry.key == key }?.rows[index].entry
    case .column(let key): return schema.tables.first { $0.entry.key == key }?.columns[index].entry
    case .name(let set):
      let entries = schema.entries(of: set)
      return entries.indices.contains(index) ? entries[index] : nil
    default: return nil
    }
  }

  // MARK: Words

  func text(_ template: Template) -> String { text(template) { text($0, $1) } }

  /// What cannot be told apart is not named: the point is that it does not matter.
  private func textInEveryWay(_ template: Template) -> String {
    let words = text(template) { value, type in
      if case .absent = value { "？" } else { text(value, type) }
    }
    return words + "（“？”处的数字连写在一起，怎样断开都不成立）"
  }

  private func text(_ template: Template, _ word: (Value, RuleType) -> String) -> String {
    template.parts.reduce(into: "") { result, part in
      switch part {
      case .text(let text): result += text
      case .value(let expression, let type): result += word(value(expression), type)
      }
    }
  }

  private func text(_ expression: CheckedExpression, _ type: RuleType) -> String {
    text(value(expression), type)
  }

  private func text(_ value: Value, _ type: RuleType) -> String {
    switch value {
    case .number(let figure, _):
      if type == .date, let days = figure.whole { return CalendarDay.text(days) }
      return figure.description
    case .truth(let value): return value ? "是" : "否"
    case .text(let text): return text.string
    case .record(let record): return record.title
    case .index: return entry(value, type)?.title ?? ""
    case .list(let elements):
      guard case .list(let element) = type else { return "" }
      return elements.map { text($0, element) }.joined(separator: "、")
    case .absent(let missing):
      let reasons = missing.causes.words.map { interpreter.causeTitles[$0] ?? $0 }
      return "未读出（\(reasons.joined(separator: "、"))）"
    }
  }
}
