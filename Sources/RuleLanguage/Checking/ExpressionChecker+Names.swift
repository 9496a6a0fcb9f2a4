import Diagnostics

extension ExpressionChecker {
  /// A name by itself: a variable, a side of the check, what is expected here, or something global.
  func name(_ name: NameTree, expecting expected: RuleType?) -> Typed? {
    if let variable = openVariable(name.text) {
      use(variable)
      reads += 1
      return variable.type.map { Typed(expression: .variable(variable.slot), type: $0) }
    }
    if let report = earlier(name) { return report }
    if name.text == "lhs" || name.text == "rhs" { return side(name) }
    if let expected, let typed = entry(name, of: expected) { return typed }
    if let index = schema.globals.firstIndex(where: { $0.names.contains(name.text) }) {
      reads += 1
      return Typed(expression: .global(index), type: schema.globals[index].type)
    }
    reportUnknown(name, expecting: expected)
    return nil
  }

  /// `report.level == "县"`: a text where one of a closed set of names is wanted.
  func quotedName(_ tree: ExpressionTree, _ content: SourceSpan, of set: String) -> Typed? {
    let text = Unescaped.text(reporter.source, content)
    if let typed = entry(NameTree(text: text, span: tree.span), of: .name(set)) { return typed }
    let entries = schema.entries(of: set)
    return fault(
      .unknownWord, "没有“\(text)”这种\(schema.title(of: set))", tree,
      help: Suggestion.help(text, among: entries.flatMap { $0.names + [$0.key] })
        ?? "可用：" + entries.map(\.title).joined(separator: "、"))
  }

  /// Whether a tree is a name that only what it is compared with can explain.
  func isLoose(_ tree: ExpressionTree) -> Bool {
    guard let dotted = tree.dottedName else { return false }
    let first = String(dotted.prefix { $0 != "." })
    return openVariable(first) == nil && needs.index(first) == nil && first != "lhs" && first != "rhs"
      && !schema.globals.contains { $0.names.contains(first) } && table(first) == nil
  }

  private func side(_ name: NameTree) -> Typed? {
    guard let sides else {
      reporter.error(
        .noSides, "这里没有 \(name.text)", at: name.span, help: "只有 check 是一个比较时，消息里才能用 lhs 和 rhs")
      return nil
    }
    return name.text == "lhs"
      ? Typed(expression: sides.left, type: sides.leftType)
      : Typed(expression: sides.right, type: sides.rightType)
  }

  /// The entry of a table's axis or of a set of names.
  private func entry(_ name: NameTree, of expected: RuleType) -> Typed? {
    switch expected {
    case .row(let key):
      guard let table = table(key), let row = axisIndex(name.text, schema.tables[table].rows) else {
        return nil
      }
      return Typed(expression: .index(.row, row), type: expected)
    case .column(let key):
      guard let table = table(key), let column = axisIndex(name.text, schema.tables[table].columns) else {
        return nil
      }
      return Typed(expression: .index(.column, column), type: expected)
    case .name(let set):
      guard let index = schema.entries(of: set).firstIndex(where: { $0.answers(to: name.text) }) else {
        return nil
      }
      return Typed(expression: .index(.name, index), type: expected)
    default: return nil
    }
  }

  private func reportUnknown(_ name: NameTree, expecting expected: RuleType?) {
    var known =
      variables.filter(\.isOpen).map(\.name.text) + needs.all.map(\.text) + schema.globals.flatMap(\.names)
    known += schema.tables.flatMap { [$0.entry.key] + $0.entry.names }
    let expectedNames = expected.map(entryNames) ?? []
    if table(name.text) != nil {
      reporter.error(
        .unknownName, "“\(name.text)”是一张表，不能单独使用", at: name.span,
        help: "写 \(name.text)[行, 列]、\(name.text).rows 或 \(name.text).columns")
      return
    }
    let suggestion = Suggestion.help(name.text, among: expectedNames + known)
    let choices = expectedNames.isEmpty ? nil : "可用：" + expectedNames.prefix(12).joined(separator: "、")
    reporter.error(
      .unknownName, "不认识“\(name.text)”", at: name.span,
      help: suggestion ?? choices ?? "变量要先由 for 或 forbid 引入；文字写在双引号里")
  }

  private func entryNames(_ type: RuleType) -> [String] {
    switch type {
    case .row(let key): table(key).map { schema.tables[$0].rows.map(\.entry.title) } ?? []
    case .column(let key): table(key).map { schema.tables[$0].columns.map(\.entry.title) } ?? []
    case .name(let set): schema.entries(of: set).map(\.title)
    default: []
    }
  }

  // MARK: Members

  func member(
    _ tree: ExpressionTree, _ base: ExpressionTree, _ field: NameTree, expecting expected: RuleType?
  ) -> Typed? {
    if case .name(let name) = base.kind, openVariable(name) == nil, let table = table(name) {
      return group(table, field)
    }
    if let expected, isLoose(tree), let dotted = tree.dottedName,
      let typed = entry(NameTree(text: dotted, span: tree.span), of: expected)
    {
      return typed
    }
    if let need = need(base), let table = table(field.text) { return earlierTable(tree, need, table) }
    if case .member(let inner, let name) = base.kind, let need = need(inner), let table = table(name.text) {
      return earlierTable(tree, need, table)
    }
    guard let record = check(base) else { return nil }
    guard case .record(let name) = record.type else {
      return fault(.unknownField, "\(record.type.title)没有字段", tree, help: "去掉 .\(field.text)")
    }
    let fields = names.fields(name)
    guard let index = fields.firstIndex(where: { $0.names.contains(field.text) }) else {
      reportUnknownField(field, record.type, fields)
      return nil
    }
    return Typed(expression: .field(record.expression, index), type: fields[index].type)
  }

  private func reportUnknownField(_ field: NameTree, _ record: RuleType, _ fields: [FieldSchema]) {
    reporter.error(
      .unknownField, "\(record.title)没有字段“\(field.text)”", at: field.span,
      help: Suggestion.help(field.text, among: fields.flatMap(\.names))
        ?? "可用：" + fields.compactMap(\.names.first).joined(separator: "、"))
  }
}
