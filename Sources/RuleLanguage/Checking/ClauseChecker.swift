import Diagnostics

/// Checks one clause of a rule: loops and conditions in order, the demand, then what is said of it.
struct ClauseChecker {
  private let rule: RuleChecker
  private let tree: ClauseTree
  private let expressions: ExpressionChecker

  /// Three loops over ten rows are a thousand instances; more is a slip.
  private static let mostLoops = 3

  init(_ rule: RuleChecker, _ tree: ClauseTree) {
    self.rule = rule
    self.tree = tree
    self.expressions = ExpressionChecker(
      rule.names, rule.reporter, editions: rule.editions, applies: rule.tree.editions,
      needs: rule.needs)
  }

  func check() -> CheckedClause? {
    checkLoops()
    let steps = tree.steps.compactMap(step)
    guard let demandTree = tree.demand else { return reportMissingDemand() }
    let demand = demand(demandTree)
    let message = message()
    let fix = rule.tree.fix.map { TemplateChecker(expressions).check($0) }
    expressions.reportUnused()
    guard let demand, let message, steps.count == tree.steps.count else { return nil }
    let clause = CheckedClause(
      steps: steps, demand: demand, message: message, fix: fix, slots: expressions.slots)
    CostChecker(rule.names.schema, rule.reporter).check(clause, tree)
    return clause
  }

  private func checkLoops() {
    let loops = tree.steps.compactMap { step -> BindingTree? in
      if case .loop(let binding) = step { binding } else { nil }
    }
    guard loops.count > Self.mostLoops else { return }
    rule.reporter.error(
      .tooManyLoops, "最多套 \(Self.mostLoops) 层 for", at: loops[Self.mostLoops].name.span, help: "分成几条规则来写")
  }

  private func step(_ step: ClauseTree.Step) -> CheckedClause.Step? {
    switch step {
    case .loop(let binding): expressions.bind(binding).map { .loop($0) }
    case .filter(let condition): filter(condition)
    }
  }

  private func filter(_ condition: ExpressionTree) -> CheckedClause.Step? {
    let checked = expressions.condition(condition)
    expressions.narrow(by: condition)
    return checked.map { .filter($0) }
  }

  private func demand(_ demand: ClauseTree.Demand) -> CheckedClause.Demand? {
    switch demand {
    case .check(let condition):
      expressions.watchSides(of: condition)
      return expressions.condition(condition).map { .check($0, expressions.sides) }
    case .forbid(let binding, let filter):
      let bound = expressions.bind(binding)
      expressions.forgive(binding.name)
      guard let bound else {
        _ = filter.map { expressions.check($0) }
        return nil
      }
      guard let filter else { return .forbid(bound, nil) }
      return expressions.condition(filter).map { .forbid(bound, $0) }
    }
  }

  private func message() -> Template? {
    guard let message = tree.message else {
      guard rule.tree.isWhole else { return nil }
      rule.reporter.error(
        .missingMessage, "这一检查没有 message", at: tree.span, "规则 \(rule.tree.id.text)", help: "加一行 message \"…\""
      )
      return nil
    }
    return TemplateChecker(expressions).check(message)
  }

  private func reportMissingDemand() -> CheckedClause? {
    if rule.tree.isWhole, rule.tree.clauses.contains(where: { $0.demand != nil }) {
      rule.reporter.error(
        .missingCheck, "这里没有 check 或 forbid", at: tree.span, help: "加一行 check … 或 forbid … in …")
    }
    return nil
  }
}
