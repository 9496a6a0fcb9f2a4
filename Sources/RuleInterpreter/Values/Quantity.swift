import Figures
import RuleLanguage

/// All that is known of a number: the interval in which it lies, and why it is not narrower.
struct Quantity: Sendable {
  /// In millionths; `Int64.min` below has no bound, `Int64.max` above has none.
  let lower: Int64
  let upper: Int64
  /// Empty exactly when the number is known.
  let causes: Causes

  static let unbounded: (lower: Int64, upper: Int64) = (.min, .max)

  init(_ figure: Figure) {
    lower = figure.millionths
    upper = figure.millionths
    causes = .none
  }

  /// A bound interval; the causes fall away when it is a point.
  init(_ lower: Int64, _ upper: Int64, _ causes: Causes) {
    self.lower = lower
    self.upper = upper
    self.causes = lower == upper ? .none : causes
  }

  /// A number of which nothing is known but perhaps its sign.
  static func missing(_ causes: Causes, isSigned: Bool = true) -> Quantity {
    Quantity(isSigned ? .min : 0, .max, causes)
  }

  var figure: Figure? { lower == upper ? Figure(millionths: lower) : nil }
  var isExact: Bool { lower == upper }

  /// The smallest interval that holds both.
  func hull(_ other: Quantity, _ more: Causes = .none) -> Quantity {
    Quantity(min(lower, other.lower), max(upper, other.upper), causes.union(other.causes).union(more))
  }
}

extension Quantity {
  static func compare(
    _ kind: ComparisonOperator, _ left: Quantity, _ right: Quantity, within tolerance: Quantity?
  ) -> Truth {
    if let tolerance { return near(left, right, tolerance, isNegated: kind == .unequal) }
    let truth: Truth? =
      switch kind {
      case .equal: equal(left, right)
      case .unequal: equal(left, right)?.negated
      case .less: less(left, right)
      case .greaterOrEqual: less(left, right)?.negated
      case .greater: less(right, left)
      case .lessOrEqual: less(right, left)?.negated
      }
    return truth ?? .unknown(left.causes.union(right.causes))
  }

  private static func equal(_ left: Quantity, _ right: Quantity) -> Truth? {
    if left.isExact, right.isExact { return Truth(left.lower == right.lower) }
    return left.upper < right.lower || right.upper < left.lower ? .no : nil
  }

  private static func less(_ left: Quantity, _ right: Quantity) -> Truth? {
    if left.upper < right.lower { return .yes }
    return left.lower >= right.upper ? .no : nil
  }

  /// Whether two numbers are no further apart than a third says.
  private static func near(
    _ left: Quantity, _ right: Quantity, _ tolerance: Quantity, isNegated: Bool
  ) -> Truth {
    let causes = left.causes.union(right.causes).union(tolerance.causes)
    let difference = left.subtracting(right)
    let tooHigh = compare(.greater, difference, tolerance, within: nil)
    let tooLow = compare(.less, difference, tolerance.negated, within: nil)
    let far = tooHigh.or(tooLow)
    if case .unknown = far { return .unknown(causes.isEmpty ? difference.causes : causes) }
    return isNegated ? far : far.negated
  }
}
