/// Years as prose writes them: `2023年`.
public enum WrittenYear {
  /// The year that is named last in a text: four digits and 年.
  public static func last(in text: ArraySlice<UInt8>) -> Int? {
    var end = text.endIndex
    while end - text.startIndex >= 7 {
      let start = end - 7
      if text[start..<end].suffix(3).elementsEqual("年".utf8), let year = year(text[start..<(start + 4)]) {
        let isWhole = start == text.startIndex || !(0x30...0x39).contains(text[start - 1])
        if isWhole { return year }
      }
      end -= 1
    }
    return nil
  }

  private static func year(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
