/// What a text must contain for a pattern to match in it: of each group of literals, at least one. Told from
/// the pattern's own text, and cheaply: when in doubt, nothing is required.
package struct RequiredLiterals: Sendable, Hashable {
  /// All of these, each by any one of its literals; empty when nothing is sure.
  package let groups: [[[UInt8]]]

  package init(of pattern: String) {
    var scanner = LiteralScanner(Array(pattern.utf8))
    groups = scanner.scan().map(\.demands) ?? []
  }
}

/// What is known of what a part of a pattern matches.
struct Literals {
  /// More ways to spell a part than these are not followed.
  static let mostSpellings = 24

  /// Every string that a match can end in, when these are few.
  private(set) var endings: [[UInt8]]?
  /// Whether the endings are all there is to a match.
  private(set) var isWhole: Bool
  /// Of each of these groups, every match contains at least one.
  private(set) var required: [[[UInt8]]] = []

  static let empty = Literals(spellings: [[]])
  /// Could be anything.
  static let unknown = Literals(required: [])

  init(spellings: [[UInt8]]) {
    endings = spellings
    isWhole = true
  }

  private init(endings: [[UInt8]]? = nil, isWhole: Bool = false, required: [[[UInt8]]]) {
    self.endings = endings
    self.isWhole = isWhole
    self.required = required
  }

  /// The groups, its own endings among them.
  var demands: [[[UInt8]]] {
    guard let endings, !endings.isEmpty, !endings.contains(where: \.isEmpty) else { return required }
    return required + [endings]
  }

  /// Every string that the part can match, when these are few.
  private var spellings: [[UInt8]]? { isWhole ? endings : nil }

  /// One part after another.
  func followed(by next: Literals) -> Literals {
    if let endings, let others = next.spellings, endings.count * others.count <= Self.mostSpellings {
      let joined = endings.flatMap { first in others.map { first + $0 } }
      return Literals(endings: joined, isWhole: isWhole, required: required)
    }
    return Literals(endings: next.endings, required: demands + next.required)
  }

  /// One part or another.
  static func either(_ branches: [Literals]) -> Literals {
    if branches.count == 1 { return branches[0] }
    let spellings = branches.compactMap(\.spellings).joined()
    if branches.allSatisfy(\.isWhole), spellings.count <= mostSpellings {
      return Literals(spellings: Array(spellings))
    }
    let best = branches.map { branch in branch.demands.max { weight($0) < weight($1) } }
    guard best.allSatisfy({ $0 != nil }) else { return .unknown }
    return Literals(required: [best.flatMap { $0 ?? [] }])
  }

  /// The part, or nothing at all, or many of it.
  func repeated(least: Int, most: Int?) -> Literals {
    if least == 1, most == 1 { return self }
    if least > 0 { return Literals(required: demands) }
    guard most == 1, let spellings, spellings.count < Self.mostSpellings else { return .unknown }
    return Literals(spellings: spellings + [[]])
  }

  /// Long literals, and few of them, are rare in a text.
  private static func weight(_ group: [[UInt8]]) -> Int {
    (group.map(\.count).min() ?? 0) * 4 - group.count
  }
}
