import Diagnostics
import Testing

/// What a terminal shows.
@Suite struct DisplayTests {
  static let widths: [(text: String, columns: Int)] = [
    ("", 0), ("abc", 3), ("政府", 4), ("（一）", 6), ("ａ１", 4), ("e\u{301}", 1), ("\u{200B}", 0), ("𠀀", 2),
    ("한", 2), ("ｱ", 1),
    ("é", 1), ("“x”", 3), ("😀", 2),
  ]

  @Test(arguments: widths)
  func width(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }

  static let visible: [(text: String, shown: String)] = [
    ("云溪县.txt", "云溪县.txt"), ("a\nb", "a\\nb"), ("a\r\tb", "a\\r\\tb"), ("\u{1B}[31m", "\\u{1b}[31m"),
    ("\u{7F}", "\\u{7f}"),
    ("\u{9B}31m", "\\u{9b}31m"), ("a\u{202E}b", "a\\u{202e}b"), ("\u{FEFF}a", "\\u{feff}a"),
    ("\u{2066}", "\\u{2066}"),
    ("a\r\nb", "a\\r\\nb"), ("👩‍🌾", "👩\\u{200d}🌾"), ("", ""),
  ]

  @Test(arguments: visible)
  func hidesNothing(text: String, shown: String) { #expect(VisibleText.of(text) == shown) }

  @Test func caretStandsUnderChinese() {
    let source = SourceText("第一行\n收到申请１４件，办结\n")
    let lower = "第一行\n收到申请".utf8.count
    let excerpt = Excerpt(source, around: SourceSpan(lower, lower + "１４件".utf8.count))
    #expect(excerpt.text == "收到申请１４件，办结")
    #expect(excerpt.underline == "        ^^^^^^")
  }

  @Test func longLinesAreCut() {
    let long = String(repeating: "前", count: 100)
    let source = SourceText(long + "错" + long)
    let excerpt = Excerpt(source, around: SourceSpan(300, 303))
    #expect(excerpt.text == "…" + long.prefix(24) + "错" + long.prefix(24) + "…")
    #expect(DisplayWidth.of(excerpt.underline) == 1 + 48 + 2)
    #expect(excerpt.underline.hasSuffix(" ^^"))
  }

  @Test func spansAtTheEdges() {
    let source = SourceText("一\n\n二")
    for offset in 0...source.bytes.count
    where offset == source.bytes.count || source.bytes[offset] & 0xC0 != 0x80 {
      #expect(Excerpt(source, around: SourceSpan(offset, offset)).underline.hasSuffix("^"))
    }
    #expect(Excerpt(SourceText(""), around: SourceSpan(0, 0)).underline == "^")
    // A span over several lines is underlined in its first.
    #expect(Excerpt(source, around: source.span).text == "一")
  }

  @Test func aDiagnosticIsDrawn() {
    let source = SourceText("规则 甲 {\n  check 新收到 == 1\n}\n")
    let lower = "规则 甲 {\n  check ".utf8.count
    let diagnostic = Diagnostic(
      .error, "E104", "没有“新收到”", at: .init(SourceSpan(lower, lower + 9), "这里"), notes: ["表三的行"],
      help: "是不是 新收？")
    let expected = """
      error[E104]: 没有“新收到”
       --> 甲.rules:2:9
        |
      2 |   check 新收到 == 1
        |         ^^^^^^ 这里
        = note: 表三的行
        = help: 是不是 新收？
      """
    #expect(DiagnosticRenderer.render(diagnostic, file: "甲.rules", source: source) == expected)
  }
}
