import Figures
import RuleLanguage

extension Run {
  /// Goes over the elements that meet the condition, or may; false when the list is not to be had.
  func each(
    _ binding: Binding, _ filter: CheckedExpression?, _ body: (_ whether: Truth) -> Void
  ) -> Causes? {
    switch value(binding.list) {
    case .list(let elements):
      for element in elements {
        guard spend() else { return .budget }
        variables[binding.slot] = element
        let whether = filter.map { truth($0) } ?? .yes
        if whether != .no { body(whether) }
      }
      return nil
    case .absent(let missing): return missing.causes
    default: return .mismatch
    }
  }

  func quantifier(
    _ kind: CheckedExpression.Aggregate, _ body: CheckedExpression, _ binding: Binding,
    _ filter: CheckedExpression?
  ) -> Truth {
    let isAll = kind == .all
    var result = Truth(isAll)
    let trouble = each(binding, filter) { whether in
      let holds = truth(body)
      result = isAll ? result.and(whether.negated.or(holds)) : result.or(whether.and(holds))
    }
    guard let trouble else { return result }
    return isAll ? result.and(.unknown(trouble)) : result.or(.unknown(trouble))
  }

  func fold(
    _ kind: CheckedExpression.Aggregate, _ body: CheckedExpression, _ binding: Binding,
    _ filter: CheckedExpression?
  ) -> Quantity {
    switch kind {
    case .sum: sum(body, binding, filter)
    case .count: count(body, binding, filter)
    case .min: least(body, binding, filter) { $0 }
    case .max: least(body, binding, filter) { $0.negated }.negated
    case .all, .any: .missing(.mismatch)
    }
  }

  private static let zero = Quantity(.zero)

  private func sum(_ body: CheckedExpression, _ binding: Binding, _ filter: CheckedExpression?) -> Quantity {
    var total = Self.zero
    let trouble = each(binding, filter) { whether in
      var part = quantity(body)
      if case .unknown(let causes) = whether { part = part.hull(Self.zero, causes) }
      total = total.adding(part)
    }
    return trouble.map { .missing($0) } ?? total
  }

  private func count(_ body: CheckedExpression, _ binding: Binding, _ filter: CheckedExpression?) -> Quantity
  {
    var total = Self.zero
    let one = Quantity(Figure(millionths: Figure.scale))
    let trouble = each(binding, filter) { whether in
      switch whether.and(truth(body)) {
      case .yes: total = total.adding(one)
      case .no: break
      case .unknown(let causes): total = total.adding(one.hull(Self.zero, causes))
      }
    }
    return trouble.map { .missing($0, isSigned: false) } ?? total
  }

  /// The least of the turned elements. One that only may belong can lower the result, never raise it; when
  /// none surely belongs there may be no least at all, and nothing is known.
  private func least(
    _ body: CheckedExpression, _ binding: Binding, _ filter: CheckedExpression?,
    _ turn: (Quantity) -> Quantity
  ) -> Quantity {
    var lower = Int64.max
    var upper = Int64.max
    var causes = Causes.none
    var isThere = false
    let trouble = each(binding, filter) { whether in
      let element = turn(quantity(body))
      lower = min(lower, element.lower)
      causes = causes.union(element.causes)
      if case .unknown(let reasons) = whether {
        causes = causes.union(reasons)
      } else {
        isThere = true
        upper = min(upper, element.upper)
      }
    }
    if let trouble { return .missing(trouble) }
    guard isThere else { return .missing(causes.isEmpty ? .emptyList : causes) }
    return Quantity(lower, upper, causes)
  }
}
