import Diagnostics
import Figures

/// From the loosest to the tightest: or, and, not, comparison, else, + -, * /, - (sign), [ ] . ( ).
extension Parser {
  mutating func expression() throws(Recovery) -> ExpressionTree {
    try nested { parser throws(Recovery) in
      var left = try parser.conjunction()
      while parser.take(word: "or") {
        let right = try parser.conjunction()
        left = try parser.node(.or(left, right), left, right)
      }
      return left
    }
  }

  private mutating func conjunction() throws(Recovery) -> ExpressionTree {
    var left = try negation()
    while take(word: "and") {
      let right = try negation()
      left = try node(.and(left, right), left, right)
    }
    return left
  }

  private mutating func negation() throws(Recovery) -> ExpressionTree {
    let start = current.span
    guard take(word: "not") else { return try comparison() }
    let operand = try nested { parser throws(Recovery) in try parser.negation() }
    return ExpressionTree(.not(operand), start.union(operand.span), over: operand)
  }

  private mutating func comparison() throws(Recovery) -> ExpressionTree {
    let left = try alternative()
    guard let comparator = comparisonOperator() else { return left }
    advance()
    let right = try alternative()
    let tolerance = take(word: "within") ? try alternative() : nil
    if comparisonOperator() != nil {
      reporter.error(
        .chainedComparison, "比较不能连写", at: current.span, help: "分开写，用 and 连接：a < b and b < c")
      throw Recovery()
    }
    let parts = [left, right] + (tolerance.map { [$0] } ?? [])
    return try node(.comparison(comparator, left, right, within: tolerance), parts)
  }

  private func comparisonOperator() -> ComparisonOperator? {
    guard case .symbol(let symbol) = current.kind else { return nil }
    if symbol != .assign { return ComparisonOperator(rawValue: symbol.rawValue) }
    if !current.isSlip {
      reporter.error(.singleEqual, "比较是否相等写两个等号", at: current.span, help: "改成 ==")
    }
    return .equal
  }

  private mutating func alternative() throws(Recovery) -> ExpressionTree {
    var left = try sum()
    while take(word: "else") {
      let right = try sum()
      left = try node(.otherwise(left, right), left, right)
    }
    return left
  }

  private mutating func sum() throws(Recovery) -> ExpressionTree {
    var left = try product()
    while isAt(.plus) || isAt(.minus) {
      let kind: ArithmeticOperator = isAt(.plus) ? .add : .subtract
      advance()
      let right = try product()
      left = try node(.arithmetic(kind, left, right), left, right)
    }
    return left
  }

  private mutating func product() throws(Recovery) -> ExpressionTree {
    var left = try signed()
    while isAt(.times) || isAt(.over) {
      let kind: ArithmeticOperator = isAt(.times) ? .multiply : .divide
      advance()
      let right = try signed()
      left = try node(.arithmetic(kind, left, right), left, right)
    }
    return left
  }

  private mutating func signed() throws(Recovery) -> ExpressionTree {
    let start = current.span
    guard take(.minus) else { return try postfix() }
    let operand = try nested { parser throws(Recovery) in try parser.signed() }
    return ExpressionTree(.negative(operand), start.union(operand.span), over: operand)
  }

  mutating func postfix() throws(Recovery) -> ExpressionTree {
    var base = try primary()
    while true {
      if take(.dot) {
        base = try member(of: base)
      } else if isAt(.leftBracket) {
        let arguments = try list(.leftBracket, .rightBracket)
        let span = base.span.union(previous.span)
        base = try checked(ExpressionTree(.index(base, arguments), span, over: [base] + arguments))
      } else {
        return base
      }
    }
  }

  /// `节.text`; and `prev.section(5)`, which is another way to write `section(prev, 5)`.
  private mutating func member(of base: ExpressionTree) throws(Recovery) -> ExpressionTree {
    let field = try fieldName()
    guard isAt(.leftParenthesis) else {
      return try checked(ExpressionTree(.member(base, field), base.span.union(field.span), over: base))
    }
    let arguments = [base] + (try list(.leftParenthesis, .rightParenthesis))
    let span = base.span.union(previous.span)
    return try checked(ExpressionTree(.call(field, arguments), span, over: arguments))
  }

  /// After a dot every word is a name, reserved or not.
  private mutating func fieldName() throws(Recovery) -> NameTree {
    guard current.kind == .word else { throw fault("字段名") }
    let token = advance()
    return NameTree(text: text(token), span: token.span)
  }

  mutating func list(_ opening: Token.Symbol, _ closing: Token.Symbol) throws(Recovery) -> [ExpressionTree] {
    try expect(opening)
    var items: [ExpressionTree] = []
    while !isAt(closing) {
      items.append(try expression())
      if !take(.comma), !isAt(closing) { throw fault("“,”或“\(closing.rawValue)”") }
    }
    advance()
    return items
  }

  // MARK: Bounds

  func node(_ kind: ExpressionTree.Kind, _ parts: ExpressionTree...) throws(Recovery) -> ExpressionTree {
    try node(kind, parts)
  }

  private func node(_ kind: ExpressionTree.Kind, _ parts: [ExpressionTree]) throws(Recovery) -> ExpressionTree
  {
    let span = parts.dropFirst().reduce(parts[0].span) { $0.union($1.span) }
    return try checked(ExpressionTree(kind, span, over: parts))
  }

  func checked(_ tree: ExpressionTree) throws(Recovery) -> ExpressionTree {
    guard tree.depth > Self.deepest else { return tree }
    throw tooDeep()
  }

  mutating func nested(
    _ body: (inout Parser) throws(Recovery) -> ExpressionTree
  ) throws(Recovery) -> ExpressionTree {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.deepest { throw tooDeep() }
    return try body(&self)
  }

  private func tooDeep() -> Recovery {
    reporter.error(.tooDeep, "式子套得太深或太长", at: current.span, help: "分成几条规则来写")
    return Recovery()
  }
}
