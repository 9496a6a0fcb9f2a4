import Decoding
import Diagnostics
import Documents
import Reports
import Testing

/// The six sections, however they are numbered and worded.
@Suite struct SectionFindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Each is followed by a sentence, unless it ends in `!`.
    let headings: [String]
    /// How many headings each section has.
    var counts = [1, 1, 1, 1, 1, 1]
    var empty: Set<Int> = []
  }

  private static let form = [
    "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
  ]

  private static func replacing(_ index: Int, _ heading: String) -> [String] {
    var headings = form
    headings[index] = heading
    return headings
  }

  private static func without(_ index: Int) -> [String] { Array(form[..<index] + form[(index + 1)...]) }

  static let cases: [Case] = [
    Case(testDescription: "the form", headings: form),
    Case(
      testDescription: "a point for a comma",
      headings: form.map { $0.replacing("、", with: ".", maxReplacements: 1) }),
    Case(testDescription: "colons at the end", headings: form.map { $0 + "：" }),
    Case(
      testDescription: "stray spaces",
      headings: form.map { $0.replacing("、", with: "、 ", maxReplacements: 1) }),
    Case(testDescription: "Markdown", headings: form.map { "## " + $0 }),
    Case(testDescription: "bold Markdown", headings: form.map { "**" + $0 + "**" }),
    Case(testDescription: "no numbers", headings: form.map { String($0.dropFirst(2)) }),
    Case(testDescription: "misnumbered", headings: replacing(4, "四、存在的主要问题及改进情况")),
    Case(
      testDescription: "the last two exchanged",
      headings: form[..<4] + ["五、其他需要报告的事项", "六、存在的主要问题及改进情况"]),
    Case(
      testDescription: "the last two exchanged, their numbers with them",
      headings: form[..<4] + [form[5], form[4]]),
    Case(testDescription: "restarting", headings: replacing(3, "一、政府信息公开行政复议、行政诉讼情况")),
    Case(testDescription: "the longer wording", headings: replacing(3, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况")),
    Case(testDescription: "the older wording", headings: replacing(3, "四、因政府信息公开工作被申请行政复议与提起行政诉讼情况")),
    Case(testDescription: "problems, shorter", headings: replacing(4, "五、存在问题及改进情况")),
    Case(testDescription: "renamed", headings: replacing(5, "六、附则")),
    Case(testDescription: "the fourth missing", headings: without(3), counts: [1, 1, 1, 0, 1, 1]),
    Case(testDescription: "the last missing", headings: without(5), counts: [1, 1, 1, 1, 1, 0]),
    Case(testDescription: "the first doubled", headings: [form[0]] + form, counts: [2, 1, 1, 1, 1, 1]),
    Case(testDescription: "a table of contents", headings: form.map { $0 + "!" } + form),
    Case(
      testDescription: "a table of contents of which two sections are missing",
      headings: form.map { $0 + "!" } + [form[0], form[1], form[2], form[5]], counts: [1, 1, 1, 0, 0, 1]),
    Case(testDescription: "the fifth empty", headings: replacing(4, form[4] + "!"), empty: [5]),
    Case(testDescription: "the last empty", headings: replacing(5, form[5] + "!"), empty: [6]),
  ]

  @Test(arguments: cases)
  func sections(_ expected: Case) throws {
    let lines = expected.headings.map { $0.hasSuffix("!") ? String($0.dropLast()) : $0 + "\n\n这里写了一句话。" }
    let text = "云溪县2023年政府信息公开工作年度报告\n\n" + lines.joined(separator: "\n\n") + "\n"
    let report = try #require(ReportReader.read(Decoders.decode(Array(text.utf8))))
    #expect(report.sections.map(\.headings.count) == expected.counts)
    #expect(Set(report.sections.filter { $0.isPresent && $0.isEmpty }.map(\.form.number)) == expected.empty)
    for section in report.sections where section.isPresent && !section.isEmpty {
      #expect(report.whole.text(section.text) == "这里写了一句话。")
    }
  }

  /// A chapter's title may be merged over the first row of its table.
  @Test func findsHeadingsWithinTables() throws {
    let page =
      "<p>云溪县2023年政府信息公开工作年度报告</p><table>"
      + Self.form.enumerated().map { index, heading in
        "<tr><td colspan=3>\(heading)</td></tr>"
          + ((1...3).contains(index)
            ? "<tr><td>规章</td><td>1</td><td>2</td></tr>" : "<tr><td colspan=3>这里写了一句话。</td></tr>")
      }.joined() + "</table>"
    let report = try #require(ReportReader.read(Decoders.decode(Array(page.utf8))))
    #expect(report.sections.map(\.headings.count) == [1, 1, 1, 1, 1, 1])
    #expect(report.sections.allSatisfy { !$0.isEmpty })
    #expect(report.prose.text(0..<report.prose.bytes.count).contains("这里写了一句话。"))
  }

  /// However chapters are numbered, when nothing else is.
  @Test(arguments: ["第%部分 ", "第%章：", "（%）", "% ", "%．", "%："])
  func findsChaptersNumberedOtherwise(style: String) throws {
    let lines = Self.form.map { heading in
      style.replacing("%", with: String(heading.prefix(1))) + heading.dropFirst(2) + "\n\n（一）主动公开\n这里写了一句话。"
    }
    let text = "云溪县2023年政府信息公开工作年度报告\n\n" + lines.joined(separator: "\n\n")
    let report = try #require(ReportReader.read(Decoders.decode(Array(text.utf8))))
    #expect(report.sections.map(\.headings.count) == [1, 1, 1, 1, 1, 1])
  }

  /// Short lines that follow each other are no wrapped paragraph when one of them is a heading.
  @Test func endsAHeadingAtItsLine() throws {
    let text = "云溪县2023年政府信息公开工作年度报告\n" + Self.form.map { $0 + "\n见下表和附件。\n" }.joined()
    let report = try #require(ReportReader.read(Decoders.decode(Array(text.utf8))))
    #expect(report.sections.allSatisfy { $0.headings.count == 1 && !$0.isEmpty })
  }

  @Test func refusesWhatIsNoReport() throws {
    for text in ["", "买菜清单\n一、白菜\n二、萝卜\n", "一、总体情况\n工作平稳。\n", "{\"a\": 1}"] where !text.isEmpty {
      #expect(ReportReader.read(try Decoders.decode(Array(text.utf8))) == nil, "\(text)")
    }
  }
}
