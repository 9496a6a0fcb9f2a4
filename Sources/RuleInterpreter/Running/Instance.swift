import RuleLanguage

/// One thing that a clause looks at: which loops are open around it.
struct Instance {
  let rule: CheckedRule
  let clause: CheckedClause
  var bindings: [Binding] = []

  func within(_ binding: Binding) -> Instance {
    var inner = self
    inner.bindings.append(binding)
    return inner
  }

  /// The conditions that were met to come here.
  var filters: [CheckedExpression] {
    clause.steps.compactMap { if case .filter(let condition) = $0 { condition } else { nil } }
  }
}
