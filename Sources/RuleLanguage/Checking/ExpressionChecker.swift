import Diagnostics

/// An expression that has been checked, and its type.
struct Typed {
  let expression: CheckedExpression
  let type: RuleType
  /// A number written out, which takes the unit of what it meets.
  var isLiteral = false
}

/// Resolves names and decides types. A nil result means that a fault was reported further in.
final class ExpressionChecker {
  struct Variable {
    let name: NameTree
    /// Nil when its list is wrong: what is said of it is then not judged.
    let type: RuleType?
    let slot: Int
    var isUsed = false
    /// Still to be seen by what follows.
    var isOpen = true
  }

  let names: Names
  let reporter: Reporter
  /// The editions that are spoken of here: those of the rule, or what a condition before leaves of them.
  private(set) var editions: [String]
  /// The editions that the rule itself names.
  let applies: [NameTree]
  /// Other reports that the rule compares with.
  let needs: NeedNames
  var variables: [Variable] = []
  var sides: Sides?
  /// How often something of the report was read: a condition that reads nothing is always the same.
  var reads = 0
  private var watched: SourceSpan?

  init(
    _ names: Names, _ reporter: Reporter, editions: [String]? = nil, applies: [NameTree] = [],
    needs: NeedNames = NeedNames([])
  ) {
    self.needs = needs
    self.names = names
    self.reporter = reporter
    self.editions = editions ?? names.schema.editions
    self.applies = applies
  }

  var schema: Schema { names.schema }
  var slots: Int { variables.count }

  func restrict(to edition: String) { editions = editions.filter { $0 == edition } }

  func check(_ tree: ExpressionTree, expecting expected: RuleType? = nil) -> Typed? {
    switch tree.kind {
    case .number(let figure): Typed(expression: .number(figure), type: .number, isLiteral: true)
    case .string(let content):
      if case .name(let set)? = expected { quotedName(tree, content, of: set) } else { text(content) }
    case .truth(let value): Typed(expression: .truth(value), type: .truth)
    case .pattern: fault(.wrongType, "模式不能单独使用", tree, help: "写在 find(正文, /…/) 或 matches(正文, /…/) 里")
    case .name(let name): self.name(NameTree(text: name, span: tree.span), expecting: expected)
    case .member(let base, let field): member(tree, base, field, expecting: expected)
    case .index(let base, let arguments): cell(tree, base, arguments)
    case .call(let name, let arguments): call(tree, name, arguments)
    case .negative(let operand): negative(operand)
    case .not(let operand): truth(operand).map { Typed(expression: .not($0), type: .truth) }
    case .arithmetic(let kind, let left, let right): arithmetic(tree, kind, left, right)
    case .comparison(let kind, let left, let right, let tolerance):
      comparison(tree, kind, left, right, tolerance)
    case .and(let left, let right): junction(left, right) { .and($0, $1) }
    case .or(let left, let right): junction(left, right) { .or($0, $1) }
    case .otherwise(let left, let right): otherwise(left, right)
    case .aggregate(let name, let body, let binding, let filter): aggregate(name, body, binding, filter)
    }
  }

  /// A truth that depends on the report.
  func condition(_ tree: ExpressionTree) -> CheckedExpression? {
    let before = reads
    let checked = truth(tree)
    if checked != nil, reads == before {
      reporter.warning(.constantCondition, "这个条件与报告内容无关，结果总是一样", at: tree.span)
    }
    return checked
  }

  func truth(_ tree: ExpressionTree) -> CheckedExpression? {
    guard let typed = check(tree) else { return nil }
    if typed.type == .truth { return typed.expression }
    return fault(.wrongType, "这里要一个真假判断", tree, "这是\(typed.type.title)", help: "如 … == …")
  }

  private func junction(
    _ left: ExpressionTree, _ right: ExpressionTree,
    _ make: (CheckedExpression, CheckedExpression) -> CheckedExpression
  ) -> Typed? {
    let (first, second) = (truth(left), truth(right))
    guard let first, let second else { return nil }
    if isSame(left, right) {
      reporter.warning(.redundant, "同一个条件写了两遍", at: right.span, help: "改成另一个条件，或删去一遍")
    }
    return Typed(expression: make(first, second), type: .truth)
  }

  /// Whether two trees say the same in the same words, white space apart.
  func isSame(_ left: ExpressionTree, _ right: ExpressionTree) -> Bool {
    words(left.span) == words(right.span)
  }

  private func words(_ span: SourceSpan) -> [UInt8] {
    reporter.source.bytes[span.lower..<span.upper].filter { $0 > UInt8(ascii: " ") }
  }

  private func text(_ content: SourceSpan) -> Typed {
    let source = SourceText(Unescaped.text(reporter.source, content))
    return Typed(expression: .text(FoldedText(source, source.span)), type: .text)
  }

  // MARK: The two sides of a check

  /// The comparison whose sides a message may name: the check itself, or the first of its alternatives.
  func watchSides(of tree: ExpressionTree) {
    switch tree.kind {
    case .or(let left, _): watchSides(of: left)
    case .comparison(_, let left, let right, _): watched = left.span.union(right.span)
    default: watched = nil
    }
  }

  func noteSides(_ left: Typed, _ right: Typed, _ leftTree: ExpressionTree, _ rightTree: ExpressionTree) {
    guard watched == leftTree.span.union(rightTree.span) else { return }
    watched = nil
    sides = Sides(
      left: left.expression, leftType: left.isLiteral ? right.type : left.type, right: right.expression,
      rightType: right.isLiteral ? left.type : right.type)
  }

  // MARK: Faults

  func fault<Result>(
    _ code: Code, _ message: String, _ tree: ExpressionTree, _ label: String = "", help: String? = nil
  ) -> Result? {
    reporter.error(code, message, at: tree.span, label, help: help)
    return nil
  }
}
