/// The text of one line while it is put together: white space of any kind becomes one space, none stands
/// at the ends, and characters that have no width go.
///
/// All spaces become the ASCII one, since a reader must see that `1　2` is two numbers.
struct InlineText {
  private(set) var bytes: [UInt8] = []
  private var owesSpace = false

  var isEmpty: Bool { bytes.isEmpty }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count { index += take(text, at: index) }
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func appendSpace() { owesSpace = true }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    owesSpace = false
  }

  /// Takes the character at an index and returns its length.
  private mutating func take(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = text[index]
    if lead < 0x80 {
      if lead <= 0x20 || lead == 0x7F { owesSpace = true } else { push(lead) }
      return 1
    }
    let length = min(lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4, text.count - index)
    switch Self.kind(text, at: index, length: length) {
    case .space: owesSpace = true
    case .nothing: break
    case .visible: for offset in 0..<length { push(text[index + offset]) }
    }
    return length
  }

  private mutating func push(_ byte: UInt8) {
    if owesSpace, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    owesSpace = false
    bytes.append(byte)
  }

  private enum Kind { case visible, space, nothing }

  private static func kind(_ text: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> Kind {
    switch (text[index], length) {
    case (0xC2, 2):
      // C1 controls and the no-break space; the soft hyphen.
      return text[index + 1] <= 0xA0 ? .space : text[index + 1] == 0xAD ? .nothing : .visible
    case (0xE2, 3): return general(text[index + 1], text[index + 2])
    case (0xE3, 3): return text[index + 1] == 0x80 && text[index + 2] == 0x80 ? .space : .visible
    case (0xEF, 3): return text[index + 1] == 0xBB && text[index + 2] == 0xBF ? .nothing : .visible
    default: return .visible
    }
  }

  /// The block U+2000…U+206F: spaces, zero-width characters, directional marks.
  private static func general(_ second: UInt8, _ third: UInt8) -> Kind {
    switch (second, third) {
    case (0x80, 0x80...0x8A), (0x80, 0xA8...0xA9), (0x80, 0xAF), (0x81, 0x9F): .space
    case (0x80, 0x8B...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0...0xAF): .nothing
    default: .visible
    }
  }
}
