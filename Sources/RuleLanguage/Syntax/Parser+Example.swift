import Diagnostics
import Figures

extension Parser {
  mutating func example() throws(Recovery) -> ExampleTree {
    let start = advance().span
    let kind = try joined("pass、fail 或 unknown")
    let brace = current.span
    var tree = ExampleTree(kind: kind, span: start.union(kind.span), content: brace)
    try expect(.leftBrace)
    _ = block(opened: brace, statements: []) { parser throws(Recovery) in
      tree.items.append(try parser.exampleItem())
    }
    tree.content = SourceSpan(brace.upper, max(brace.upper, previous.span.lower))
    return tree
  }

  private mutating func exampleItem() throws(Recovery) -> ExampleTree.Item {
    guard current.kind == .word else {
      throw fault("例子的内容", help: "如 t3[新收, 自然人] = 15 或 正文 \"…\"")
    }
    switch (text(current), peek().kind) {
    case ("section", .number):
      advance()
      let number = try sectionNumber()
      return .section(number, try string("该部分的正文"))
    case ("without", .word):
      advance()
      try expect(word: "section")
      return .withoutSection(try sectionNumber())
    case ("edition", .number):
      advance()
      return .edition(NameTree(text: text(current), span: advance().span))
    case ("title", .string):
      advance()
      return .title(try string("标题"))
    case (_, .string):
      let name = try name("正文")
      return .text(name, try string("文字"))
    case (_, .word): return try earlierItem()
    default: return try cellItem()
    }
  }

  /// A change to an earlier report: `prev t3[结转下年, 总计] = 3`, `prev section 5 "…"`, `prev absent`.
  private mutating func earlierItem() throws(Recovery) -> ExampleTree.Item {
    let need = try name("needs 的名称")
    if take(word: "absent") { return .withoutEarlier(need) }
    if isAt(word: "section"), peek().kind == .number {
      advance()
      let number = try sectionNumber()
      return .earlierSection(need, number, try string("该部分的正文"))
    }
    guard case .cell(let cell, let content) = try cellItem() else { throw fault("一个格子") }
    return .cell(Self.cell(cell, of: need), content)
  }

  /// `prev t3[…]` as `prev.t3[…]`.
  private static func cell(_ cell: ExpressionTree, of need: NameTree) -> ExpressionTree {
    guard case .index(let table, let arguments) = cell.kind, case .name(let name) = table.kind else {
      return cell
    }
    let base = ExpressionTree(
      .member(
        ExpressionTree(.name(need.text), need.span), NameTree(text: name, span: table.span)),
      need.span.union(table.span))
    return ExpressionTree(.index(base, arguments), need.span.union(cell.span), over: [base] + arguments)
  }

  private mutating func sectionNumber() throws(Recovery) -> ExampleTree.SectionNumber {
    guard current.kind == .number, let number = Int(text(current)) else { throw fault("部分的序号 1 至 6") }
    return ExampleTree.SectionNumber(value: number, span: advance().span)
  }

  private mutating func cellItem() throws(Recovery) -> ExampleTree.Item {
    let cell = try postfix()
    if !take(.assign) { throw fault("“=”", help: "如 t3[新收, 自然人] = 15") }
    if current.kind == .word { return .cell(cell, .missing(try name("缺失的原因"))) }
    let isNegative = take(.minus)
    let figure = try figure()
    let value = isNegative ? Figure.zero.subtracting(figure) ?? figure : figure
    return .cell(cell, .value(value))
  }
}
