import Diagnostics

extension Parser {
  private static let claimStatements = LanguageReference.claimStatements.map(\.name)

  mutating func claim() throws(Recovery) -> ClaimTree {
    let start = advance().span
    let name = try name("陈述的名称")
    try expect(.colon)
    let unit = try self.name("单位，如 件")
    var tree = ClaimTree(name: name, unit: unit, whole: start.union(unit.span))
    let brace = current.span
    try expect(.leftBrace)
    tree.isWhole = block(opened: brace, statements: Self.claimStatements) { parser throws(Recovery) in
      try parser.claimStatement(into: &tree)
    }
    tree.whole = start.union(previous.span)
    return tree
  }

  mutating func fragment() throws(Recovery) -> FragmentTree {
    advance()
    return FragmentTree(name: try name("片段的名称"), pattern: try pattern())
  }

  mutating func scopes() throws(Recovery) -> ScopesTree {
    advance()
    var tree = ScopesTree(name: try name("范围组的名称"))
    let brace = current.span
    try expect(.leftBrace)
    tree.isWhole = block(opened: brace, statements: ["scope"]) { parser throws(Recovery) in
      guard parser.isAt(word: "scope") else { throw parser.fault("scope", help: "范围组只由 scope 组成") }
      tree.marks.append(try parser.scopeMark())
    }
    return tree
  }

  mutating func wordings() throws(Recovery) -> WordingsTree {
    advance()
    var tree = WordingsTree(name: try name("说法组的名称"))
    let brace = current.span
    try expect(.leftBrace)
    tree.isWhole = block(opened: brace, statements: ["pattern", "zero"]) { parser throws(Recovery) in
      guard parser.isAt(word: "pattern") || parser.isAt(word: "zero") else {
        throw parser.fault("pattern 或 zero", help: "说法组只由 pattern、zero 组成")
      }
      tree.sources.append(try parser.source(isZero: parser.isAt(word: "zero")))
    }
    return tree
  }

  private mutating func claimStatement(into tree: inout ClaimTree) throws(Recovery) {
    guard current.kind == .word else { throw fault("pattern、zero、scope 或 use") }
    switch text(current) {
    case "pattern": tree.sources.append(.source(try source(isZero: false)))
    case "zero": tree.sources.append(.source(try source(isZero: true)))
    case "scope": tree.scopes.append(.mark(try scopeMark()))
    case "use": try use(into: &tree)
    default:
      let word = text(current)
      reporter.error(
        .unknownStatement, "陈述里没有“\(word)”这种语句", at: current.span,
        help: Suggestion.help(word, among: Self.claimStatements) ?? "陈述由 pattern、zero、scope、use 组成")
      throw Recovery()
    }
  }

  /// `use 名称` takes over scopes, `use 名称 of /…/` wordings.
  private mutating func use(into tree: inout ClaimTree) throws(Recovery) {
    advance()
    let name = try name("范围组或说法组的名称")
    if take(word: "of") {
      tree.sources.append(.use(name, of: try pattern()))
    } else {
      tree.scopes.append(.use(name))
    }
  }

  private mutating func source(isZero: Bool) throws(Recovery) -> ClaimTree.Source {
    advance()
    let pattern = try pattern()
    try expect(word: "in")
    return ClaimTree.Source(pattern: pattern, text: try postfix(), isZero: isZero)
  }

  private mutating func scopeMark() throws(Recovery) -> ClaimTree.ScopeMark {
    advance()
    let scope = try name("范围的名称")
    return ClaimTree.ScopeMark(scope: scope, condition: try scopeCondition())
  }

  private mutating func scopeCondition() throws(Recovery) -> ClaimTree.ScopeMark.Condition {
    let start = current.span
    switch current.kind == .word ? text(current) : "" {
    case "before":
      advance()
      return .before(try pattern())
    case "after":
      advance()
      return .after(try pattern())
    case "another":
      advance()
      try expect(word: "year")
      let isBefore = isAt(word: "before")
      if isBefore { advance() }
      return .anotherYear(start.union(previous.span), isBefore: isBefore)
    default: throw fault("before、after 或 another year")
    }
  }
}
