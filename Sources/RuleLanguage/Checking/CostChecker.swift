import Diagnostics

/// Refuses a clause that would take too long on every long report, and says what takes so long.
struct CostChecker {
  private let bound: CostBound
  private let reporter: Reporter

  init(_ schema: Schema, _ reporter: Reporter) {
    self.bound = CostBound(schema)
    self.reporter = reporter
  }

  /// Walks the clause from the outside in, multiplying as loops open.
  func check(_ clause: CheckedClause, _ tree: ClauseTree) {
    var rounds = 1
    var steps = 0
    var loops: [String] = []
    for (step, stepTree) in zip(clause.steps, tree.steps) {
      switch (step, stepTree) {
      case (.loop(let binding), .loop(let bindingTree)):
        steps = bound.sum(steps, bound.times(rounds, bound.cost(binding.list)))
        rounds = bound.times(rounds, bound.size(binding.list))
        steps = bound.sum(steps, rounds)
        loops.append("\(bindingTree.name.text)（最多 \(bound.size(binding.list)) 项）")
        if report(steps, loops, bindingTree.list.span) { return }
      case (.filter(let condition), .filter(let conditionTree)):
        steps = bound.sum(steps, bound.times(rounds, bound.cost(condition)))
        if report(steps, loops, conditionTree.span) { return }
      default: break
      }
    }
    let (demand, span) = demand(clause, tree)
    _ = report(bound.sum(steps, bound.times(rounds, demand)), loops, span)
  }

  private func demand(_ clause: CheckedClause, _ tree: ClauseTree) -> (Int, SourceSpan) {
    switch (clause.demand, tree.demand) {
    case (.check(let condition, _), .check(let tree)): (bound.cost(condition), tree.span)
    case (.forbid(let binding, let filter), .forbid(let bindingTree, _)):
      (
        bound.sum(
          bound.cost(binding.list),
          bound.times(bound.size(binding.list), 1 + (filter.map(bound.cost) ?? 0))), bindingTree.list.span
      )
    default: (0, tree.span)
    }
  }

  private func report(_ steps: Int, _ loops: [String], _ span: SourceSpan) -> Bool {
    guard steps > CostBound.most else { return false }
    let count = steps == .max ? "无数" : String(steps)
    let inside = loops.isEmpty ? [] : ["外面的循环：" + loops.joined(separator: "、")]
    reporter.error(
      .tooCostly, "一份长报告上要算约 \(count) 步，上限 \(CostBound.most) 步", at: span, "费在这里", notes: inside,
      help: "先用一个 find 把要的文字找出来，再在循环里核对，不在循环里反复查整篇正文")
    return true
  }
}
