/// What is told of a part of a pattern. It is put together from what is told of the parts of that part.
protocol PatternPart {
  /// An anchor: it is there, and takes no characters.
  static func anchor(isLineStart: Bool) -> Self
  /// Characters that stand for themselves.
  static func characters(_ bytes: [UInt8]) -> Self
  /// One character of a class.
  static func character(of members: PatternClass) -> Self
  /// One part or another.
  static func either(_ branches: [Self]) -> Self
  /// One part after another.
  func followed(by next: Self) -> Self
  /// The part that many times; without a limit when `most` is nil.
  func repeated(least: Int, most: Int?) -> Self
}

/// Characters of which one may stand somewhere.
struct PatternClass: Equatable {
  /// Those that are listed one by one.
  var members: [[UInt8]] = []
  /// Whether the ten digits are in it.
  var hasDigits = false
  /// Whether there may be others in it.
  var hasOthers = false
  /// Whether a full stop or a semicolon may be in it.
  var canBeStop = false

  static let digit = PatternClass(hasDigits: true)
  static let han = PatternClass(hasOthers: true)
  /// `.`, `\D`, `\P{Han}` and their kind: the stops are among what they hold.
  static let anything = PatternClass(hasOthers: true, canBeStop: true)

  /// Adds what another class holds.
  mutating func formUnion(_ other: PatternClass) {
    members += other.members
    hasDigits = hasDigits || other.hasDigits
    hasOthers = hasOthers || other.hasOthers
    canBeStop = canBeStop || other.canBeStop
  }
}
