import Diagnostics

extension RuleTree {
  /// The rule with one part left out, in every way there is.
  var reductions: [Reduction<RuleTree>] {
    clauses.indices.flatMap { index -> [Reduction<RuleTree>] in
      let dropped = clauses.count < 2 ? [] : [without(index)]
      return dropped
        + clauses[index].reductions.map { reduction in
          var rule = self
          rule.clauses[index] = reduction.tree
          return Reduction(tree: rule, part: reduction.part, removed: reduction.removed)
        }
    }
  }

  private func without(_ index: Int) -> Reduction<RuleTree> {
    var rule = self
    rule.clauses.remove(at: index)
    return Reduction(tree: rule, part: .clause, removed: clauses[index].demandSpan)
  }
}

extension ClauseTree {
  fileprivate var demandSpan: SourceSpan {
    switch demand {
    case .check(let condition): condition.span
    case .forbid(let binding, _): binding.list.span
    case nil: span
    }
  }

  fileprivate var reductions: [Reduction<ClauseTree>] {
    steps.indices.flatMap(stepReductions) + demandReductions
  }

  private func stepReductions(_ index: Int) -> [Reduction<ClauseTree>] {
    switch steps[index] {
    case .loop(let binding):
      return binding.list.reductions.map { reduction in
        changed(reduction) { $0.steps[index] = .loop(BindingTree(name: binding.name, list: reduction.tree)) }
      }
    case .filter(let condition):
      var without = self
      without.steps.remove(at: index)
      return [Reduction(tree: without, part: .filter, removed: condition.span)]
        + condition.reductions.map { reduction in
          changed(reduction) { $0.steps[index] = .filter(reduction.tree) }
        }
    }
  }

  private var demandReductions: [Reduction<ClauseTree>] {
    switch demand {
    case .check(let condition):
      return condition.reductions.map { reduction in changed(reduction) { $0.demand = .check(reduction.tree) }
      }
    case .forbid(let binding, let filter):
      let lists = binding.list.reductions.map { reduction in
        changed(reduction) {
          $0.demand = .forbid(BindingTree(name: binding.name, list: reduction.tree), filter: filter)
        }
      }
      guard let filter else { return lists }
      var without = self
      without.demand = .forbid(binding, filter: nil)
      return lists + [Reduction(tree: without, part: .filter, removed: filter.span)]
        + filter.reductions.map { reduction in
          changed(reduction) { $0.demand = .forbid(binding, filter: reduction.tree) }
        }
    case nil: return []
    }
  }

  private func changed(
    _ reduction: Reduction<ExpressionTree>, _ change: (inout ClauseTree) -> Void
  ) -> Reduction<ClauseTree> {
    var clause = self
    change(&clause)
    return Reduction(tree: clause, part: reduction.part, removed: reduction.removed)
  }
}
