import Reports

/// Writes a fixture report as a text file.
public struct PlainTextWriter: Sendable {
  public enum TitleLine: Sendable, CaseIterable {
    case none, oneLine, twoLines, yearFirst, chineseYear, labelled
  }

  public var title: TitleLine = .oneLine
  public var hasContents = false
  /// Wordings that are in use beside the form's.
  public var hasOtherHeadings = false
  public var hasBlankLines = true
  /// Characters of prose in a line; nil when a paragraph is a line.
  public var wrapping: Int?
  public var hasPageFooter = false
  /// Which sections the report has, in their order.
  public var chapters = Array(1...6)

  public init() {}

  public init(_ random: inout SplitMix64) {
    title = random.pick(TitleLine.allCases)
    hasContents = random.once(in: 5)
    hasOtherHeadings = random.once(in: 3)
    hasBlankLines = random.once(in: 2)
    wrapping = random.once(in: 3) ? Int.random(in: 28...40, using: &random) : nil
    hasPageFooter = random.once(in: 5)
  }

  public func write(
    _ report: FixtureReport, tables: [FormTable], layout: PlainTextLayout, _ random: inout SplitMix64
  ) -> String {
    var lines = titleLines(report)
    if let published = report.published { lines += ["发布日期：\(published)"] + gap }
    let headings = headings(random.once(in: 2))
    if hasContents { lines += ["目录"] + headings + [""] }
    let period = "\(report.year)年1月1日至\(report.year)年12月31日"
    lines += wrapped("本报告依照规定的格式编制，所列数据的统计期限为\(period)。") + gap
    for index in chapters.map({ $0 - 1 }) {
      lines += [headings[index]] + gap
      if (1...3).contains(index) {
        lines += tables[index - 1].lines(layout, &random)
      } else {
        for paragraph in report.prose[index + 1] ?? [] { lines += wrapped(paragraph) + gap }
      }
      lines.append("")
    }
    if hasPageFooter { lines += ["版权所有：\(report.agency)", "备案号：10086号-1", "打印本页 关闭窗口"] }
    return lines.joined(separator: "\n") + "\n"
  }

  private var gap: [String] { hasBlankLines ? [""] : [] }

  private func titleLines(_ report: FixtureReport) -> [String] {
    let rest = "政府信息公开工作年度报告"
    let digits = Array("〇一二三四五六七八九")
    let chinese = String(String(report.year).map { digits[$0.wholeNumberValue ?? 0] })
    switch title {
    case .none: return []
    case .oneLine: return ["\(report.agency)\(report.year)年\(rest)", ""]
    case .twoLines: return ["\(report.agency)", "\(report.year)年\(rest)", ""]
    case .yearFirst: return ["\(report.year)年\(report.agency)\(rest)", ""]
    case .chineseYear: return ["\(report.agency)\(chinese)年\(rest)", ""]
    case .labelled: return ["标题：\(report.agency)\(report.year)年度\(rest)", ""]
    }
  }

  private func headings(_ isLong: Bool) -> [String] {
    guard hasOtherHeadings else {
      return SectionForm.all.map { Self.numerals[$0.number - 1] + "、" + $0.title }
    }
    let four = isLong ? "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况" : "四、因政府信息公开工作被申请行政复议与提起行政诉讼情况"
    return [
      "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", four, "五、存在问题及改进情况",
      "六、其他需要报告的事项",
    ]
  }

  private static let numerals = ["一", "二", "三", "四", "五", "六"]

  private func wrapped(_ paragraph: String) -> [String] {
    guard let wrapping, paragraph.count > wrapping else { return [paragraph] }
    let characters = Array(paragraph)
    return stride(from: 0, to: characters.count, by: wrapping).map {
      String(characters[$0..<min(characters.count, $0 + wrapping)])
    }
  }
}
