/// Finds many words in one pass over a text, where a pass for each would read it dozens of times.
///
/// Every word has to begin with a character of three bytes, as all ideographs and full-width marks do.
struct WordTable<Tag: Sendable>: Sendable {
  struct Match {
    let range: Range<Int>
    let tag: Tag
  }

  private let words: [(bytes: [UInt8], tag: Tag)]
  /// By what the first character of a word ends with: which of the groups its words are in, 0 for none.
  private let groups: [UInt8]
  private let members: [[Int]]

  init(_ words: [(word: String, tag: Tag)]) {
    let words = words.map { (bytes: Array($0.word.utf8), tag: $0.tag) }
    var groups = [UInt8](repeating: 0, count: 1 << 16)
    var members: [[Int]] = [[]]
    for (index, word) in words.enumerated() {
      let key = Self.key(word.bytes[1], word.bytes[2])
      if groups[key] == 0 {
        groups[key] = UInt8(members.count)
        members.append([])
      }
      members[Int(groups[key])].append(index)
    }
    self.words = words
    self.groups = groups
    self.members = members
  }

  /// Where its words stand, from left to right; two that begin at one place both.
  func matches(in bytes: [UInt8], _ range: Range<Int>) -> [Match] {
    var found: [Match] = []
    guard range.count >= 3 else { return found }
    let text = bytes.span
    for index in range.lowerBound...(range.upperBound - 3) where text[index] >= 0xE0 {
      let group = groups[Self.key(text[index + 1], text[index + 2])]
      guard group != 0 else { continue }
      for member in members[Int(group)] {
        let word = words[member]
        let end = index + word.bytes.count
        guard end <= range.upperBound, bytes[index..<end].elementsEqual(word.bytes) else { continue }
        found.append(Match(range: index..<end, tag: word.tag))
      }
    }
    return found
  }

  /// The tag of the first of its words that a text begins with.
  func first(of text: ArraySlice<UInt8>) -> Tag? {
    guard text.count >= 3, let first = text.first, first >= 0xE0 else { return nil }
    let group = groups[Self.key(text[text.startIndex + 1], text[text.startIndex + 2])]
    guard group != 0 else { return nil }
    return members[Int(group)].first { text.starts(with: words[$0].bytes) }.map { words[$0].tag }
  }

  private static func key(_ second: UInt8, _ third: UInt8) -> Int { Int(second) << 8 | Int(third) }
}
