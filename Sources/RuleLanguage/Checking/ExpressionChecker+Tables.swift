import Diagnostics

extension ExpressionChecker {
  func table(_ name: String) -> Int? { schema.tables.firstIndex { $0.entry.answers(to: name) } }

  /// The row or column of a name; of several that share it, the one that the rule's editions have.
  func axisIndex(_ name: String, _ axis: [AxisEntry]) -> Int? {
    let found = axis.indices.filter { axis[$0].entry.answers(to: name) }
    return found.first { axis[$0].editions.isSuperset(of: editions) } ?? found.first
  }

  /// `t3.rows`, `t3.columns`, `t3.results`.
  func group(_ table: Int, _ field: NameTree) -> Typed? {
    let schema = schema.tables[table]
    reads += 1
    if ["rows", "行"].contains(field.text) {
      return axis(table, isRow: true, Array(schema.rows.indices), field)
    }
    if ["columns", "列"].contains(field.text) {
      return axis(table, isRow: false, Array(schema.columns.indices), field)
    }
    if let group = schema.rowGroups.first(where: { $0.entry.answers(to: field.text) }) {
      return axis(table, isRow: true, group.members, field)
    }
    if let group = schema.columnGroups.first(where: { $0.entry.answers(to: field.text) }) {
      return axis(table, isRow: false, group.members, field)
    }
    let groups = (schema.rowGroups + schema.columnGroups).map(\.entry)
    let known = ["rows", "columns"] + groups.flatMap { [$0.key] + $0.names }
    reporter.error(
      .unknownGroup, "表 \(schema.entry.key) 没有“\(field.text)”", at: field.span,
      help: Suggestion.help(field.text, among: known)
        ?? "可用：" + (["rows", "columns"] + groups.map(\.key)).joined(separator: "、"))
    return nil
  }

  private func axis(_ table: Int, isRow: Bool, _ members: [Int], _ field: NameTree) -> Typed {
    let key = schema.tables[table].entry.key
    let axis = isRow ? schema.tables[table].rows : schema.tables[table].columns
    if !members.contains(where: { !axis[$0].editions.isDisjoint(with: editions) }) {
      let having = Set(members.flatMap { axis[$0].editions }).sorted().joined(separator: "、")
      reporter.warning(
        .neverApplies, "\(editions.joined(separator: "、")) 版没有这一组，永远无可核对", at: field.span,
        help: "只有 \(having) 版有；改 applies edition，或改用另一组")
    }
    return Typed(
      expression: .axis(table: table, isRow: isRow, members: members),
      type: .list(isRow ? .row(key) : .column(key)))
  }

  /// `t3[新收, 列]`
  func cell(_ tree: ExpressionTree, _ base: ExpressionTree, _ arguments: [ExpressionTree]) -> Typed? {
    if case .member(let report, _) = base.kind, need(report) != nil {
      return earlierCell(tree, base, arguments)
    }
    guard case .name(let name) = base.kind, let table = table(name) else { return unknownTable(base) }
    return cell(tree, name, table, arguments, inAnyEdition: false) {
      .cell(table: table, row: $0, column: $1)
    }
  }

  /// - Parameter name: what the table is called, for showing how a cell is written.
  func cell(
    _ tree: ExpressionTree, _ name: String, _ table: Int, _ arguments: [ExpressionTree], inAnyEdition: Bool,
    _ make: (CheckedExpression, CheckedExpression) -> CheckedExpression
  ) -> Typed? {
    guard arguments.count == 2 else {
      return fault(.wrongArguments, "表格要写行和列", tree, help: "如 \(name)[新收, 自然人]")
    }
    let row = coordinate(arguments[0], table, isRow: true, inAnyEdition)
    let column = coordinate(arguments[1], table, isRow: false, inAnyEdition)
    reads += 1
    guard let row, let column, let type = cellType(tree, table, row, column, inAnyEdition) else { return nil }
    return Typed(expression: make(row, column), type: type)
  }

  private func unknownTable(_ base: ExpressionTree) -> Typed? {
    if case .member(let report, let name) = base.kind, let table = table(name.text) {
      return unknownReport(report, table)
    }
    return fault(.unknownName, "方括号前面要一张表的名称", base, help: tableHelp(base.dottedName))
  }

  func tableHelp(_ name: String?) -> String {
    let known = schema.tables.map(\.entry)
    return name.flatMap { Suggestion.help($0, among: known.flatMap { [$0.key] + $0.names }) }
      ?? "可用：" + known.map(\.key).joined(separator: "、")
  }

  /// A row or column: its name, or a variable that runs over such.
  private func coordinate(
    _ tree: ExpressionTree, _ table: Int, isRow: Bool, _ inAnyEdition: Bool
  ) -> CheckedExpression? {
    let schema = schema.tables[table]
    let axis = isRow ? schema.rows : schema.columns
    if let name = coordinateName(tree) {
      guard let index = axisIndex(name, axis) else {
        return unknownCoordinate(tree, name, schema, isRow: isRow)
      }
      let isThere =
        inAnyEdition || hasEditions(axis[index].editions, tree, isRow ? "行“\(name)”" : "列“\(name)”")
      guard isThere else { return nil }
      return .index(isRow ? .row : .column, index)
    }
    guard let typed = check(tree) else { return nil }
    let wanted: RuleType = isRow ? .row(schema.entry.key) : .column(schema.entry.key)
    if typed.type == wanted { return typed.expression }
    return fault(.wrongType, "这里要\(wanted.title)", tree, "这是\(typed.type.title)")
  }

  private func coordinateName(_ tree: ExpressionTree) -> String? {
    if case .string(let content) = tree.kind { return Unescaped.text(reporter.source, content) }
    guard let dotted = tree.dottedName else { return nil }
    return openVariable(String(dotted.prefix { $0 != "." })) == nil ? dotted : nil
  }

  private func unknownCoordinate(
    _ tree: ExpressionTree, _ name: String, _ table: TableSchema, isRow: Bool
  ) -> CheckedExpression? {
    let axis = isRow ? table.rows : table.columns
    let other = isRow ? table.columns : table.rows
    let what = isRow ? "行" : "列"
    var help = Suggestion.help(
      name, among: axis.flatMap { [$0.entry.title, $0.entry.key] + $0.entry.names.dropFirst() })
    if help == nil, other.contains(where: { $0.entry.answers(to: name) }) {
      help = "“\(name)”是\(isRow ? "列" : "行")；先写行，再写列"
    }
    if help == nil {
      help =
        axis.count <= 10
        ? "可用：" + axis.map(\.entry.title).joined(separator: "、") : "各\(what)的名称见 govreport rules reference"
    }
    return fault(
      isRow ? .unknownRow : .unknownColumn, "表 \(table.entry.key) 没有名为“\(name)”的\(what)", tree, "没有这一\(what)",
      help: help)
  }

  // MARK: Editions and types

  /// The type of the cells that can be meant; a plain number when they are of several units.
  private func cellType(
    _ tree: ExpressionTree, _ table: Int, _ row: CheckedExpression, _ column: CheckedExpression,
    _ inAnyEdition: Bool
  ) -> RuleType? {
    let schema = schema.tables[table]
    let rows = Self.fixed(row).map { [$0] } ?? Array(schema.rows.indices)
    let columns = Self.fixed(column).map { [$0] } ?? Array(schema.columns.indices)
    var units: Set<CellSchema.Unit> = []
    var cellEditions: Set<String> = []
    for row in rows {
      for column in columns {
        guard let cell = schema.cells[row * schema.columns.count + column] else { continue }
        units.insert(cell.type)
        cellEditions.formUnion(schema.editions(row: row, column: column) ?? [])
      }
    }
    guard let unit = units.first else {
      return fault(
        .noSuchCell, "表 \(schema.entry.key) 没有这样的格子", tree, "这一行没有这一列",
        help: Self.cells(schema, of: rows))
    }
    guard inAnyEdition || hasEditions(cellEditions, tree, "这个格子") else { return nil }
    if units.count > 1 { return .number }
    return unit == .count ? .count : .amount
  }

  /// The columns that a single row does have.
  private static func cells(_ schema: TableSchema, of rows: [Int]) -> String? {
    guard rows.count == 1, let row = rows.first else { return nil }
    let there = schema.columns.indices.filter { schema.cells[row * schema.columns.count + $0] != nil }
    return "“\(schema.rows[row].entry.title)”有："
      + there.map { schema.columns[$0].entry.title }.joined(separator: "、")
  }

  private static func fixed(_ expression: CheckedExpression) -> Int? {
    if case .index(_, let index) = expression { index } else { nil }
  }

  private func hasEditions(_ present: Set<String>, _ tree: ExpressionTree, _ what: String) -> Bool {
    guard !present.isSuperset(of: editions) else { return true }
    let having = present.sorted().joined(separator: "、")
    if applies.isEmpty {
      let help = having.isEmpty ? nil : "在规则里加一行 applies edition \(present.sorted().joined(separator: ", "))"
      reporter.error(.notInEdition, "\(what)只有 \(having) 版有", at: tree.span, "规则没有写明版式", help: help)
    } else {
      let lacking = editions.filter { !present.contains($0) }.joined(separator: "、")
      reporter.error(
        .notInEdition, "\(lacking) 版没有\(what)", at: tree.span, "规则适用于 \(lacking) 版",
        help: "\(having) 版有\(what)")
    }
    return false
  }
}
