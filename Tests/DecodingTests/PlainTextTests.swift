import Decoding
import Diagnostics
import Documents
import ReportFixtures
import Testing

@Suite struct PlainTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    /// `¶` a paragraph, `#` a heading; rows of a table divided by ` / `, cells by `|`.
    let blocks: [String]
  }

  static let cases: [Case] = [
    Case(testDescription: "paragraphs", text: "一\n二\n\n三", blocks: ["¶一", "¶二", "¶三"]),
    Case(testDescription: "pipes", text: "| 规章 | 0 | |\n| 许可 | 1 | 2 |", blocks: ["规章|0| / 许可|1|2"]),
    Case(testDescription: "a trailing pipe", text: "规章 |\n0 |\n", blocks: ["规章 / 0"]),
    Case(testDescription: "inner pipes", text: "规章 | 0 | 1", blocks: ["规章|0|1"]),
    Case(testDescription: "one pipe is none", text: "办公室 | 电话", blocks: ["¶办公室 | 电话"]),
    Case(testDescription: "tabs", text: "\t\t规章\t0\n\t\t许可\t1", blocks: ["||规章|0 / ||许可|1"]),
    Case(testDescription: "an indented line", text: "\t第一段", blocks: ["¶第一段"]),
    Case(testDescription: "a blank line ends a table", text: "a\tb\n\nc\td", blocks: ["a|b", "c|d"]),
    Case(
      testDescription: "Markdown", text: "## 一、总体\n\n| **甲** | 乙 |\n|---|:-:|\n| 1 | 2 |",
      blocks: ["#一、总体", "甲|乙 / 1|2"]),
    Case(
      testDescription: "a table of HTML in Markdown",
      text:
        "## 三\n\n<table>\n<tr><td rowspan=\"2\">甲</td><td>1</td><TD>2</TD></tr><tr><th>乙<br></th><td>3</td></tr>\n</table>\n文",
      blocks: ["#三", "甲|1|2 / 乙|3", "¶文"]),
    Case(
      testDescription: "commas", text: "甲,,1,2\n乙,3,4,\"1,286\"\n,丙,5,6\n丁,7,8,9\n文",
      blocks: ["甲||1|2 / 乙|3|4|\"1,286\" / 丙|5|6 / 丁|7|8|9", "¶文"]),
    Case(testDescription: "a sentence with commas", text: "甲,乙,丙,丁", blocks: ["¶甲,乙,丙,丁"]),
    Case(testDescription: "a sentence with a pipe", text: "| 全年工作平稳。 |", blocks: ["¶| 全年工作平稳。 |"]),
    Case(
      testDescription: "wide spaces", text: "\u{3000}\u{3000}全年\u{3000}\n\u{A0}平稳\u{FEFF}",
      blocks: ["¶全年", "¶平稳"]),
  ]

  @Test(arguments: cases)
  func blocks(_ expected: Case) throws {
    let document = try Decoders.decode(Array(expected.text.utf8))
    #expect(document.blocks.map { Self.description($0, document.source) } == expected.blocks)
    #expect(DecoderConformance.check(document) == [])
  }

  private static func description(_ block: Block, _ source: SourceText) -> String {
    switch block {
    case .paragraph(let paragraph): (paragraph.headingLevel == nil ? "¶" : "#") + source.text(paragraph.span)
    case .table(let table):
      table.rows.map { $0.cells.map { source.text($0.span) }.joined(separator: "|") }.joined(separator: " / ")
    }
  }

  /// A tag that never ends is text, and is looked for once.
  @Test func keepsTagsThatNeverEnd() throws {
    let open = Array(String(repeating: "<\n", count: 200_000).utf8)
    let document = try Decoders.decode(Array("文\n<table>\n".utf8) + open)
    #expect(document.source.bytes.count { $0 == UInt8(ascii: "<") } == 200_000)
  }

  /// Lines broken to fit a page come together; a short line ends its paragraph.
  @Test func joinsBrokenLines() throws {
    let full = String(repeating: "字", count: 30)
    let text = [full, full, "末。", full, "（一）甲", full, "完。"].joined(separator: "\n")
    let document = try Decoders.decode(Array(text.utf8))
    let paragraphs = document.blocks.map { document.source.text($0.span) }
    #expect(
      paragraphs == [
        [full, full, "末。"].joined(separator: "\n"), full, "（一）甲", [full, "完。"].joined(separator: "\n"),
      ])
  }
}
