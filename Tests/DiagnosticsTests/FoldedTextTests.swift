import Diagnostics
import ReportFixtures
import Testing

@Suite struct FoldedTextTests {
  static let cases: [(source: String, folded: String)] = [
    ("１，２３４ 件", "1234件"), ("1,234件", "1234件"), ("1234 件", "1234件"), ("１,２３４", "1234"),
    ("1,234,567", "1234567"),
    ("1,23", "1，23"), ("1,2345", "1，2345"), (",234", "，234"), ("a,234", "a，234"), ("1, 234", "1，234"),
    ("1，234", "1，234"),
    ("（一）(二)", "（一）（二）"), ("ＡＢ：c:；;！!？?", "AB：c：；；！！？？"),
    ("政 府\u{3000}信\u{A0}息\t公\u{200B}开\u{FEFF}", "政府信息公开"),
    ("a\r\nb", "ab"), ("", ""), ("𠀀é", "𠀀é"), ("50％", "50%"),
  ]

  @Test(arguments: cases)
  func folds(source: String, folded: String) {
    let text = SourceText(source)
    #expect(FoldedText(text, text.span).text == folded)
  }

  /// The source of any folded range folds to that range again: a quotation shows what was matched.
  @Test func spansLeadBack() {
    let seed = Seed.announced("folding")
    var random = SplitMix64(seed: seed)
    let alphabet = Array("1239,，.１２９（）()：: \t\u{3000}\u{A0}\u{200B}政府信息件éＡb；\n𠀀").map(String.init)
    for number in 0..<3000 {
      let source = SourceText(
        (0..<Int.random(in: 1...40, using: &random)).map { _ in random.pick(alphabet) }.joined())
      let folded = FoldedText(source, source.span)
      guard !folded.bytes.isEmpty else { continue }
      let starts = folded.bytes.indices.filter { folded.bytes[$0] & 0xC0 != 0x80 } + [folded.bytes.count]
      let lower = Int.random(in: 0..<(starts.count - 1), using: &random)
      let upper = Int.random(in: (lower + 1)..<starts.count, using: &random)
      let range = starts[lower]..<starts[upper]
      let span = folded.span(range)
      #expect(source.span.contains(span))
      let again = FoldedText(source, span).text.filter { $0 != "，" }
      #expect(again == folded.text(range).filter { $0 != "，" }, "seed \(seed), case \(number)")
      #expect(String(validating: source.bytes[span.lower..<span.upper], as: UTF8.self) != nil)
    }
  }

  /// Pieces are divided by a line feed, and a number does not go on from one into the next.
  @Test func dividesPieces() {
    let source = SourceText("1,234")
    var builder = FoldedText.Builder()
    builder.append(source, SourceSpan(0, 1))
    builder.appendBreak()
    builder.append(source, SourceSpan(1, 5))
    #expect(builder.build().text == "1\n，234")
  }

  @Test func emptyRangesHaveAPlace() {
    let source = SourceText("政 府")
    let folded = FoldedText(source, source.span)
    #expect(folded.span(3..<3) == SourceSpan(4, 4))
    #expect(folded.span(6..<6) == SourceSpan(7, 7))
    #expect(FoldedText.empty.span(0..<0) == SourceSpan(0, 0))
  }
}

/// The way back: from a place in the source to the folded text.
@Suite struct FoldedRangeTests {
  @Test(arguments: [
    ("甲 乙，丙", "乙", "乙"), ("收到 １，２３４ 件", "１，２３４", "1234"), ("a,b", ",", "，"), ("甲乙", "甲乙", "甲乙"),
    ("甲  乙", "  ", ""),
  ])
  func partsAreFound(_ whole: String, _ part: String, _ folded: String) throws {
    let source = SourceText(whole)
    let text = FoldedText(source, source.span)
    let bytes = Array(part.utf8)
    let lower = try #require(
      (0...(source.bytes.count - bytes.count)).first { source.bytes[$0...].starts(with: bytes) })
    #expect(text.text(text.range(from: SourceSpan(lower, lower + bytes.count))) == folded)
  }

  @Test func outsideIsNothing() {
    let source = SourceText("甲乙丙")
    let text = FoldedText(source, SourceSpan(3, 6))
    #expect(text.range(from: SourceSpan(0, 3)) == 0..<0)
    #expect(text.range(from: SourceSpan(6, 9)) == 3..<3)
    #expect(text.text(text.range(from: SourceSpan(0, 9))) == "乙")
    #expect(FoldedText.empty.range(from: SourceSpan(0, 9)) == 0..<0)
  }
}
