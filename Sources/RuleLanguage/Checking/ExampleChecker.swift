import Diagnostics

/// Checks what an example changes.
struct ExampleChecker {
  private let names: Names
  private let reporter: Reporter
  private let rule: RuleChecker
  private var expressions: ExpressionChecker

  init(_ rule: RuleChecker) {
    self.rule = rule
    names = rule.names
    reporter = rule.reporter
    expressions = ExpressionChecker(names, reporter, needs: rule.needs)
  }

  mutating func check(_ tree: ExampleTree) -> RuleExample? {
    expressions = ExpressionChecker(
      names, reporter, editions: editions(of: tree), applies: rule.tree.editions, needs: rule.needs)
    let changes = tree.items.compactMap(change)
    guard let kind = RuleExample.Kind(rawValue: tree.kind.text) else {
      let known = ["pass", "fail", "unknown"]
      reporter.error(
        .unknownWord, "例子没有“\(tree.kind.text)”这一种", at: tree.kind.span,
        help: Suggestion.help(tree.kind.text, among: known) ?? "可用：pass、fail、unknown")
      return nil
    }
    return RuleExample(
      kind: kind, span: tree.span, changes: changes, source: reporter.source.text(tree.content).onOneLine)
  }

  /// Those that its cells must be of. A rule that names none may look at what only one of them has.
  private func editions(of tree: ExampleTree) -> [String] {
    for case .edition(let name) in tree.items { return [name.text] }
    return rule.tree.editions.isEmpty ? [] : rule.editions
  }

  private func edition(_ name: NameTree) -> RuleExample.Change? {
    if rule.editions.contains(name.text) { return .edition(name.text) }
    reporter.error(
      .unknownWord, "规则不用于“\(name.text)”版", at: name.span,
      help: Suggestion.help(name.text, among: rule.editions) ?? "可用：\(rule.editions.joined(separator: "、"))")
    return nil
  }

  private func change(_ item: ExampleTree.Item) -> RuleExample.Change? {
    switch item {
    case .cell(let cell, let content): cellChange(cell, content)
    case .text(let name, let text): textChange(name, text)
    case .section(let number, let text):
      isThere(number) ? .section(number.value, Unescaped.text(reporter.source, text.content)) : nil
    case .withoutSection(let number): isThere(number) ? .withoutSection(number.value) : nil
    case .edition(let name): edition(name)
    case .title(let text): .title(Unescaped.text(reporter.source, text.content))
    case .earlierSection(let name, let number, let text): earlierSection(name, number, text)
    case .withoutEarlier(let name): need(name).map { .earlier(need: $0, .absent) }
    }
  }

  private func textChange(_ name: NameTree, _ text: StringTree) -> RuleExample.Change? {
    let globals = names.schema.globals
    guard let index = globals.firstIndex(where: { $0.names.contains(name.text) && $0.type == .text }) else {
      let known = globals.filter { $0.type == .text }.flatMap(\.names)
      reporter.error(
        .unknownName, "没有名为“\(name.text)”的正文", at: name.span, help: Suggestion.help(name.text, among: known))
      return nil
    }
    return .text(global: index, Unescaped.text(reporter.source, text.content))
  }

  private func cellChange(_ tree: ExpressionTree, _ content: ExampleTree.CellContent) -> RuleExample.Change? {
    let cause = cause(content)
    guard let typed = expressions.check(tree), let cause else { return nil }
    switch typed.expression {
    case .cell(let table, .index(.row, let row), .index(.column, let column)):
      return .cell(table: table, row: row, column: column, cause)
    case .earlierCell(let need, let table, .index(.row, let row), .index(.column, let column)):
      return .earlier(need: need, .cell(table: table, row: row, column: column, cause))
    default:
      reporter.error(.wrongType, "这里只能写一个格子", at: tree.span, help: "如 t3[新收, 自然人] = 15")
      return nil
    }
  }

  private func earlierSection(
    _ name: NameTree, _ number: ExampleTree.SectionNumber, _ text: StringTree
  ) -> RuleExample.Change? {
    guard isThere(number), let need = need(name) else { return nil }
    return .earlier(need: need, .section(number.value, Unescaped.text(reporter.source, text.content)))
  }

  private func isThere(_ number: ExampleTree.SectionNumber) -> Bool {
    let sections = names.schema.sections
    if sections.contains(number.value) { return true }
    reporter.error(
      .unknownWord, "没有第 \(number.value) 部分", at: number.span,
      help: "写 \(sections.lowerBound) 到 \(sections.upperBound)")
    return false
  }

  private func need(_ name: NameTree) -> Int? {
    expressions.use(need: name.text)
      ?? {
        reporter.error(
          .unknownName, "这条规则没有名为“\(name.text)”的 needs", at: name.span,
          help: Suggestion.help(name.text, among: expressions.needs.all.map(\.text)) ?? Parser.needHelp)
        return nil
      }()
  }

  private func cause(_ content: ExampleTree.CellContent) -> RuleExample.CellContent? {
    switch content {
    case .value(let figure): return .value(figure)
    case .missing(let name):
      let causes = names.schema.causes
      if let cause = causes.first(where: { $0.answers(to: name.text) }) { return .missing(cause: cause.key) }
      reporter.error(
        .unknownWord, "没有“\(name.text)”这种缺失原因", at: name.span,
        help: Suggestion.help(name.text, among: causes.flatMap { [$0.key] + $0.names })
          ?? "可用：" + causes.map(\.key).joined(separator: "、"))
      return nil
    }
  }
}
