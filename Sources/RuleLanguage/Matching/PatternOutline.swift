/// What can be told of a pattern's matches from its own text, and cheaply. When in doubt, nothing is promised.
package struct PatternOutline: Sendable, Hashable {
  /// What a text must contain for the pattern to match in it: all of these groups, each by any one of its literals;
  /// empty when nothing is sure.
  package let required: [[[UInt8]]]
  /// That no match has a full stop or a semicolon in it but as its first or last character.
  package let isOfSentence: Bool

  package init(of pattern: String) { self.init(PatternFragment(pattern).literals) }

  /// - Parameter literals: nil when the pattern uses something that is not followed.
  init(_ literals: Literals?) {
    required = literals?.demands ?? []
    isOfSentence = literals.map { !$0.stops.isWithin } ?? false
  }
}

/// What is known of what a part of a pattern matches.
struct Literals: PatternPart {
  /// More ways to spell a part than these are not followed.
  static let mostSpellings = 24

  /// Every string that a match can end in, when these are few.
  private(set) var endings: [[UInt8]]?
  /// Whether the endings are all there is to a match.
  private(set) var isWhole: Bool
  /// Of each of these groups, every match contains at least one.
  private(set) var required: [[[UInt8]]] = []
  /// Where a full stop can stand in a match.
  private(set) var stops: StopPlaces

  static func anchor(isLineStart: Bool) -> Literals { characters([]) }

  static func characters(_ bytes: [UInt8]) -> Literals {
    Literals(endings: [bytes], isWhole: true, required: [], stops: .characters(bytes))
  }

  /// A few characters side by side are spelt out.
  static func character(of members: PatternClass) -> Literals {
    let stops = StopPlaces.character(canBeStop: members.canBeStop)
    let isSpelt = !members.hasDigits && !members.hasOthers && members.members.count <= mostSpellings
    return Literals(endings: isSpelt ? members.members : nil, isWhole: isSpelt, required: [], stops: stops)
  }

  private init(
    endings: [[UInt8]]? = nil, isWhole: Bool = false, required: [[[UInt8]]], stops: StopPlaces
  ) {
    self.endings = endings
    self.isWhole = isWhole
    self.required = required
    self.stops = stops
  }

  /// The groups, its own endings among them.
  var demands: [[[UInt8]]] {
    guard let endings, !endings.isEmpty, !endings.contains(where: \.isEmpty) else { return required }
    return required + [endings]
  }

  /// Every string that the part can match, when these are few.
  private var spellings: [[UInt8]]? { isWhole ? endings : nil }

  func followed(by next: Literals) -> Literals {
    let stops = stops.followed(by: next.stops)
    if let endings, let others = next.spellings, endings.count * others.count <= Self.mostSpellings {
      let joined = endings.flatMap { first in others.map { first + $0 } }
      return Literals(endings: joined, isWhole: isWhole, required: required, stops: stops)
    }
    return Literals(endings: next.endings, required: demands + next.required, stops: stops)
  }

  static func either(_ branches: [Literals]) -> Literals {
    if branches.count == 1 { return branches[0] }
    let stops = branches.dropFirst().reduce(branches[0].stops) { $0.or($1.stops) }
    if branches.allSatisfy({ $0.isWhole }) {
      let spellings = branches.flatMap { $0.endings ?? [] }
      if spellings.count <= mostSpellings {
        return Literals(endings: spellings, isWhole: true, required: [], stops: stops)
      }
    }
    let best = branches.map { branch in branch.demands.max { weight($0) < weight($1) } }
    guard best.allSatisfy({ $0 != nil }) else { return Literals(required: [], stops: stops) }
    return Literals(required: [best.flatMap { $0 ?? [] }], stops: stops)
  }

  func repeated(least: Int, most: Int?) -> Literals {
    if least == 1, most == 1 { return self }
    let stops = stops.repeated(least: least, most: most)
    if least > 0 { return Literals(required: demands, stops: stops) }
    guard most == 1, let spellings, spellings.count < Self.mostSpellings else {
      return Literals(required: [], stops: stops)
    }
    return Literals(endings: spellings + [[]], isWhole: true, required: [], stops: stops)
  }

  /// Long literals, and few of them, are rare in a text.
  private static func weight(_ group: [[UInt8]]) -> Int {
    group.reduce(Int.max) { min($0, $1.count) } * 4 - group.count
  }
}
