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

  @Test func refusesWhatIsNoReport() throws {
    for text in ["", "买菜清单\n一、白菜\n二、萝卜\n", "一、总体情况\n工作平稳。\n", "{\"a\": 1}"] where !text.isEmpty {
      #expect(ReportReader.read(try Decoders.decode(Array(text.utf8))) == nil, "\(text)")
    }
  }
}
