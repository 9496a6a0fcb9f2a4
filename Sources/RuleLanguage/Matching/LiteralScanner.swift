/// Reads as much of RE2's syntax as it takes to tell literals from the rest; gives up on what it does not
/// know.
struct LiteralScanner {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0
  private static let deepest = 50

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil when the pattern uses something that is not followed here.
  mutating func scan() -> Literals? {
    guard let literals = alternation(), index == bytes.count else { return nil }
    return literals
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ ascii: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: ascii) else { return false }
    index += 1
    return true
  }

  private mutating func alternation() -> Literals? {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { return nil }
    var branches: [Literals] = []
    repeat {
      guard let branch = sequence() else { return nil }
      branches.append(branch)
    } while take("|")
    return .either(branches)
  }

  private mutating func sequence() -> Literals? {
    var whole = Literals.empty
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      guard let part = atom(), let repeated = repetition(of: part) else { return nil }
      whole = whole.followed(by: repeated)
    }
    return whole
  }

  private mutating func atom() -> Literals? {
    switch bytes[index] {
    case UInt8(ascii: "("): group()
    case UInt8(ascii: "["): characterClass()
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "."): skip(.unknown)
    case UInt8(ascii: "^"), UInt8(ascii: "$"): skip(.empty)
    case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): nil
    default: Literals(spellings: [run()])
    }
  }

  private mutating func skip(_ literals: Literals) -> Literals {
    index += 1
    return literals
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
  private mutating func group() -> Literals? {
    index += 1
    if take("?") {
      if take("P") {
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
  private mutating func escape() -> Literals? {
    index += 1
    guard let escaped = next else { return nil }
    switch escaped {
    case UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "w"),
      UInt8(ascii: "W"):
      return skip(.unknown)
    case UInt8(ascii: "b"), UInt8(ascii: "B"): return skip(.empty)
    case UInt8(ascii: "p"), UInt8(ascii: "P"):
      index += 1
      guard take("{") else { return nil }
      while let byte = next, byte != UInt8(ascii: "}") { index += 1 }
      return take("}") ? .unknown : nil
    default:
      guard escaped < 0x80, !Self.isWordByte(escaped) else { return nil }
      return Literals(spellings: [character()])
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// A few characters side by side are spelt out; a range, an escape or a negation could be many things.
  private mutating func characterClass() -> Literals? {
    index += 1
    var isPlain = !take("^")
    var members: [[UInt8]] = []
    var isFirst = true
    while let byte = next, isFirst || byte != UInt8(ascii: "]") {
      isFirst = false
      switch byte {
      case UInt8(ascii: "\\"):
        isPlain = false
        guard escape() != nil else { return nil }
      case UInt8(ascii: "["), UInt8(ascii: "-"):
        // A named class, or a range.
        isPlain = false
        guard byte != UInt8(ascii: "[") || namedClass() else { return nil }
        if byte == UInt8(ascii: "-") { index += 1 }
      default: members.append(character())
      }
    }
    guard take("]") else { return nil }
    return isPlain && members.count <= Literals.mostSpellings ? Literals(spellings: members) : .unknown
  }

  /// `[:alpha:]`, or a plain bracket.
  private mutating func namedClass() -> Bool {
    index += 1
    guard take(":") else { return true }
    while let byte = next, byte != UInt8(ascii: "]") { index += 1 }
    return take("]")
  }

  private mutating func repetition(of part: Literals) -> Literals? {
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
