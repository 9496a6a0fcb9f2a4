import RuleLanguage

/// Learns in one pass over a text where many patterns cannot occur in it, by the literals that they need. What
/// remains is for the patterns themselves.
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
          let folded = Self.beginning(literal).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
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

  /// Three characters tell nearly as much as thirty, and many literals begin alike: the trie stays small.
  private static let longest = 9

  /// As many whole characters of a literal as that.
  private static func beginning(_ literal: [UInt8]) -> ArraySlice<UInt8> {
    guard literal.count > longest else { return literal[...] }
    var end = longest
    while literal[end] & 0xC0 == 0x80 { end -= 1 }
    return end > 0 ? literal[..<end] : literal[...]
  }

  /// What a text has of the literals.
  func read(_ bytes: borrowing Span<UInt8>) -> Reading {
    var reading = Reading(literals: literalCount)
    // The line in which a state was last seen: what ends there is known for that line.
    var seen = [Int32](repeating: -1, count: trie.stateCount)
    var state = 0
    var line: Int32 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      state = trie.step(state, byte)
      var ending = state
      while ending >= 0, seen[ending] != line {
        seen[ending] = line
        if trie.word[ending] >= 0 { reading.note(Int(trie.word[ending]), in: line) }
        ending = Int(trie.shorter[ending])
      }
      if byte == UInt8(ascii: "\n") {
        reading.ends.append(index + 1)
        line += 1
      }
    }
    reading.ends.append(bytes.count)
    return reading
  }

  /// Where a pattern may occur: ranges of whole lines, from the first to the last.
  func places(of pattern: Int, _ reading: Reading) -> [Range<Int>] {
    let groups = needs[pattern]
    guard !groups.isEmpty else { return [0..<(reading.ends.last ?? 0)] }
    var lines: [Int32]?
    for group in groups {
      let having = group.count == 1 ? reading.lines[Int(group[0])] : Self.union(group, reading)
      lines = lines.map { Self.common($0, having) } ?? having
      if lines?.isEmpty == true { return [] }
    }
    return reading.ranges(lines ?? [])
  }

  private static func union(_ group: [Int32], _ reading: Reading) -> [Int32] {
    var lines: [Int32] = []
    for literal in group where !reading.lines[Int(literal)].isEmpty {
      lines = lines.isEmpty ? reading.lines[Int(literal)] : merged(lines, reading.lines[Int(literal)])
    }
    return lines
  }

  private static func merged(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    var merged: [Int32] = []
    merged.reserveCapacity(left.count + right.count)
    var (i, j) = (0, 0)
    while i < left.count || j < right.count {
      let takesLeft = j == right.count || (i < left.count && left[i] <= right[j])
      let line = takesLeft ? left[i] : right[j]
      if takesLeft { i += 1 } else { j += 1 }
      if merged.last != line { merged.append(line) }
    }
    return merged
  }

  private static func common(_ left: [Int32], _ right: [Int32]) -> [Int32] {
    var common: [Int32] = []
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { common.append(left[i]) }
      let (first, second) = (left[i], right[j])
      if first <= second { i += 1 }
      if second <= first { j += 1 }
    }
    return common
  }

  /// In which lines of a text the literals stand. No pattern matches a line end, so that a line is enough.
  struct Reading {
    /// Behind each line.
    fileprivate(set) var ends: [Int] = []
    /// By the number of a literal, ascending.
    fileprivate(set) var lines: [[Int32]]

    fileprivate init(literals: Int) { lines = [[Int32]](repeating: [], count: literals) }

    fileprivate mutating func note(_ literal: Int, in line: Int32) {
      if lines[literal].last != line { lines[literal].append(line) }
    }

    /// The bytes of lines; those side by side in one.
    fileprivate func ranges(_ chosen: [Int32]) -> [Range<Int>] {
      var ranges: [Range<Int>] = []
      for line in chosen {
        let lower = line == 0 ? 0 : ends[Int(line) - 1]
        let range = lower..<ends[Int(line)]
        if let last = ranges.last, last.upperBound == lower {
          ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
        } else {
          ranges.append(range)
        }
      }
      return ranges
    }
  }
}
