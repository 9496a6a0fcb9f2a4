/// Where the sentence around a match begins and ends.
enum Sentence {
  /// The offset after the last 。；！？ or line feed before an offset.
  static func start(_ bytes: [UInt8], before offset: Int, in range: Range<Int>) -> Int {
    var index = offset
    while index > range.lowerBound {
      if bytes[index - 1] == UInt8(ascii: "\n") || endsWithStop(bytes, index, range.lowerBound) {
        return index
      }
      index -= 1
    }
    return range.lowerBound
  }

  /// The offset of the next 。；！？ or line feed at or after an offset.
  static func end(_ bytes: [UInt8], after offset: Int, in range: Range<Int>) -> Int {
    var index = offset
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\n") || index + 3 <= range.upperBound && isStop(bytes, index) {
        return index
      }
      index += 1
    }
    return range.upperBound
  }

  /// The sentence around a match, cut to what is worth quoting.
  static func context(_ bytes: [UInt8], around match: Range<Int>, in range: Range<Int>) -> Range<Int> {
    let near = range.clamped(to: (match.lowerBound - margin)..<(match.upperBound + margin))
    var lower = start(bytes, before: match.lowerBound, in: near)
    var upper = end(bytes, after: match.upperBound, in: near)
    while lower < match.lowerBound, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper > match.upperBound, upper < bytes.count, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
    return lower..<upper
  }

  /// What stands before and after a match in its sentence, or near enough to it.
  static func sides(
    _ bytes: [UInt8], around match: Range<Int>, in range: Range<Int>
  ) -> (before: Range<Int>, after: Range<Int>) {
    let near = range.clamped(to: (match.lowerBound - reach)..<(match.upperBound + reach))
    // A match that begins with the full stop before it is of the sentence behind that.
    let isBehind = match.count >= 3 && isStop(bytes, match.lowerBound)
    let lower = isBehind ? match.lowerBound : start(bytes, before: match.lowerBound, in: near)
    // What follows a match that takes its full stop along is another sentence.
    let isWhole = endsWithStop(bytes, match.upperBound, match.lowerBound)
    let upper = isWhole ? match.upperBound : end(bytes, after: match.upperBound, in: near)
    return (lower..<match.lowerBound, match.upperBound..<upper)
  }

  /// No sentence of a report is longer; a megabyte without a full stop must not be walked for each match.
  private static let reach = 3000

  /// About fifteen Chinese characters: a message is one line.
  private static let margin = 45

  private static func endsWithStop(_ bytes: [UInt8], _ index: Int, _ lower: Int) -> Bool {
    index - 3 >= lower && isStop(bytes, index - 3)
  }

  /// 。 or one of ；！？, which folding has made full-width.
  private static func isStop(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x9B), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): true
    default: false
    }
  }
}
