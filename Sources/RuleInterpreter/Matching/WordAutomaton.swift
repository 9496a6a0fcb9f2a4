/// Looks for many words at once, over folded bytes, without regard to the case of ASCII letters. Of words
/// that overlap, the leftmost wins, and of those the longest. Marks put between the characters of a word do
/// not hide it: `德·赢`.
struct WordAutomaton: Sendable {
  private let trie: WordTrie
  /// The length of the longest word that ends in a state; 0 for none.
  private let output: [Int32]

  private let divided: DividedWords

  static let mostMatches = 10_000

  init(_ words: [[UInt8]]) {
    let trie = WordTrie(words)
    self.trie = trie
    divided = DividedWords(longest: words.map(\.count).max() ?? 0)
    output = (0..<trie.stateCount).map { state in
      if trie.word[state] >= 0 { return trie.depth[state] }
      return trie.shorter[state] >= 0 ? trie.depth[Int(trie.shorter[state])] : 0
    }
  }

  /// The places of words in a range of bytes, from left to right, none overlapping.
  func matches(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let plain = plainMatches(in: bytes, range)
    let divided = divided.all(in: bytes, range) { plainMatches(in: $0, $0.indices) }
    guard !divided.isEmpty else { return plain }
    var end = range.lowerBound
    return (plain + divided).sorted { $0.lowerBound < $1.lowerBound }.filter { match in
      guard match.lowerBound >= end else { return false }
      end = match.upperBound
      return true
    }
  }

  private func plainMatches(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { buffer in
      var found: [Range<Int>] = []
      var index = range.lowerBound
      while found.count < Self.mostMatches, let match = first(buffer, index..<range.upperBound) {
        found.append(match)
        index = match.upperBound
      }
      return found
    }
  }

  private func first(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var state = 0
    var best: Range<Int>?
    for index in range {
      state = trie.step(state, buffer[index])
      // Nothing that is still growing began as early as what is found: it stands.
      if let best, index + 1 - Int(trie.depth[state]) > best.lowerBound { return best }
      let length = Int(output[state])
      guard length > 0 else { continue }
      let match = (index + 1 - length)..<(index + 1)
      if match.lowerBound <= best?.lowerBound ?? .max { best = match }
    }
    return best
  }
}
