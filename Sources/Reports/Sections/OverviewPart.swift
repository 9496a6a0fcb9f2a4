import Diagnostics

/// One of the five parts of section 一 (国办公开办函〔2021〕30号：主动公开、依申请公开、政府信息管理、
/// 平台建设、监督保障).
public struct OverviewPart: Sendable {
  public let name: String
  public let isPresent: Bool

  /// The key for findings, and the words of which a heading of the part holds one.
  private static let forms: [(name: String, words: [Needle])] = [
    ("主动公开", ["主动公开", "公开内容", "重点领域", "政策公开", "政策解读"]),
    ("依申请公开", ["依申请", "申请公开", "公开申请", "申请办理"]),
    ("政府信息管理", ["信息管理", "信息资源", "规范管理", "文件管理", "信息发布", "信息审核", "审查"]),
    ("平台建设", ["平台", "网站", "新媒体", "载体", "渠道"]),
    ("监督保障", ["监督", "保障", "考核", "评议", "培训"]),
  ]

  /// So many parts with a heading of their own show that the section is divided by them; where fewer
  /// have one, each may stand anywhere.
  private static let fewestHeadings = 3

  /// - Parameter text: what stands under the heading of section 一, folded.
  static func all(_ text: ArraySlice<UInt8>) -> [OverviewPart] {
    let leads = leads(text)
    let headed = forms.map { form in
      leads.contains { lead in form.words.contains { lead.holds($0) } }
    }
    let isDivided = headed.count { $0 } >= fewestHeadings
    return zip(forms, headed).map { form, isHeaded in
      OverviewPart(
        name: form.name, isPresent: isHeaded || !isDivided && form.words.contains { text.holds($0) })
    }
  }

  /// In bytes; what opens a part is said in the first dozen characters.
  private static let longestLead = 60

  private static let numbers: [Needle] = [
    "（一）", "（二）", "（三）", "（四）", "（五）", "（六）", "（七）", "（八）",
  ]

  /// The beginnings of numbered items, or of paragraphs where few are numbered, each up to the first mark
  /// that ends a clause.
  private static func leads(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    let numbered = numbers.flatMap { places(behind: $0, text) }
    let starts = numbered.count >= fewestHeadings ? numbered : [text.startIndex] + places(behind: "\n", text)
    let closers: [Needle] = ["。", "，", "：", "；", "\n"]
    return starts.map { start in
      let window = text[start...].prefix(longestLead)
      let end = closers.compactMap { closer in window.dropFirst(3).first(closer) }.min() ?? window.endIndex
      return window[window.startIndex..<end]
    }
  }

  private static func places(behind opener: Needle, _ text: ArraySlice<UInt8>) -> [Int] {
    var starts: [Int] = []
    var rest = text
    while let index = rest.first(opener) {
      starts.append(index + opener.bytes.count)
      rest = text[(index + opener.bytes.count)...]
    }
    return starts
  }
}

extension Report {
  /// The five parts of section 一, in the order of the form; none when the section is missing.
  public var overviewParts: [OverviewPart] {
    guard let section = sections.first(where: { $0.form.number == 1 }), section.isPresent, !section.isEmpty
    else { return [] }
    return OverviewPart.all(whole.bytes[section.text])
  }

  /// The headings of all sections in the order of the text.
  public var headings: [Heading] {
    sections.flatMap(\.headings).sorted { $0.span.lower < $1.span.lower }
  }
}

extension Heading {
  /// Whether it bears words of the section that it opens, and not its number alone.
  public var isWorded: Bool {
    SectionForm.all.contains { $0.number == section && $0.isWorded(Array(title.utf8)[...]) }
  }
}
