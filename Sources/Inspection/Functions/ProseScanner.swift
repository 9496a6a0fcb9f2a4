/// Sentences and marks in folded prose.
enum ProseScanner {
  private static let terminators = ["。", "；", "！", "？", "\n"].map { Array($0.utf8) }
  private static let separators = ["，", "、", "：", "；", "（", "）", "\n", "。"].map { Array($0.utf8) }

  static func occurrences(of word: [UInt8], in bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var index = range.lowerBound
    while index + word.count <= range.upperBound {
      if bytes[index] == word[0], bytes[index..<(index + word.count)].elementsEqual(word) {
        found.append(index)
        index += word.count
      } else {
        index += 1
      }
    }
    return found
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
    (start..<end).first { index in terminators.contains { bytes[index..<end].starts(with: $0) } } ?? end
  }

  /// The index behind the mark that ends the sentence before.
  static func sentenceStart(_ bytes: [UInt8], before end: Int, from start: Int) -> Int {
    guard end > start else { return start }
    for index in stride(from: end - 1, through: start, by: -1) {
      if let mark = terminators.first(where: { bytes[index..<end].starts(with: $0) }) {
        return index + mark.count
      }
    }
    return start
  }

  static func isSemicolon(_ bytes: [UInt8], at index: Int) -> Bool {
    index < bytes.count && bytes[index...].starts(with: "；".utf8)
  }

  /// The length of the mark that divides a list at an index, if one does.
  static func separatorLength(_ bytes: [UInt8], at index: Int) -> Int? {
    separators.first { bytes[index...].starts(with: $0) }?.count
  }
}
