import Diagnostics

/// Finds words that stand twice in a row: `资金资金`.
struct RepeatFinder {
  private let bytes: [UInt8]
  private let range: Range<Int>

  /// In characters: one alone may be lawful reduplication, and a copied paragraph is another fault.
  private static let lengths = 2...40
  /// In characters: only in a phrase so long are figures words and not a number that happens to recur.
  private static let fewestWithFigures = 6

  init(_ text: FoldedText, _ range: Range<Int>) {
    self.bytes = text.bytes
    self.range = range
  }

  /// The ranges of both copies, from left to right, none overlapping.
  func all() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var starts: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let length = wordLength(at: index) {
        starts.append(index)
        index += length
      } else {
        search(starts + [index], &found)
        starts.removeAll(keepingCapacity: true)
        index += 1
      }
    }
    search(starts + [index], &found)
    return found + clauses().filter { clause in !found.contains { $0.overlaps(clause) } }
  }

  /// Whole clauses that stand twice, a mark between them: `平台运行平稳，平台运行平稳。`
  private func clauses() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var before = range.lowerBound..<range.lowerBound
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard let length = ProseScanner.separatorLength(bytes, at: index) else {
        index += 1
        continue
      }
      let clause = start..<index
      // Lines come again on a page for other reasons.
      let isInSentence = start > range.lowerBound && bytes[start - 1] != UInt8(ascii: "\n")
      if isInSentence, clause.count >= Self.fewestBytesOfClause, bytes[clause].elementsEqual(bytes[before]) {
        found.append(before.lowerBound..<clause.upperBound)
      }
      before = clause
      index += length
      start = index
    }
    return found
  }

  /// Four characters: a shorter item of a list may lawfully come again.
  private static let fewestBytesOfClause = 12

  /// - Parameter starts: where each character of a stretch begins, and where the stretch ends.
  private func search(_ starts: [Int], _ found: inout [Range<Int>]) {
    var index = 0
    while index + 2 * Self.lengths.lowerBound < starts.count {
      if let length = repeated(starts, at: index) {
        found.append(starts[index]..<starts[index + 2 * length])
        index += 2 * length
      } else {
        index += 1
      }
    }
  }

  /// The length in characters of the shortest word that stands here twice.
  private func repeated(_ starts: [Int], at index: Int) -> Int? {
    let longest = min(Self.lengths.upperBound, (starts.count - 1 - index) / 2)
    guard longest >= Self.lengths.lowerBound else { return nil }
    return (Self.lengths.lowerBound...longest).first { length in
      let first = starts[index]..<starts[index + length]
      let second = starts[index + length]..<starts[index + 2 * length]
      guard first.count == second.count, bytes[first.lowerBound] == bytes[second.lowerBound],
        bytes[first].elementsEqual(bytes[second])
      else { return false }
      return length >= Self.fewestWithFigures || bytes[first].allSatisfy { $0 >= 0x80 }
    }
  }

  /// The length in bytes of the ideograph, ASCII letter or digit at an index.
  private func wordLength(at index: Int) -> Int? {
    if (0xE4...0xE9).contains(bytes[index]), index + 3 <= range.upperBound { return 3 }
    let letter = bytes[index] | 0x20
    return bytes[index].isDigit || letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "z") ? 1 : nil
  }
}
