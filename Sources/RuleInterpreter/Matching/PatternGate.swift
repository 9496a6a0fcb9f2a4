package import RuleLanguage

/// Learns in one pass over a text where many patterns cannot occur in it, by the literals that they need. What
/// remains is for the patterns themselves.
package struct PatternGate: Sendable {
  private let trie: WordTrie
  private let literalCount: Int
  /// By pattern, the groups of literals that it needs one each of; by group, its literals. Each list ends where the
  /// next one begins.
  private var groupStarts: [Int32] = [0]
  private var literalStarts: [Int32] = [0]
  private var literals: [Int32] = []
  /// Whether a pattern keeps to one sentence.
  private let isOfSentence: [Bool]

  package init(_ patterns: [PatternOutline]) {
    var numbers: [[UInt8]: Int32] = [:]
    var words: [[UInt8]] = []
    isOfSentence = patterns.map(\.isOfSentence)
    for pattern in patterns {
      for group in pattern.required {
        for literal in group {
          // The trie does not tell upper case from lower.
          let folded = Self.beginning(literal).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
          let number = numbers[folded] ?? Int32(words.count)
          if number == words.count {
            numbers[folded] = number
            words.append(folded)
          }
          literals.append(number)
        }
        literalStarts.append(Int32(literals.count))
      }
      groupStarts.append(Int32(literalStarts.count - 1))
    }
    trie = WordTrie(words)
    literalCount = words.count
  }

  /// Three characters tell nearly as much as thirty, and many literals begin alike: the trie stays small.
  private static let longest = 9

  /// As many whole characters of a literal as that.
  private static func beginning(_ literal: [UInt8]) -> ArraySlice<UInt8> {
    guard literal.count > longest else { return literal[...] }
    var end = longest
    while literal[end] & 0xC0 == 0x80 { end -= 1 }
    return end > 0 ? literal[..<end] : literal[...]
  }

  /// Where a text has the literals.
  package func read(_ bytes: borrowing Span<UInt8>) -> Reading {
    let reading = Reading(TextUnits(bytes), literals: literalCount)
    // The sentence in which a state was last seen: what ends there is known for that sentence.
    var seen = [Int32](repeating: -1, count: trie.stateCount)
    var state = 0
    var sentence: Int32 = 0
    var line = 0
    func note() {
      var ending = state
      while ending >= 0, seen[ending] != sentence {
        seen[ending] = sentence
        if trie.word[ending] >= 0 { reading.note(Int(trie.word[ending]), Int(sentence), line) }
        ending = Int(trie.shorter[ending])
      }
    }
    for index in bytes.indices {
      state = trie.step(state, bytes[index])
      note()
      guard index + 1 == reading.units.sentences[Int(sentence)].upperBound else { continue }
      guard Int(sentence) + 1 < reading.units.sentences.count else { break }
      sentence += 1
      if index + 1 == reading.units.lines[line].upperBound {
        line += 1
      } else {
        // A match that begins with the full stop before it is of the sentence behind that.
        note()
      }
    }
    return reading
  }

  /// Where a pattern may occur: ranges from the first to the last, beyond which none of its matches goes.
  package func places(of pattern: Int, _ reading: Reading) -> [Range<Int>] {
    let groups = Int(groupStarts[pattern])..<Int(groupStarts[pattern + 1])
    let marks = isOfSentence[pattern] ? reading.sentences : reading.lines
    let units = isOfSentence[pattern] ? reading.units.sentences : reading.units.lines
    var places: [Range<Int>] = []
    for word in 0..<marks.width {
      var having = UInt64.max
      for group in groups where having != 0 {
        var any: UInt64 = 0
        for index in Int(literalStarts[group])..<Int(literalStarts[group + 1]) {
          any |= marks.bits[Int(literals[index]) * marks.width + word]
        }
        having &= any
      }
      while having != 0 {
        let unit = word * 64 + having.trailingZeroBitCount
        having &= having - 1
        guard unit < units.count else { break }
        if let last = places.last, last.upperBound >= units[unit].lowerBound {
          places[places.count - 1] = last.lowerBound..<units[unit].upperBound
        } else {
          places.append(units[unit])
        }
      }
    }
    return places
  }

  /// Which literals a short text has.
  func glance(at bytes: borrowing Span<UInt8>) -> Glance {
    var glance = Glance(literals: literalCount)
    var state = 0
    for index in bytes.indices {
      state = trie.step(state, bytes[index])
      var ending = state
      while ending >= 0 {
        if trie.word[ending] >= 0 { glance.note(Int(trie.word[ending])) }
        ending = Int(trie.shorter[ending])
      }
    }
    return glance
  }

  /// Whether a pattern may occur at all.
  func mayOccur(_ pattern: Int, _ glance: Glance) -> Bool {
    (Int(groupStarts[pattern])..<Int(groupStarts[pattern + 1])).allSatisfy { group in
      (Int(literalStarts[group])..<Int(literalStarts[group + 1])).contains { glance.has(Int(literals[$0])) }
    }
  }

  /// A bit for each literal.
  struct Glance {
    private var bits: [UInt64]

    fileprivate init(literals: Int) { bits = [UInt64](repeating: 0, count: (literals + 63) / 64) }

    fileprivate mutating func note(_ literal: Int) { bits[literal / 64] |= 1 << UInt64(literal % 64) }

    fileprivate func has(_ literal: Int) -> Bool { bits[literal / 64] & 1 << UInt64(literal % 64) != 0 }
  }

  /// In which sentences and in which lines of a text the literals stand.
  package final class Reading {
    fileprivate let units: TextUnits
    fileprivate var sentences: Marks
    fileprivate var lines: Marks

    fileprivate init(_ units: TextUnits, literals: Int) {
      self.units = units
      sentences = Marks(literals: literals, units: units.sentences.count)
      lines = Marks(literals: literals, units: units.lines.count)
    }

    fileprivate func note(_ literal: Int, _ sentence: Int, _ line: Int) {
      sentences.set(literal, sentence)
      lines.set(literal, line)
    }
  }

  /// A bit for each literal and each unit that has it.
  fileprivate struct Marks {
    /// Words of bits a literal.
    let width: Int
    var bits: [UInt64]

    init(literals: Int, units: Int) {
      width = (units + 63) / 64
      bits = [UInt64](repeating: 0, count: literals * width)
    }

    mutating func set(_ literal: Int, _ unit: Int) {
      bits[literal * width + unit / 64] |= 1 << UInt64(unit % 64)
    }
  }
}
