/// Words to look for in UTF-8, all in one pass.
struct WordSet {
  /// By their first three bytes: one Chinese character.
  private var words: [UInt32: [[UInt8]]] = [:]

  /// - Parameter words: each of three bytes or more.
  init(_ words: [String]) {
    for word in words {
      let bytes = Array(word.utf8)
      precondition(bytes.count >= 3, "a word has a Chinese character")
      self.words[Self.key(bytes[...]), default: []].append(bytes)
    }
  }

  func isIn(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while rest.count >= 3 {
      if let candidates = words[Self.key(rest)], candidates.contains(where: { rest.starts(with: $0) }) {
        return true
      }
      rest = rest.dropFirst()
      while let byte = rest.first, byte & 0xC0 == 0x80 { rest = rest.dropFirst() }
    }
    return false
  }

  private static func key(_ text: ArraySlice<UInt8>) -> UInt32 {
    let start = text.startIndex
    return UInt32(text[start]) << 16 | UInt32(text[start + 1]) << 8 | UInt32(text[start + 2])
  }

  static let fullStop = WordSet(["。"])
}
