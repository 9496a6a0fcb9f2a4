/// Reads as much of RE2's syntax as it takes to tell literals, classes and repetitions from the rest; gives up on what
/// it does not know.
struct PatternScanner<Part: PatternPart> {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  /// Groups within groups are followed so far.
  private static var deepest: Int { 50 }

  private let known: [KnownPart<Part>]
  /// Whether all that was read is surely right; ranges and the names of classes are left to RE2.
  private(set) var isWellFormed = true
  /// How many of the known parts lie behind.
  private var passed = 0

  /// - Parameter known: what was told before of groups in it, from the first to the last.
  init(_ bytes: [UInt8], known: [KnownPart<Part>] = []) {
    self.bytes = bytes
    self.known = known
  }

  /// Nil when the pattern uses something that is not followed here.
  mutating func scan() -> Part? {
    guard let literals = alternation(), index == bytes.count else { return nil }
    return literals
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ ascii: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: ascii) else { return false }
    index += 1
    return true
  }

  private mutating func alternation() -> Part? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { return nil }
    var branches: [Part] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while take("|")
    return .either(branches)
  }

  private mutating func sequence() -> Part? {
    var whole: Part?
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard let part = atom(), let repeated = repetition(of: part) else { return nil }
      whole = whole?.followed(by: repeated) ?? repeated
    }
    return whole ?? .characters([])
  }

  private mutating func atom() -> Part? {
    switch bytes[index] {
    case UInt8(ascii: "("): group()
    case UInt8(ascii: "["): characterClass().map { Part.character(of: $0) }
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "."): skip(.character(of: .anything))
    case UInt8(ascii: "^"): skip(.anchor(isLineStart: true))
    case UInt8(ascii: "$"): skip(.anchor(isLineStart: false))
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"): nil
    default: .characters(run())
    }
  }

  private mutating func skip(_ part: Part) -> Part {
    index += 1
    return part
  }

  /// The bytes of one character.
  private mutating func character() -> [UInt8] {
    let start = index
    passCharacter()
    return Array(bytes[start..<index])
  }

  private mutating func passCharacter() {
    index += 1
    while let byte = next, byte & 0xC0 == 0x80 { index += 1 }
  }

  /// The bytes of characters that stand for themselves; one that is repeated stands alone.
  private mutating func run() -> [UInt8] {
    let start = index
    passCharacter()
    while let byte = next, !Self.isSyntax(byte) {
      let end = index
      passCharacter()
      if let operation = next, Self.isRepetition(operation) {
        index = end
        break
      }
    }
    return Array(bytes[start..<index])
  }

  private static func isRepetition(_ byte: UInt8) -> Bool { "*+?{".utf8.contains(byte) }

  private static func isSyntax(_ byte: UInt8) -> Bool {
    isRepetition(byte) || "|()[\\.^$".utf8.contains(byte)
  }

  /// `(…)`, `(?:…)`, `(?P<name>…)`; flags change what literals mean, so they are not followed.
  private mutating func group() -> Part? {
    if passed < known.count, known[passed].range.lowerBound == index {
      index = known[passed].range.upperBound
      isWellFormed = isWellFormed && known[passed].isWellFormed
      passed += 1
      return known[passed - 1].part
    }
    index += 1
    if take("?") {
      if take("P") {
        guard take("<") else { return nil }
        while let byte = next, byte != UInt8(ascii: ">") { index += 1 }
        guard take(">") else { return nil }
      } else if !take(":") {
        return nil
      }
    }
    guard let inner = alternation(), take(")") else { return nil }
    return inner
  }

  /// `\.` is a full stop; `\d`, `\p{Han}` and their kind can be many things, `\b` is nothing.
  private mutating func escape() -> Part? {
    index += 1
    switch next {
    case UInt8(ascii: "A"): return skip(.anchor(isLineStart: true))
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return skip(.anchor(isLineStart: false))
    default:
      return escapedClass().map { $0.members.count == 1 ? .characters($0.members[0]) : .character(of: $0) }
    }
  }

  /// What stands behind a backslash, as a class.
  private mutating func escapedClass() -> PatternClass? {
    guard let escaped = next else { return nil }
    switch escaped {
    case UInt8(ascii: "d"): return skip(.digit)
    case UInt8(ascii: "s"), UInt8(ascii: "w"): return skip(.han)
    case UInt8(ascii: "D"), UInt8(ascii: "S"), UInt8(ascii: "W"): return skip(.anything)
    case UInt8(ascii: "p"), UInt8(ascii: "P"): return property(isNegated: escaped == UInt8(ascii: "P"))
    default:
      guard escaped < 0x80, !Self.isWordByte(escaped) else { return nil }
      return PatternClass(members: [character()])
    }
  }

  private mutating func skip(_ members: PatternClass) -> PatternClass {
    index += 1
    return members
  }

  /// `\p{Han}`; which characters others hold is not known here.
  private mutating func property(isNegated: Bool) -> PatternClass? {
    index += 1
    guard take("{") else { return nil }
    let start = index
    while let byte = next, byte != UInt8(ascii: "}") { index += 1 }
    guard bytes[start..<index].elementsEqual("Han".utf8), take("}") else { return nil }
    return isNegated ? .anything : .han
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    CharacterClass.isASCIIWord(byte)
  }

  private mutating func characterClass() -> PatternClass? {
    index += 1
    let isNegated = take("^")
    var listed = PatternClass()
    // Whether a range or a named class may hold a stop.
    var mayHoldStop = false
    var isFirst = true
    while let byte = next, isFirst || byte != UInt8(ascii: "]") {
      isFirst = false
      switch byte {
      case UInt8(ascii: "\\"):
        index += 1
        guard let escaped = escapedClass() else { return nil }
        listed.formUnion(escaped)
      case UInt8(ascii: "["), UInt8(ascii: "-"):
        // A named class, or a range.
        listed.hasOthers = true
        mayHoldStop = true
        isWellFormed = false
        guard byte != UInt8(ascii: "[") || namedClass() else { return nil }
        if byte == UInt8(ascii: "-") { index += 1 }
      default: listed.members.append(character())
      }
    }
    guard take("]") else { return nil }
    let stops = StopPlaces.stops.count { listed.members.contains($0) }
    guard isNegated else {
      listed.canBeStop = listed.canBeStop || mayHoldStop || stops > 0
      return listed
    }
    return listed.canBeStop || stops == StopPlaces.stops.count ? .han : .anything
  }

  /// `[:alpha:]`, or a plain bracket.
  private mutating func namedClass() -> Bool {
    index += 1
    guard take(":") else { return true }
    while let byte = next, byte != UInt8(ascii: "]") { index += 1 }
    return take("]")
  }

  private mutating func repetition(of part: Part) -> Part? {
    guard let (least, most) = bounds() else { return part }
    _ = take("?")
    // A second operator is an error, or an idle one.
    guard bounds() == nil else { return nil }
    return part.repeated(least: least, most: most)
  }

  /// `*`, `+`, `?`, `{2}`, `{2,}`, `{2,8}`; nil when none stands here.
  private mutating func bounds() -> (least: Int, most: Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = index
    guard take("{"), let least = number() else {
      index = start
      return nil
    }
    let most = take(",") ? number() : least
    guard take("}") else {
      index = start
      return nil
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    let start = index
    var value = 0
    while let byte = next, CharacterClass.isDigit(byte), index - start < 6 {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      index += 1
    }
    return index > start ? value : nil
  }
}
