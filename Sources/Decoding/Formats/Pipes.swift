import Diagnostics

/// The strokes that divide cells in a line of text: `|`, and │ ┃ ║ of drawn boxes.
enum Pipes {
  static func all(_ bytes: [UInt8], _ span: SourceSpan) -> [SourceSpan] {
    var found: [SourceSpan] = []
    var index = span.lower
    while index < span.upper {
      let length = length(bytes, at: index, until: span.upper)
      if length > 0 { found.append(SourceSpan(index, index + length)) }
      index += max(1, length)
    }
    return found
  }

  private static func length(_ bytes: [UInt8], at index: Int, until end: Int) -> Int {
    if bytes[index] == UInt8(ascii: "|") { return 1 }
    guard bytes[index] == 0xE2, index + 2 < end else { return 0 }
    switch (bytes[index + 1], bytes[index + 2]) {
    // U+2502, U+2503, U+2551.
    case (0x94, 0x82), (0x94, 0x83), (0x95, 0x91): return 3
    default: return 0
    }
  }

  /// `├──┼──┤`: nothing but box drawing (U+2500…U+257F) and spaces, with a level stroke in it.
  static func isBorder(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    var hasStroke = false
    while let lead = rest.first {
      if lead <= 0x20 {
        rest = rest.dropFirst()
        continue
      }
      let character = Array(rest.prefix(3))
      guard character.count == 3, lead == 0xE2, character[1] == 0x94 || character[1] == 0x95 else {
        return false
      }
      // U+2500, U+2501, U+2550.
      hasStroke =
        hasStroke || character == [0xE2, 0x94, 0x80] || character == [0xE2, 0x94, 0x81]
        || character == [0xE2, 0x95, 0x90]
      rest = rest.dropFirst(3)
    }
    return hasStroke
  }
}
