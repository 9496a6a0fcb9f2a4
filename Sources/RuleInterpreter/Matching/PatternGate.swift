import RuleLanguage

/// Learns in one pass over a text which of many patterns cannot occur in it, by the literals that they need.
/// What remains is for the patterns themselves.
struct PatternGate: Sendable {
  private let trie: WordTrie
  private let literalCount: Int
  /// For each pattern, the groups of literals that it needs one each of, by number.
  private let needs: [[[Int32]]]

  init(_ patterns: [Pattern]) {
    var numbers: [[UInt8]: Int32] = [:]
    var literals: [[UInt8]] = []
    needs = patterns.map { pattern in
      pattern.required.groups.map { group in
        group.map { literal in
          // The trie does not tell upper case from lower.
          let folded = literal.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
          if let known = numbers[folded] { return known }
          numbers[folded] = Int32(literals.count)
          literals.append(folded)
          return Int32(literals.count - 1)
        }
      }
    }
    trie = WordTrie(literals)
    literalCount = literals.count
  }

  /// Whether each pattern may occur.
  func open(_ bytes: borrowing Span<UInt8>) -> [Bool] {
    let present = literals(in: bytes)
    return needs.map { groups in groups.allSatisfy { $0.contains { present[Int($0)] } } }
  }

  private func literals(in bytes: borrowing Span<UInt8>) -> [Bool] {
    var present = [Bool](repeating: false, count: literalCount)
    var isDone = [Bool](repeating: false, count: trie.stateCount)
    var state = 0
    for index in bytes.indices {
      state = trie.step(state, bytes[index])
      var ending = state
      while ending >= 0, !isDone[ending] {
        isDone[ending] = true
        if trie.word[ending] >= 0 { present[Int(trie.word[ending])] = true }
        ending = Int(trie.shorter[ending])
      }
    }
    return present
  }
}
