/// What a pattern is made of, as far as it takes to put fragments into it: `{件}` is the fragment of that name.
package struct PatternPieces {
  package enum Piece: Equatable {
    /// Bytes that stand for themselves or mean something to RE2.
    case plain(Range<Int>)
    /// `(` with neither a name nor a flag behind it.
    case openingGroup(Range<Int>)
    /// A name in braces, the braces included.
    case fragment(String, Range<Int>)
  }

  private let bytes: [UInt8]
  private var index = 0
  private var plainStart = 0
  private var pieces: [Piece] = []

  package static func of(_ bytes: [UInt8]) -> [Piece] {
    var scanner = PatternPieces(bytes: bytes)
    while scanner.index < bytes.count { scanner.step() }
    scanner.endPlain(at: bytes.count)
    return scanner.pieces
  }

  /// Behind the closing brace of the fragment's name that begins at an index; nil when none does.
  static func endOfName(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "{"),
      !CharacterClass.isDigit(bytes[index + 1])
    else { return nil }
    var place = index + 1
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "}") { return place > index + 1 ? place + 1 : nil }
      let (scalar, length) = CharacterClass.scalar(bytes, at: place)
      let belongs =
        scalar < 0x80 ? CharacterClass.isASCIIWord(UInt8(scalar)) : CharacterClass.isHan(scalar)
      guard belongs else { return nil }
      place += length
    }
    return nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func step() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "["): characterClass()
    case UInt8(ascii: "(") where index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "?"):
      add(.openingGroup(index..<index + 1), upTo: index + 1)
    case UInt8(ascii: "{"):
      guard let end = Self.endOfName(bytes, at: index) else {
        index += 1
        return
      }
      let name = String(decoding: bytes[index + 1..<end - 1], as: UTF8.self)
      add(.fragment(name, index..<end), upTo: end)
    default: index += 1
    }
  }

  /// The braces of `\p{Han}` and `\x{FFFD}` name no fragment.
  private mutating func escape() {
    let hasBraces = index + 1 < bytes.count && "pPx".utf8.contains(bytes[index + 1])
    index = min(bytes.count, index + 2)
    guard hasBraces, index < bytes.count, bytes[index] == UInt8(ascii: "{") else { return }
    index = bytes[index...].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? bytes.count
  }

  private mutating func characterClass() {
    index += 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "^") { index += 1 }
    var isFirst = true
    while index < bytes.count, isFirst || bytes[index] != UInt8(ascii: "]") {
      isFirst = false
      let isNamed =
        bytes[index] == UInt8(ascii: "[") && index + 1 < bytes.count
        && bytes[index + 1] == UInt8(ascii: ":")
      if isNamed {
        index = bytes[index...].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? bytes.count
      } else {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
    }
    index = min(bytes.count, index + 1)
  }

  private mutating func add(_ piece: Piece, upTo end: Int) {
    endPlain(at: index)
    pieces.append(piece)
    index = end
    plainStart = end
  }

  private mutating func endPlain(at end: Int) {
    if end > plainStart { pieces.append(.plain(plainStart..<end)) }
  }
}

extension PatternPieces {
  /// The pattern with groups that have no name only holding together what they hold: nothing asks for what they
  /// matched, and RE2 need not keep track of it.
  package static func withNamedGroupsOnly(_ pattern: String) -> String {
    let bytes = Array(pattern.utf8)
    // What is quoted is not syntax.
    if zip(bytes, bytes.dropFirst()).contains(where: { $0 == (UInt8(ascii: "\\"), UInt8(ascii: "Q")) }) {
      return pattern
    }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count + 64)
    for piece in of(bytes) {
      switch piece {
      case .plain(let range), .fragment(_, let range): plain += bytes[range]
      case .openingGroup: plain += Array("(?:".utf8)
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}
