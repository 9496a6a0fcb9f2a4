import Diagnostics

extension Parser {
  static let ruleStatements = LanguageReference.ruleStatements.map(\.name)

  mutating func rule() throws(Recovery) -> RuleTree {
    let start = advance().span
    let id = try joined("规则编号，如 t3-balance")
    let severity = try name("严重程度 critical、error、warning 或 info")
    let title = try string("规则的标题")
    let head = start.union(title.span)
    var tree = RuleTree(id: id, severity: severity, title: title, span: head, whole: head)
    let brace = current.span
    try expect(.leftBrace)
    tree.isWhole = block(opened: brace, statements: Self.ruleStatements) { parser throws(Recovery) in
      try parser.ruleStatement(into: &tree)
    }
    tree.whole = head.union(previous.span)
    return tree
  }

  private mutating func ruleStatement(into tree: inout RuleTree) throws(Recovery) {
    let keyword = current
    guard keyword.kind == .word else { throw fault("语句", help: Self.statementsHelp) }
    switch text(keyword) {
    case "basis": try once(&tree.basis, "依据文字")
    case "fix": try once(&tree.fix, "整改建议的文字")
    case "applies": try applies(into: &tree)
    case "needs": try need(into: &tree)
    case "for": try loop(into: &tree)
    case "where": try filter(into: &tree)
    case "check": try check(into: &tree)
    case "forbid": try forbid(into: &tree)
    case "message": try message(into: &tree)
    case "example": tree.examples.append(try example())
    default: throw unknownStatement(keyword)
    }
  }

  private static let statementsHelp = "语句以 " + ruleStatements.joined(separator: "、") + " 之一开头"

  private func unknownStatement(_ keyword: Token) -> Recovery {
    let word = text(keyword)
    let help = Suggestion.help(word, among: Self.ruleStatements) ?? Self.statementsHelp
    reporter.error(.unknownStatement, "规则里没有“\(word)”这种语句", at: keyword.span, help: help)
    return Recovery()
  }

  private mutating func once(_ slot: inout StringTree?, _ what: String) throws(Recovery) {
    let keyword = advance()
    let value = try string(what)
    if slot != nil { reportRepeated(keyword) }
    slot = slot ?? value
  }

  func reportRepeated(_ keyword: Token) {
    reporter.error(.repeatedStatement, "“\(text(keyword))”写了两次", at: keyword.span, help: "只留一个")
  }

  private mutating func need(into tree: inout RuleTree) throws(Recovery) {
    advance()
    let name = try name("名称，如 prev")
    if !take(.assign) { throw fault("“=”", help: Self.needHelp) }
    let function = try self.name("archive")
    let arguments = try list(.leftParenthesis, .rightParenthesis)
    let span = name.span.union(previous.span)
    tree.needs.append(NeedTree(name: name, function: function, arguments: arguments, span: span))
  }

  static let needHelp = "如 needs prev = archive(report.agency, report.year - 1)"

  // MARK: Clauses

  /// The clause that is being written: a new one once the last has its message.
  private func openClause(_ tree: inout RuleTree) {
    if tree.clauses.isEmpty || tree.clauses.last?.message != nil {
      tree.clauses.append(ClauseTree(span: current.span))
    }
  }

  private mutating func loop(into tree: inout RuleTree) throws(Recovery) {
    openClause(&tree)
    reportStepAfterDemand(tree)
    advance()
    let binding = try binding()
    tree.clauses[tree.clauses.count - 1].steps.append(.loop(binding))
  }

  private mutating func filter(into tree: inout RuleTree) throws(Recovery) {
    openClause(&tree)
    advance()
    let condition = try expression()
    let last = tree.clauses.count - 1
    if case .forbid(let binding, let filter) = tree.clauses[last].demand {
      let both = filter.map {
        ExpressionTree(.and($0, condition), $0.span.union(condition.span), over: $0, condition)
      }
      tree.clauses[last].demand = .forbid(binding, filter: both ?? condition)
    } else {
      reportStepAfterDemand(tree)
      tree.clauses[last].steps.append(.filter(condition))
    }
  }

  /// A loop or condition that follows a check whose message is still to come.
  private func reportStepAfterDemand(_ tree: RuleTree) {
    guard tree.clauses.last?.demand != nil else { return }
    reporter.error(
      .missingMessage, "上一个 check 或 forbid 还没有 message", at: current.span, help: "先写 message，再写下一个检查")
  }

  private mutating func check(into tree: inout RuleTree) throws(Recovery) {
    openClause(&tree)
    reportStepAfterDemand(tree)
    advance()
    let condition = try expression()
    tree.clauses[tree.clauses.count - 1].demand = .check(condition)
  }

  private mutating func forbid(into tree: inout RuleTree) throws(Recovery) {
    openClause(&tree)
    reportStepAfterDemand(tree)
    advance()
    let binding = try binding()
    tree.clauses[tree.clauses.count - 1].demand = .forbid(binding, filter: nil)
  }

  mutating func binding() throws(Recovery) -> BindingTree {
    let name = try name("变量名")
    try expect(word: "in")
    return BindingTree(name: name, list: try expression())
  }

  private mutating func message(into tree: inout RuleTree) throws(Recovery) {
    let keyword = advance()
    let text = try string("消息文字")
    guard let last = tree.clauses.indices.last else {
      reporter.error(.unexpected, "message 前面没有 check 或 forbid", at: keyword.span, help: "先写 check 或 forbid")
      return
    }
    if tree.clauses[last].message != nil { return reportRepeated(keyword) }
    tree.clauses[last].message = text
  }
}
