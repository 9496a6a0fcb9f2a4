/// Finds words between whose characters marks were put lest they be found: `德·赢`, `新-葡-京`.
struct DividedWords {
  /// The longest word, in bytes without the marks.
  let longest: Int

  private static let marks = ["·", "•", "・", "‧", "∙", "●", "*", "-", "_", "~", "|", "/", ".", "+"].map {
    Array($0.utf8)
  }

  /// The places of words that hold a mark, from left to right, none overlapping.
  ///
  /// - Parameter search: finds words in a text without marks.
  func all(
    in bytes: [UInt8], _ range: Range<Int>, search: ([UInt8]) -> [Range<Int>]
  ) -> [Range<Int>] {
    // One character cannot be divided.
    guard longest > 3 else { return [] }
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let length = Self.mark(bytes, at: index, until: range.upperBound)
      if length > 0, let word = word(around: index, in: bytes, range, search: search) {
        found.append(word)
        index = word.upperBound
      } else {
        index += max(length, 1)
      }
    }
    return found
  }

  /// The word that goes on over the mark at an index.
  private func word(
    around mark: Int, in bytes: [UInt8], _ range: Range<Int>, search: ([UInt8]) -> [Range<Int>]
  ) -> Range<Int>? {
    // A mark of three bytes may stand behind each character.
    let far = max(range.lowerBound, mark - 2 * longest)
    let first = (far..<mark).first { bytes[$0] & 0xC0 != 0x80 } ?? mark
    let before = kept(in: bytes, first..<mark).suffix(longest)
    let after = kept(in: bytes, mark..<min(range.upperBound, mark + 2 * longest)).prefix(longest)
    let places = Array(before + after)
    let match = search(places.map { bytes[$0] }).first { word in
      word.lowerBound < before.count && word.upperBound > before.count
    }
    return match.map { places[$0.lowerBound]..<(places[$0.upperBound - 1] + 1) }
  }

  /// Where the bytes stand that are no marks.
  private func kept(in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var places: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let length = Self.mark(bytes, at: index, until: range.upperBound)
      if length == 0 { places.append(index) }
      index += max(length, 1)
    }
    return places
  }

  /// The length of the mark at an index, 0 when none stands there.
  private static func mark(_ bytes: [UInt8], at index: Int, until end: Int) -> Int {
    let lead = bytes[index]
    if lead >= 0x80, lead != 0xC2, lead != 0xE2, lead != 0xE3 { return 0 }
    if lead < 0x80, lead == 0x0A || lead &- 0x30 < 10 || lead >= 0x40 && lead != 0x5F && lead < 0x7C {
      return 0
    }
    return marks.first { index + $0.count <= end && bytes[index..<end].starts(with: $0) }?.count ?? 0
  }
}
