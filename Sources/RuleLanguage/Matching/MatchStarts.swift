/// Finds the places where matches of a pattern can begin, by their first one or two characters. It may name a place
/// where none does, but leaves none out.
struct MatchStarts {
  /// False when a match could begin anywhere.
  let areKnown: Bool
  private let atLineStart: Bool
  /// Characters that may be the first and need no second; that may be the first; pairs of a first and a second.
  private let alone: HashedSet
  private let first: HashedSet
  private let pairs: HashedSet

  init(of pattern: String) {
    var scanner = PatternScanner<Beginnings>(Array(pattern.utf8))
    let beginnings = scanner.scan()?.all
    areKnown = beginnings.map { !$0.contains { $0.first == 0 } } ?? false
    var atLineStart = false
    var alone = HashedSet()
    var first = HashedSet()
    var pairs = HashedSet()
    for beginning in areKnown ? beginnings ?? [] : [] {
      if beginning.first == Beginnings.lineStart {
        atLineStart = true
      } else {
        first.insert(beginning.first)
        if beginning.second == 0 {
          alone.insert(beginning.first)
        } else {
          pairs.insert(Self.pair(beginning.first, beginning.second))
        }
      }
    }
    self.atLineStart = atLineStart
    self.alone = alone
    self.first = first
    self.pairs = pairs
  }

  /// The first of them in a part of a text that begins with a whole character.
  func next(in buffer: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int? {
    var index = part.lowerBound
    if atLineStart, index == 0 || buffer[index - 1] == UInt8(ascii: "\n") { return index }
    while index < part.upperBound {
      let (character, length) = PackedCharacter.read(buffer, at: index)
      if atLineStart, character == UInt8(ascii: "\n") { return index + 1 }
      if first.mayContain(character) {
        if alone.mayContain(character) { return index }
        let following = index + length
        if following < part.upperBound,
          pairs.mayContain(Self.pair(character, PackedCharacter.read(buffer, at: following).value))
        {
          return index
        }
      }
      index += length
    }
    return nil
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 { first &* 0x85EB_CA6B &+ second }
}

/// A set of numbers that sometimes takes one for another.
struct HashedSet {
  private var bits = [UInt64](repeating: 0, count: 16)

  mutating func insert(_ number: UInt32) {
    let place = Self.place(number)
    bits[place / 64] |= 1 << UInt64(place % 64)
  }

  func mayContain(_ number: UInt32) -> Bool {
    let place = Self.place(number)
    return bits[place / 64] & 1 << UInt64(place % 64) != 0
  }

  private static func place(_ number: UInt32) -> Int { Int((number &* 0x9E37_79B1) >> 22) }
}
