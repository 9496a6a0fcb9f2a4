/// An exact decimal number with six places: a count of things (件), or an amount in 万元 down to the 分.
///
/// Six places, not four: local forms ask for four, but amounts are printed down to the 分 (0.01 元),
/// which is 0.000001 万元, and rounding one would turn a right figure into a wrong one.
public struct Figure: Sendable, Hashable, Comparable {
  /// The value in millionths.
  public let millionths: Int64

  public static let places = 6
  public static let scale: Int64 = 1_000_000
  public static let zero = Figure(millionths: 0)

  public init(millionths: Int64) { self.millionths = millionths }

  /// A whole number, or nil when it is beyond what a figure holds (about nine million million).
  public init?(_ whole: Int64) {
    let (product, overflow) = whole.multipliedReportingOverflow(by: Figure.scale)
    if overflow { return nil }
    self.millionths = product
  }

  public var isWhole: Bool { millionths % Figure.scale == 0 }

  /// The whole number that this is, or nil when it has a fraction.
  public var whole: Int64? { isWhole ? millionths / Figure.scale : nil }

  public static func < (left: Figure, right: Figure) -> Bool { left.millionths < right.millionths }
}

extension Figure {
  /// The sum, or nil on overflow.
  public func adding(_ other: Figure) -> Figure? {
    let (sum, overflow) = millionths.addingReportingOverflow(other.millionths)
    return overflow ? nil : Figure(millionths: sum)
  }

  /// The difference, or nil on overflow.
  public func subtracting(_ other: Figure) -> Figure? {
    let (difference, overflow) = millionths.subtractingReportingOverflow(other.millionths)
    return overflow ? nil : Figure(millionths: difference)
  }

  /// The product cut off after six places, or nil on overflow.
  public func multiplied(by other: Figure) -> Figure? {
    Figure(wide: Int128(millionths) * Int128(other.millionths) / Int128(Figure.scale))
  }

  /// The quotient cut off after six places, or nil on division by zero or overflow.
  public func divided(by other: Figure) -> Figure? {
    guard other.millionths != 0 else { return nil }
    return Figure(wide: Int128(millionths) * Int128(Figure.scale) / Int128(other.millionths))
  }

  /// The sum of all, or nil on overflow.
  public static func sum(_ figures: [Figure]) -> Figure? {
    figures.reduce(Figure?.some(.zero)) { total, next in total.flatMap { $0.adding(next) } }
  }

  private init?(wide: Int128) {
    guard let millionths = Int64(exactly: wide) else { return nil }
    self.millionths = millionths
  }
}

extension Figure: CustomStringConvertible {
  /// Plain decimal notation with no needless zeros: `14`, `324.4001`, `-0.5`.
  public var description: String {
    let magnitude = millionths.magnitude
    let unit = Figure.scale.magnitude
    let sign = millionths < 0 ? "-" : ""
    let whole = magnitude / unit
    var fraction = magnitude % unit
    if fraction == 0 { return "\(sign)\(whole)" }
    var width = Figure.places
    while fraction % 10 == 0 {
      fraction /= 10
      width -= 1
    }
    let digits = String(fraction)
    return "\(sign)\(whole)." + String(repeating: "0", count: width - digits.count) + digits
  }
}
