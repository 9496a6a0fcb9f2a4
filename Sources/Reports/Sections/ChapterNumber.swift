/// The style in which a report numbers its chapters.
enum ChapterNumber {
  /// 一、 (the form's) and 第一部分.
  case chapter
  /// （一）
  case parenthesised
  /// 1. or 1、
  case digits
  /// 一 with nothing behind it but a space or a colon.
  case bare

  /// Those that number parts of chapters too, and chapters only where nothing else does.
  static let others: [ChapterNumber] = [.parenthesised, .digits, .bare]

  /// The number 1…10 that folded text begins with, and what follows it.
  func read(_ text: ArraySlice<UInt8>) -> (number: Int, title: ArraySlice<UInt8>)? {
    switch self {
    case .chapter: Numbering.chapter(text) ?? Self.part(text)
    case .parenthesised: Self.parenthesised(text)
    case .digits: Self.digits(text)
    case .bare: Self.bare(text)
    }
  }

  private static func numeral(_ text: ArraySlice<UInt8>) -> (number: Int, rest: ArraySlice<UInt8>)? {
    guard let index = SectionForm.numerals.firstIndex(where: { text.begins($0) }) else { return nil }
    return (index + 1, text.dropping(SectionForm.numerals[index]))
  }

  private static func part(_ text: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
    guard text.begins("第"), let (number, rest) = numeral(text.dropping("第")) else { return nil }
    let kinds: [Needle] = ["部分", "章"]
    guard let kind = kinds.first(where: { rest.begins($0) }) else { return nil }
    return (number, withoutMark(rest.dropping(kind)))
  }

  private static func parenthesised(_ text: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
    guard text.begins("（"), let (number, rest) = numeral(text.dropping("（")), rest.begins("）") else {
      return nil
    }
    return (number, rest.dropping("）"))
  }

  private static func digits(_ text: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
    guard let first = text.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first) else { return nil }
    let rest = text.dropFirst()
    let title = withoutMark(rest)
    return title.count < rest.count ? (Int(first - UInt8(ascii: "0")), title) : nil
  }

  private static func bare(_ text: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
    numeral(text).map { ($0.number, withoutMark($0.rest)) }
  }

  private static func withoutMark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let marks: [Needle] = ["、", ".", "．", "：", "，"]
    return marks.first { text.begins($0) }.map(text.dropping) ?? text
  }
}
