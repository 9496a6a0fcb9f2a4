import RuleInterpreter
import Testing

/// The automaton against looking for every word at every place.
@Suite struct WordTrieTests {
  @Test(arguments: 0..<200)
  func findsTheWordsThatEndAtEachPlace(_ seed: UInt64) {
    var generator = PatternOutlineTests.RandomSource(state: seed &* 104_729)
    let alphabet = Array((seed % 2 == 0 ? "abA" : "甲乙申请件aB").utf8)
    let random = { (count: Int, generator: inout PatternOutlineTests.RandomSource) in
      (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
    }
    let words = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
      random(Int.random(in: 0..<6, using: &generator), &generator)
    }
    let text = random(300, &generator)
    #expect(Self.found(words, text) == Self.expected(words, text))
  }

  @Test func knowsTheLastOfWordsThatAreGivenTwice() {
    let trie = WordTrie(["件", "Ab", "aB", "件"].map { Array($0.utf8) })
    #expect(Array("ab".utf8).reduce(0, trie.step) > 0)
    #expect(trie.word[Array("AB".utf8).reduce(0, trie.step)] == 2)
    #expect(trie.word[Array("件".utf8).reduce(0, trie.step)] == 3)
  }

  /// The place behind a word, and the word.
  private struct Ending: Hashable {
    let place: Int
    let word: [UInt8]
  }

  private static func found(_ words: [[UInt8]], _ text: [UInt8]) -> Set<Ending> {
    let trie = WordTrie(words)
    var found: Set<Ending> = []
    var state = 0
    for (index, byte) in text.enumerated() {
      state = trie.step(state, byte)
      var ending = state
      while ending >= 0 {
        if trie.word[ending] >= 0 {
          found.insert(Ending(place: index + 1, word: words[Int(trie.word[ending])].map(lowered)))
        }
        ending = Int(trie.shorter[ending])
      }
    }
    return found
  }

  private static func expected(_ words: [[UInt8]], _ text: [UInt8]) -> Set<Ending> {
    let text = text.map(lowered)
    let words = Set(words.map { $0.map(lowered) }.filter { !$0.isEmpty })
    return Set(
      text.indices.flatMap { start in
        words.filter { text[start...].starts(with: $0) }.map { Ending(place: start + $0.count, word: $0) }
      })
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
