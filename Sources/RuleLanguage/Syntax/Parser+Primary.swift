import Diagnostics
import Figures

extension Parser {
  mutating func primary() throws(Recovery) -> ExpressionTree {
    let token = current
    switch token.kind {
    case .number: return ExpressionTree(.number(try figure()), token.span)
    case .string:
      advance()
      return ExpressionTree(.string(token.content), token.span)
    case .pattern: return ExpressionTree(.pattern(try pattern()), token.span)
    case .symbol(.leftParenthesis): return try parenthesized()
    case .word: return try wordOperand()
    default: throw fault("数、名称或式子")
    }
  }

  private mutating func parenthesized() throws(Recovery) -> ExpressionTree {
    let start = advance().span
    let inner = try expression()
    try expect(.rightParenthesis)
    return ExpressionTree(inner.kind, start.union(previous.span), over: inner)
  }

  private mutating func wordOperand() throws(Recovery) -> ExpressionTree {
    let token = current
    if take(word: "true") { return ExpressionTree(.truth(true), token.span) }
    if take(word: "false") { return ExpressionTree(.truth(false), token.span) }
    let name = try name("数、名称或式子")
    guard isAt(.leftParenthesis) else { return ExpressionTree(.name(name.text), name.span) }
    if Self.aggregates.contains(name.text) { return try aggregate(name) }
    let arguments = try list(.leftParenthesis, .rightParenthesis)
    let span = name.span.union(previous.span)
    return try checked(ExpressionTree(.call(name, arguments), span, over: arguments))
  }

  static let aggregates = LanguageReference.aggregates.map(\.name)

  /// `sum(EXPRESSION for x in LIST where CONDITION)`; `count(x in LIST where CONDITION)` as well.
  private mutating func aggregate(_ name: NameTree) throws(Recovery) -> ExpressionTree {
    advance()
    let isBare = current.kind == .word && peek().kind == .word && text(peek()) == "in"
    let body = isBare ? ExpressionTree(.truth(true), current.span) : try expression()
    if !isBare, !take(word: "for") {
      throw fault("“for”", help: "如 \(name.text)(t3[行, 总计] for 行 in t3.rows)")
    }
    let binding = try binding()
    let filter = take(word: "where") ? try expression() : nil
    try expect(.rightParenthesis)
    let parts = [body, binding.list] + (filter.map { [$0] } ?? [])
    let span = name.span.union(previous.span)
    return try checked(ExpressionTree(.aggregate(name, body, binding, filter: filter), span, over: parts))
  }

  /// A number literal, read exactly.
  mutating func figure() throws(Recovery) -> Figure {
    guard current.kind == .number else { throw fault("数") }
    let token = advance()
    if let figure = Literal.figure(reporter.source.bytes[token.span.lower..<token.span.upper]) {
      return figure
    }
    if token.isSlip { return .zero }
    reporter.error(.badNumber, "数太大，或小数超过 \(Figure.places) 位", at: token.span, help: "整数部分不超过九万亿，小数不超过六位")
    return .zero
  }
}
