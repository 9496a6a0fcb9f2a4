import RuleLanguage

extension Run {
  func truth(_ expression: CheckedExpression) -> Truth {
    switch expression {
    case .truth(let value): return Truth(value)
    case .compare(let kind, let left, let right, let tolerance):
      return Quantity.compare(kind, quantity(left), quantity(right), within: tolerance.map { quantity($0) })
    case .same(let left, let right, let isNegated):
      let same = same(value(left), value(right))
      return isNegated ? same.negated : same
    case .and(let left, let right): return truth(left).and(truth(right))
    case .or(let left, let right): return truth(left).or(truth(right))
    case .not(let operand): return truth(operand).negated
    case .known(let operand): return Truth(isKnown(operand))
    case .matches(let text, let pattern): return matches(text, pattern)
    case .contains(let text, let part): return contains(text, part)
    case .aggregate(let kind, let body, let binding, let filter):
      return quantifier(kind, body, binding, filter)
    case .otherwise(let first, let second):
      let truth = asRead { self.truth(first) }
      if case .unknown = truth { return self.truth(second) }
      return truth
    default: return Self.truth(value(expression))
    }
  }

  private static func truth(_ value: Value) -> Truth {
    switch value {
    case .truth(let value): Truth(value)
    case .absent(let missing): .unknown(missing.causes)
    default: .unknown(.mismatch)
    }
  }

  private func isKnown(_ expression: CheckedExpression) -> Bool {
    if case .absent = asRead({ value(expression) }) { false } else { true }
  }

  private func same(_ left: Value, _ right: Value) -> Truth {
    switch (left, right) {
    case (.absent(let left), .absent(let right)): .unknown(left.causes.union(right.causes))
    case (.absent(let missing), _), (_, .absent(let missing)): .unknown(missing.causes)
    case (.text(let left), .text(let right)): Truth(left.bytes == right.bytes)
    case (.index(let left), .index(let right)): Truth(left == right)
    case (.truth(let left), .truth(let right)): Truth(left == right)
    default: .unknown(.mismatch)
    }
  }
}
