import Diagnostics

/// Other reports that a rule compares with: `prev`, `prev.year`, `prev.t3[结转下年, 总计]`.
extension ExpressionChecker {
  /// The need that a tree names, when it is nothing else.
  func need(_ tree: ExpressionTree) -> Int? {
    guard case .name(let name) = tree.kind, openVariable(name) == nil else { return nil }
    return needs.index(name)
  }

  /// Takes note that a need is of use.
  func use(need name: String) -> Int? {
    needs.index(name).map { index in
      needs.use(index)
      return index
    }
  }

  func earlier(_ name: NameTree) -> Typed? {
    guard let record = schema.earlierReport, let need = use(need: name.text) else { return nil }
    reads += 1
    return Typed(expression: .earlier(need), type: .record(record))
  }

  /// `prev.t3[结转下年, 总计]`: of whichever edition that report is, so that no edition is asked of the cell.
  func earlierCell(_ tree: ExpressionTree, _ base: ExpressionTree, _ arguments: [ExpressionTree]) -> Typed? {
    guard case .member(let report, let name) = base.kind, let need = need(report) else { return nil }
    needs.use(need)
    guard let table = table(name.text) else {
      reporter.error(
        .unknownName, "没有名为“\(name.text)”的表", at: name.span, help: tableHelp(name.text))
      return nil
    }
    let title = "\(needs.all[need].text).\(schema.tables[table].entry.key)"
    return cell(tree, title, table, arguments, inAnyEdition: true) {
      .earlierCell(need: need, table: table, row: $0, column: $1)
    }
  }

  /// `prve.t3[…]`, where no report of that name was asked for.
  func unknownReport(_ tree: ExpressionTree, _ table: Int) -> Typed? {
    let name = tree.dottedName ?? reporter.source.text(tree.span)
    return fault(
      .unknownName, "没有名为“\(name)”的报告", tree,
      help: Suggestion.help(name, among: needs.all.map(\.text))
        ?? "本报告的写 \(schema.tables[table].entry.key)[行, 列]；另一份报告的，先写 needs \(name) = archive(report.agency, report.year - 1)"
    )
  }

  /// A table of another report by itself.
  func earlierTable(_ tree: ExpressionTree, _ need: Int, _ table: Int) -> Typed? {
    needs.use(need)
    let key = schema.tables[table].entry.key
    return fault(
      .unknownName, "另一份报告的表只能一格一格地取", tree,
      help: "写 \(needs.all[need].text).\(key)[行, 列]；要逐行逐列，写 for 行 in \(key).rows")
  }
}
