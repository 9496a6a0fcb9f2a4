/// Years as they are written: 2021, ２０２１ (folded before), 二〇二一.
enum YearText {
  private static let digits: [(Needle, Int)] = [
    ("〇", 0), ("○", 0), ("零", 0), ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7),
    ("八", 8), ("九", 9),
  ]

  /// Years in which such reports were written at all.
  private static let plausible = 2008...2099

  struct Found {
    let year: Int
    /// Of the digits alone.
    let range: Range<Int>
  }

  /// Every four-digit year that 年 follows, in order.
  static func all(in text: ArraySlice<UInt8>) -> [Found] {
    var found: [Found] = []
    var rest = text
    while let mark = rest.first("年") {
      if let year = before(mark, in: text) { found.append(year) }
      rest = text[(mark + 3)...]
    }
    return found
  }

  private static func before(_ end: Int, in text: ArraySlice<UInt8>) -> Found? {
    arabic(end, text) ?? chinese(end, text)
  }

  private static func arabic(_ end: Int, _ text: ArraySlice<UInt8>) -> Found? {
    let head = text[text.startIndex..<end]
    let run = head.reversed().prefix { $0.isASCIIDigit }.count
    guard run == 4 else { return nil }
    let year = head.suffix(4).reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return plausible.contains(year) ? Found(year: year, range: (end - 4)..<end) : nil
  }

  private static func chinese(_ end: Int, _ text: ArraySlice<UInt8>) -> Found? {
    let start = end - 12
    guard start >= text.startIndex else { return nil }
    var year = 0
    for index in stride(from: start, to: end, by: 3) {
      guard let digit = digits.first(where: { text[index..<(index + 3)].elementsEqual($0.0.bytes) })?.1 else {
        return nil
      }
      year = year * 10 + digit
    }
    return plausible.contains(year) ? Found(year: year, range: start..<end) : nil
  }
}
