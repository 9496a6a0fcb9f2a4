/// Which characters folding changes.
enum Folding {
  /// What becomes of a character.
  enum Change {
    case unchanged
    case dropped
    case narrowed(UInt8)
    case widened(UInt8, UInt8, UInt8)
    /// A comma of either width, which goes when it divides thousands.
    case comma
  }

  /// The index up to which characters certainly stay as they are: ASCII letters and digits, and the blocks
  /// of ideographs, by their lead bytes.
  static func unchanged(_ buffer: UnsafeBufferPointer<UInt8>, from index: Int, until end: Int) -> Int {
    var index = index
    while index < end {
      let lead = buffer[index]
      if lead >= 0xE4, lead <= 0xED { index += 3 } else if isPlain(lead) { index += 1 } else { break }
    }
    return min(index, end)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte >= UInt8(ascii: "@") && byte < 0x7F
  }

  /// What becomes of the one character in a range.
  static func change(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Change {
    let lead = buffer[range.lowerBound]
    if lead < 0x80 {
      if lead <= 0x20 || lead == 0x7F { return .dropped }
      if lead == UInt8(ascii: ",") { return .comma }
      return widePunctuation(lead).map(Change.widened) ?? .unchanged
    }
    if range.count == 2, lead == 0xC2, buffer[range.lowerBound + 1] == 0xA0 { return .dropped }
    guard range.count == 3 else { return .unchanged }
    let scalar = scalar(lead, buffer[range.lowerBound + 1], buffer[range.lowerBound + 2])
    if isSpace(scalar) { return .dropped }
    if scalar == 0xFF0C { return .comma }
    return narrow(scalar).map(Change.narrowed) ?? .unchanged
  }

  /// The length in bytes of a UTF-8 sequence by its first byte.
  static func length(_ lead: UInt8) -> Int {
    if lead < 0x80 { return 1 }
    if lead < 0xE0 { return 2 }
    return lead < 0xF0 ? 3 : 4
  }

  static func scalar(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt32 {
    UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
  }

  /// Spaces beyond ASCII, zero-width characters and directional marks.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x2066...0x2069, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// The ASCII form of a full-width letter, digit or sign; the punctuation of Chinese prose stays wide.
  static func narrow(_ scalar: UInt32) -> UInt8? {
    guard (0xFF01...0xFF5E).contains(scalar) else { return nil }
    let ascii = UInt8(scalar - 0xFF01 + 0x21)
    return widePunctuation(ascii) == nil ? ascii : nil
  }

  /// The full-width form of half-width prose punctuation, as three bytes of UTF-8.
  static func widePunctuation(_ byte: UInt8) -> (UInt8, UInt8, UInt8)? {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      // U+FF01 + (byte − 0x21), all within U+FF01…U+FF3F: EF BC 81…BF.
      (0xEF, 0xBC, 0x80 + (byte - 0x20))
    default: nil
    }
  }

  /// Whether a group of exactly three digits, of either width, begins at an index.
  static func isDigitGroup(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int, until end: Int) -> Bool {
    var index = index
    for _ in 0..<3 {
      let length = digitLength(buffer, at: index, until: end)
      if length == 0 { return false }
      index += length
    }
    return digitLength(buffer, at: index, until: end) == 0
  }

  /// The length in bytes of the ASCII or full-width digit at an index; 0 when there is none.
  static func digitLength(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int, until end: Int) -> Int {
    guard index < end else { return 0 }
    if isDigit(buffer[index]) { return 1 }
    guard index + 3 <= end, buffer[index] == 0xEF, buffer[index + 1] == 0xBC else { return 0 }
    return (0x90...0x99).contains(buffer[index + 2]) ? 3 : 0
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
