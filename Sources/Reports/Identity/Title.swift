public import Diagnostics
import Documents

/// The title line of a report: `云溪县人民政府2023年政府信息公开工作年度报告`.
public struct Title: Sendable, Hashable {
  /// Folded, without a label such as 标题：.
  public let text: String
  public let span: SourceSpan
  /// The agency as the title names it, in full; nil when it names none.
  public let agency: String?
  public let year: Int?

  /// In bytes; a longer line is no title.
  static let longest = 240
  /// A title may be broken over so many lines.
  private static let lines = 3

  /// Looks for it among the paragraphs before the first section.
  static func find(_ document: Document, _ preamble: Range<Int>) -> Title? {
    let paragraphs = preamble.compactMap { index -> SourceSpan? in
      if case .paragraph(let paragraph) = document.blocks[index] { return paragraph.span }
      return nil
    }
    // Fewest lines first, lest a line above the title is taken into it; but a line that names an agency
    // above one that names none belongs to it.
    var nameless: Title?
    for count in 1...lines {
      for first in paragraphs.indices where first + count <= paragraphs.count {
        let span = paragraphs[first].union(paragraphs[first + count - 1])
        guard span.count <= 2 * longest, let title = Title(document.source, span) else { continue }
        if let agency = title.agency, count == 1 || Self.isAgency(agency) {
          return first > 0 ? broken(title, above: paragraphs[first - 1], document.source) ?? title : title
        }
        nameless = nameless ?? title
      }
    }
    return nameless
  }

  /// The whole title, where its line begins within the agency's name: `云溪县退役军` and `人事务局2023年…`. A line
  /// above that is a name of its own belongs to a title that begins with what no name begins with.
  private static func broken(_ title: Title, above line: SourceSpan, _ source: SourceText) -> Title? {
    let text = FoldedText(source, line).bytes[...]
    guard let agency = title.agency, text.count <= longestBeginning, isPartOfName(text),
      let whole = Title(source, line.union(title.span)), let name = whole.agency, name.hasSuffix(agency),
      isAgency(name)
    else { return nil }
    let tail = Array(agency.utf8)[...]
    let isTail = tails.contains { tail.begins($0) } || tail.count <= 6
    return isTail || !isAgency(text.string) ? whole : nil
  }

  /// In bytes: twenty characters.
  private static let longestBeginning = 60

  /// What no whole name begins with.
  private static let tails: [Needle] = [
    "人民政府", "政府", "管理委员会", "管委会", "委员会", "办公室", "办公厅", "办事处", "街道", "自治", "地区", "局", "厅", "市人民", "县人民", "区人民",
  ]

  /// Ideographs alone, among them the kind of a place; nothing that stands above a title on a page.
  private static func isPartOfName(_ text: ArraySlice<UInt8>) -> Bool {
    let kinds: [Needle] = ["省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "族"]
    let others: [Needle] = ["公开", "网", "首页", "专栏", "栏目", "年报", "报告", "目录", "索引", "搜索", "发布", "来源", "的"]
    return text.count > 3
      && stride(from: text.startIndex, to: text.endIndex, by: 3).allSatisfy {
        (0xE4...0xE9).contains(text[$0])
      }
      && kinds.contains { text.holds($0) } && !others.contains { text.holds($0) }
  }

  /// How names of agencies end.
  private static let endings: [Needle] = [
    "政府", "办", "办公室", "办公厅", "局", "委", "委员会", "管委会", "厅", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡",
    "街道", "办事处",
    "院", "中心", "处", "部", "署", "队", "所", "站", "行", "社", "会",
  ]

  /// Whether folded text is nothing but the name of an agency.
  static func isName(_ text: ArraySlice<UInt8>) -> Bool {
    let words: [Needle] = ["、", "和", "及"]
    return isSignature(text) && !words.contains { text.holds($0) }
  }

  /// Whether a line holds nothing but the name of an agency, 自然资源和规划局 included.
  static func isSignature(_ text: ArraySlice<UInt8>) -> Bool {
    let marks: [Needle] = ["，", "。", "：", "；", "的", "公开", "》"]
    return (9...longestName).contains(text.count) && isAgency(text.string)
      && !text.contains(where: \.isASCIIDigit) && !marks.contains { text.holds($0) }
  }

  /// In bytes.
  private static let longestName = 75

  private static func isAgency(_ name: String) -> Bool {
    let bytes = Array(name.utf8)[...]
    return endings.contains { bytes.ends($0) }
  }

  private init?(_ source: SourceText, _ span: SourceSpan) {
    // Each line of a title broken over several can be a heading in Markdown.
    let folded = FoldedText(source, span).bytes.filter { $0 != UInt8(ascii: "#") }
    let text = Self.withoutSite(Self.withoutLabel(folded[...]))
    guard text.count <= Self.longest, Self.isTitle(text) else { return nil }
    let year = YearText.all(in: text).first
    self.text = text.string
    self.span = span
    self.year = year?.year
    self.agency = Self.agency(text, year)
  }

  /// Without what stands before a title: 标题：, 附件1：, 【年报】.
  private static func withoutLabel(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    for label in ["标题：", "#"] as [Needle] { while text.begins(label) { text = text.dropping(label) } }
    if text.begins("附件") {
      let rest = text.dropping("附件").drop { $0.isASCIIDigit }
      if rest.begins("：") { text = rest.dropping("：") }
    }
    if text.begins("【"), let end = text.prefix(longestLabel).first("】") { text = text[(end + 3)...] }
    return text
  }

  /// In bytes, with its brackets.
  private static let longestLabel = 36

  /// Without the name of a site behind a dash or a stroke.
  private static func withoutSite(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let marks: [Needle] = ["-", "_", "|", "—", "–"]
    for closing in ["报告", "年报"] as [Needle] {
      guard let index = text.first(closing) else { continue }
      let end = index + closing.bytes.count
      if marks.contains(where: { text[end...].begins($0) }) { return text[text.startIndex..<end] }
    }
    return text
  }

  private static func isTitle(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.holds("信息公开") || text.holds("政务公开"), !text.holds("。"), !text.holds("，") else { return false }
    // 《…》 names a document: the line cites the form and is not a title.
    if text.holds("》") || text.holds("格式") { return false }
    // 首页 > 政务公开 > 年报: the way to the page.
    if ([">", "»", "›", "→"] as [Needle]).contains(where: { text.holds($0) }) { return false }
    var end = text
    if end.ends("）"), let open = end.first("（") { end = end[end.startIndex..<open] }
    return end.ends("报告") || end.ends("年报")
  }

  /// The words before the year, or between the year and 政府信息公开.
  private static func agency(_ text: ArraySlice<UInt8>, _ year: YearText.Found?) -> String? {
    let head = year.map { text[text.startIndex..<$0.range.lowerBound] } ?? upToSubject(text)
    let behind = year.map { upToSubject(text[($0.range.upperBound + 3)...].dropping("度")) } ?? []
    // 某局政府信息公开工作年度报告（2023年）: the year stands behind the subject.
    let subject = upToSubject(head)
    let before = subject.isEmpty ? head.holds("信息公开") || head.holds("政务公开") ? [] : head : subject
    let name = before.dropping("关于").droppingLast("关于")
    let chosen = name.isEmpty ? behind : name
    return chosen.isEmpty ? nil : chosen.string
  }

  private static func upToSubject(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let subjects: [Needle] = ["政府信息公开", "信息公开", "政务公开"]
    guard let index = subjects.compactMap({ text.first($0) }).min() else { return [] }
    return text[text.startIndex..<index]
  }
}
