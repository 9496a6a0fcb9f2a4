/// A half-open range of byte offsets into a `SourceText`.
public struct SourceSpan: Sendable, Hashable {
  public let lower: Int
  public let upper: Int

  public init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a span ends where it begins or later")
    self.lower = lower
    self.upper = upper
  }

  public var isEmpty: Bool { lower == upper }
  public var count: Int { upper - lower }

  public func contains(_ other: SourceSpan) -> Bool { lower <= other.lower && other.upper <= upper }

  /// The smallest span that covers both.
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(min(lower, other.lower), max(upper, other.upper))
  }
}
