import Diagnostics

/// Takes white space and emphasis marks off the ends of a span.
enum Trimming {
  static func trim(_ source: SourceText, _ span: SourceSpan) -> SourceSpan {
    var lower = span.lower
    var upper = span.upper
    while lower < upper, let length = spaceLength(source.bytes, at: lower, until: upper) { lower += length }
    while upper > lower, let length = spaceLength(source.bytes, endingAt: upper, from: lower) {
      upper -= length
    }
    return SourceSpan(lower, upper)
  }

  /// Also Markdown's `**` around a cell or heading.
  static func trimMarkup(_ source: SourceText, _ span: SourceSpan) -> SourceSpan {
    let trimmed = trim(source, span)
    guard trimmed.count > 4, marks(source, trimmed.lower), marks(source, trimmed.upper - 2) else {
      return trimmed
    }
    return trim(source, SourceSpan(trimmed.lower + 2, trimmed.upper - 2))
  }

  private static func marks(_ source: SourceText, _ offset: Int) -> Bool {
    source.bytes[offset] == UInt8(ascii: "*") && source.bytes[offset + 1] == UInt8(ascii: "*")
  }

  private static let wide: [[UInt8]] = ["\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "\u{2002}", "\u{2003}"]
    .map {
      Array($0.utf8)
    }

  private static func spaceLength(_ bytes: [UInt8], at offset: Int, until end: Int) -> Int? {
    if bytes[offset] <= 0x20 { return 1 }
    if bytes[offset] < 0xC2 { return nil }
    return wide.first { offset + $0.count <= end && bytes[offset..<(offset + $0.count)].elementsEqual($0) }?
      .count
  }

  private static func spaceLength(_ bytes: [UInt8], endingAt end: Int, from start: Int) -> Int? {
    if bytes[end - 1] <= 0x20 { return 1 }
    if bytes[end - 1] < 0x80 { return nil }
    return wide.first { end - $0.count >= start && bytes[(end - $0.count)..<end].elementsEqual($0) }?.count
  }
}
