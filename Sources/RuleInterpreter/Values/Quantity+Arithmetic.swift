import Figures

extension Quantity {
  var negated: Quantity { Quantity(Self.negate(upper), Self.negate(lower), causes) }

  func adding(_ other: Quantity) -> Quantity {
    let causes = causes.union(other.causes)
    let isOpenBelow = lower == .min || other.lower == .min
    let isOpenAbove = upper == .max || other.upper == .max
    let low = lower.addingReportingOverflow(other.lower)
    let high = upper.addingReportingOverflow(other.upper)
    if low.overflow && !isOpenBelow || high.overflow && !isOpenAbove {
      return .missing(causes.union(.outOfRange))
    }
    return Quantity(isOpenBelow ? .min : low.partialValue, isOpenAbove ? .max : high.partialValue, causes)
  }

  func subtracting(_ other: Quantity) -> Quantity { adding(other.negated) }

  func multiplied(by other: Quantity) -> Quantity { corners(other, Self.product) }

  func divided(by other: Quantity) -> Quantity {
    if other.lower == 0, other.upper == 0 { return .missing(.divisionByZero) }
    if other.lower <= 0, other.upper >= 0 { return .missing(causes.union(other.causes)) }
    return corners(other, Self.quotient)
  }

  /// Products and quotients are monotone in each operand, so an interval's ends come from its corners.
  private func corners(_ other: Quantity, _ combine: (Int64, Int64) -> [Int128]) -> Quantity {
    let causes = causes.union(other.causes)
    var least = Self.infinity
    var greatest = -Self.infinity
    for left in [lower, upper] {
      for right in [other.lower, other.upper] {
        for value in combine(left, right) {
          least = min(least, value)
          greatest = max(greatest, value)
        }
      }
    }
    guard let low = Self.bound(least), let high = Self.bound(greatest) else {
      return .missing(causes.union(.outOfRange))
    }
    return Quantity(low, high, causes)
  }

  // MARK: Numbers with infinities

  private static let infinity = Int128(1) << 120

  private static func negate(_ bound: Int64) -> Int64 {
    if bound == .min { return .max }
    return bound == .max ? .min : -bound
  }

  private static func isInfinite(_ bound: Int64) -> Bool { bound == .min || bound == .max }

  private static func signed(_ isNegative: Bool) -> Int128 { isNegative ? -infinity : infinity }

  private static func product(_ left: Int64, _ right: Int64) -> [Int128] {
    if left == 0 || right == 0 { return [0] }
    if isInfinite(left) || isInfinite(right) { return [signed((left < 0) != (right < 0))] }
    return [Int128(left) * Int128(right) / Int128(Figure.scale)]
  }

  private static func quotient(_ left: Int64, _ right: Int64) -> [Int128] {
    if left == 0 { return [0] }
    let isNegative = (left < 0) != (right < 0)
    if isInfinite(right) { return isInfinite(left) ? [0, signed(isNegative)] : [0] }
    if isInfinite(left) { return [signed(isNegative)] }
    return [Int128(left) * Int128(Figure.scale) / Int128(right)]
  }

  /// Nil when a finite result does not fit.
  private static func bound(_ value: Int128) -> Int64? {
    if value >= infinity { return .max }
    if value <= -infinity { return .min }
    guard let bound = Int64(exactly: value), !isInfinite(bound) else { return nil }
    return bound
  }
}
