/// The lines of a text, and the sentences in them. No pattern matches a line end, and few go beyond a sentence.
///
/// A sentence reaches from the full stop before it, which a match may begin with, to its own. Of a text with very many
/// of them, several are taken together.
struct TextUnits {
  private(set) var sentences: [Range<Int>] = []
  private(set) var lines: [Range<Int>] = []

  /// More units than these tell no more than they cost.
  private static let most = 2000

  init(_ bytes: borrowing Span<UInt8>) {
    let least = bytes.count / Self.most
    var sentence = 0
    var line = 0
    var overlap = 0
    for index in bytes.indices {
      let end = index + 1
      let isLineEnd = bytes[index] == UInt8(ascii: "\n")
      guard isLineEnd || Self.endsWithStop(bytes, end) else { continue }
      let isAtLineEnd = end < bytes.count && bytes[end] == UInt8(ascii: "\n")
      if isLineEnd, end - line > least {
        lines.append(line..<end)
        line = end
      }
      let isLineCut = isLineEnd && line == end
      guard isLineCut || end - sentence > least && !isAtLineEnd && !isLineEnd else { continue }
      sentences.append(sentence - overlap..<end)
      sentence = end
      overlap = isLineCut ? 0 : Self.lengthOfStop
    }
    sentences.append(sentence - overlap..<bytes.count)
    lines.append(line..<bytes.count)
  }

  private static let lengthOfStop = 3

  /// 。 or ；.
  private static func endsWithStop(_ bytes: borrowing Span<UInt8>, _ end: Int) -> Bool {
    guard end >= lengthOfStop else { return false }
    switch (bytes[end - 3], bytes[end - 2], bytes[end - 1]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x9B): return true
    default: return false
    }
  }
}
