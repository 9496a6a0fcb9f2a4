/// A quantity that is no figure: `约10`, `多件`, `若干`, `1O`. It fills a cell all the same.
enum Quantity {
  /// What vague quantities are written with, besides digits.
  private static let words: Set<Character> = Set("约近多余几若干超逾不足件个项条次份起宗十百千万以上下左右")
  /// One of them at least tells a quantity from a unit.
  private static let tellingWords: Set<Character> = Set("约近多余几若干超逾十百千万")

  /// In characters.
  private static let longest = 8

  /// - Parameter text: folded.
  static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
    guard (1...(3 * longest)).contains(text.count) else { return false }
    let hasDigit = text.contains(where: \.isASCIIDigit)
    if text.allSatisfy({ $0 < 0x80 }) { return hasDigit && isMisspelt(text) }
    // Every one of the words begins with one of these bytes: most text need not be looked at.
    guard let first = text.first, first.isASCIIDigit || (0xE4...0xE9).contains(first) else { return false }
    let characters = text.string
    return characters.count <= longest
      && characters.allSatisfy { words.contains($0) || $0.isASCII && $0.isNumber }
      && (hasDigit || characters.contains { tellingWords.contains($0) })
  }

  /// Letters among digits, and nothing else.
  private static func isMisspelt(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= longest && text.contains { !$0.isASCIIDigit }
      && text.allSatisfy { $0.isASCIIDigit || isLetter($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
