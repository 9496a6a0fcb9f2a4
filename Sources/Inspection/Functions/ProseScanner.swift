import Diagnostics
import RuleInterpreter

/// Sentences and marks in folded prose.
enum ProseScanner {
  private static let terminators = ["。", "；", "！", "？", "\n"].map { Array($0.utf8) }
  /// In bytes. No sentence of a report is longer; a megabyte without a full stop must not be walked for each figure.
  private static let reach = 3000
  private static let separators = ["，", "、", "：", "；", "（", "）", "\n", "。"].map { Array($0.utf8) }

  /// The offsets at which a word begins, none overlapping.
  static func occurrences(of word: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    guard let last = word.last, range.count >= word.count else { return [] }
    // How far to go on when the byte under the word's end is this one: most are not in it at all.
    var steps = [Int](repeating: word.count, count: 256)
    for (index, byte) in word.dropLast().enumerated() { steps[Int(byte)] = word.count - 1 - index }
    var found: [Int] = []
    let span = bytes.span
    var end = range.lowerBound + word.count
    while end <= range.upperBound {
      let byte = span[end - 1]
      if byte == last, bytes[(end - word.count)..<end].elementsEqual(word) {
        found.append(end - word.count)
        end += word.count
      } else {
        end += steps[Int(byte)]
      }
    }
    return found
  }

  /// The line of a text that a range lies in: what is quoted stands on one line.
  static func line(around place: Range<Int>, in text: TextValue) -> Range<Int> {
    let bytes = text.text.bytes
    let isEnd = { (index: Int) in bytes[index] == UInt8(ascii: "\n") }
    let first = farthest(before: place.lowerBound, from: text.range.lowerBound, in: bytes)
    let last = farthest(
      from: place.upperBound, until: max(place.upperBound, text.range.upperBound), in: bytes)
    let lower = (first..<place.lowerBound).last(where: isEnd).map { $0 + 1 }
    return (lower ?? first)..<((place.upperBound..<last).first(where: isEnd) ?? last)
  }

  /// A range without the parts of characters that it begins and ends with.
  static func wholeCharacters(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    let isInside = { (index: Int) in index < bytes.count && bytes[index] & 0xC0 == 0x80 }
    let lower = range.first { !isInside($0) } ?? range.upperBound
    var upper = range.upperBound
    while upper > lower, isInside(upper) { upper -= 1 }
    return lower..<upper
  }

  /// The index of the mark that ends the sentence, or the end of the text.
  static func sentenceEnd(_ bytes: [UInt8], from start: Int, until end: Int) -> Int {
    let last = farthest(from: start, until: end, in: bytes)
    return (start..<last).first { index in
      mayBeMark(bytes[index]) && terminators.contains { bytes[index..<end].starts(with: $0) }
    } ?? last
  }

  /// The end of what is looked at behind an offset, where a character begins.
  private static func farthest(from start: Int, until end: Int, in bytes: [UInt8]) -> Int {
    guard end - start > reach else { return end }
    var last = start + reach
    while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
    return last
  }

  /// The beginning of what is looked at before an offset, where a character begins.
  private static func farthest(before end: Int, from start: Int, in bytes: [UInt8]) -> Int {
    guard end - start > reach else { return start }
    var first = end - reach
    while first < end, bytes[first] & 0xC0 == 0x80 { first += 1 }
    return first
  }

  /// The index behind the mark that ends the sentence before.
  static func sentenceStart(_ bytes: [UInt8], before end: Int, from start: Int) -> Int {
    guard end > start else { return start }
    let first = farthest(before: end, from: start, in: bytes)
    for index in stride(from: end - 1, through: first, by: -1) where mayBeMark(bytes[index]) {
      if let mark = terminators.first(where: { bytes[index..<end].starts(with: $0) }) {
        return index + mark.count
      }
    }
    return first
  }

  static func isSemicolon(_ bytes: [UInt8], at index: Int) -> Bool {
    index < bytes.count && bytes[index...].starts(with: "；".utf8)
  }

  static func holdsNoSeparator(_ text: ArraySlice<UInt8>) -> Bool {
    !text.indices.contains { index in
      mayBeMark(text[index]) && separators.contains { text[index...].starts(with: $0) }
    }
  }

  /// Whether a place lies within brackets that were opened behind an offset.
  static func isBracketed(_ index: Int, from start: Int, in bytes: [UInt8]) -> Bool {
    guard index > start else { return false }
    let opened = occurrences(of: Array("（".utf8), in: bytes, start..<index).count
    return opened > occurrences(of: Array("）".utf8), in: bytes, start..<index).count
  }

  /// The length of the mark that divides a list at an index, if one does.
  static func separatorLength(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index < bytes.count, mayBeMark(bytes[index]) else { return nil }
    return separators.first { bytes[index...].starts(with: $0) }?.count
  }

  /// Whether a mark can begin with a byte: few bytes of a text are like that, and the others need no closer look.
  private static func mayBeMark(_ byte: UInt8) -> Bool {
    byte == 0xEF || byte == 0xE3 || byte == UInt8(ascii: "\n")
  }
}
