/// What the matches of a part of a pattern begin with.
struct Beginnings: PatternPart {
  /// The first characters of a match; two of Chinese are rare enough.
  struct Beginning: Hashable {
    /// Their bytes as a number, 0 for none.
    let first: UInt32
    let second: UInt32
    /// Whether a match of the part can be no more than these, so that what follows the part goes on behind them.
    let isWhole: Bool

    fileprivate static let nothing = Beginning(first: 0, second: 0, isWhole: true)

    fileprivate func followed(by next: Beginning) -> Beginning {
      if first == 0 { return next }
      if second == 0 {
        return Beginning(first: first, second: next.first, isWhole: next.isWhole && next.second == 0)
      }
      return Beginning(first: first, second: second, isWhole: next.isWhole && next.first == 0)
    }

    fileprivate var cut: Beginning { Beginning(first: first, second: second, isWhole: false) }
  }

  /// Every match begins with one of these; nil when that is not known.
  private(set) var all: Set<Beginning>?

  /// The beginning of a line, which stands where a character would. No text has it.
  static let lineStart: UInt32 = 0xFF

  /// More than these are not told apart.
  private static let most = 400

  private init(_ all: Set<Beginning>?) { self.all = all.flatMap { $0.count <= Self.most ? $0 : nil } }

  static func anchor(isLineStart: Bool) -> Beginnings {
    Beginnings([isLineStart ? Beginning(first: lineStart, second: 0, isWhole: true) : .nothing])
  }

  static func characters(_ bytes: [UInt8]) -> Beginnings {
    bytes.withUnsafeBufferPointer { buffer in
      guard !buffer.isEmpty else { return Beginnings([.nothing]) }
      let (first, length) = PackedCharacter.read(buffer, at: 0)
      guard length < buffer.count else {
        return Beginnings([Beginning(first: first, second: 0, isWhole: true)])
      }
      let (second, more) = PackedCharacter.read(buffer, at: length)
      return Beginnings([Beginning(first: first, second: second, isWhole: length + more >= buffer.count)])
    }
  }

  static func character(of members: PatternClass) -> Beginnings {
    guard !members.hasOthers else { return Beginnings(nil) }
    let digits = members.hasDigits ? (UInt8(ascii: "0")...UInt8(ascii: "9")).map { [$0] } : []
    return either((members.members + digits).map { characters($0) })
  }

  static func either(_ branches: [Beginnings]) -> Beginnings {
    var union: Set<Beginning> = []
    for branch in branches {
      guard let all = branch.all else { return Beginnings(nil) }
      union.formUnion(all)
    }
    return Beginnings(union)
  }

  func followed(by next: Beginnings) -> Beginnings {
    guard let all, all.contains(where: \.isWhole) else { return self }
    guard let others = next.all else { return cut() }
    var joined: Set<Beginning> = []
    for beginning in all {
      guard beginning.isWhole else {
        joined.insert(beginning)
        continue
      }
      for other in others { joined.insert(beginning.followed(by: other)) }
      guard joined.count <= Self.most else { return cut() }
    }
    return Beginnings(joined)
  }

  /// Without looking at what comes behind; that is no help where the part can be nothing at all.
  private func cut() -> Beginnings {
    guard let all, !all.contains(where: { $0.first == 0 }) else { return Beginnings(nil) }
    return Beginnings(Set(all.map(\.cut)))
  }

  func repeated(least: Int, most: Int?) -> Beginnings {
    guard most != 0 else { return Beginnings([.nothing]) }
    // What comes behind one is the part again, or what follows: neither is looked at.
    let once = most == 1 ? self : cut()
    return least > 0 ? once : .either([once, Beginnings([.nothing])])
  }
}

/// A character of UTF-8 as a number.
enum PackedCharacter {
  /// The bytes of a character, one after the other, and how many they are.
  static func read(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let lead = buffer[index]
    guard lead >= 0x80 else { return (UInt32(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead)
    for offset in index + 1..<index + length where offset < buffer.count {
      value = value << 8 | UInt32(buffer[offset])
    }
    return (value, length)
  }
}
