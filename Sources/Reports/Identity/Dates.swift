import Diagnostics

/// The period that a report says its figures cover, and the day on which it was published.
enum Dates {
  /// The year of `2021年1月1日至2021年12月31日` (the later year where they differ in nothing but error). A report may name
  /// other periods as well: what its sentence calls one of figures goes first.
  static func period(_ text: ArraySlice<UInt8>) -> (year: Int, range: Range<Int>)? {
    let found = periods(text)
    return found.first { isOfFigures(text, $0.range) } ?? found.first
  }

  private static let ofFigures: [Needle] = ["统计", "数据", "期限", "时限", "起止", "报告期", "本报告", "本年度报告"]

  private static func isOfFigures(_ text: ArraySlice<UInt8>, _ range: Range<Int>) -> Bool {
    var sentence = text[..<range.lowerBound].suffix(120)
    for mark: Needle in ["\n", "。"] {
      while let index = sentence.first(mark) { sentence = sentence[(index + mark.bytes.count)...] }
    }
    return ofFigures.contains { sentence.holds($0) }
  }

  private static func periods(_ text: ArraySlice<UInt8>) -> [(year: Int, range: Range<Int>)] {
    YearText.all(in: text).compactMap { start in
      let rest = text[(start.range.upperBound + 3)...]
      guard rest.begins("1月1日") || rest.begins("01月01日") else { return nil }
      let window = rest.prefix(90)
      guard let end = window.first("12月31日") else { return nil }
      let last = YearText.all(in: text[rest.startIndex..<end]).last
      return (last?.year ?? start.year, start.range.lowerBound..<(end + 13))
    }
  }

  /// The words before a day of publication, most telling first. Those that sentences hold too need a colon.
  private static let labels: [(words: Needle, marks: [Needle])] = [
    ("发布日期", open), ("发布时间", open), ("公开日期", open), ("发文日期", open), ("日期", ["："]), ("时间", ["："]),
  ]
  private static let open: [Needle] = ["：\n", "：", "】", "]", "\n"]

  /// `统计起止时间：2023年1月1日` is no day of publication, and neither is a day that opens a period.
  private static let ofPeriod: [Needle] = ["起止", "统计", "截止", "截至", "起始", "开始", "所属"]
  private static let spans: [Needle] = ["至", "到", "起", "—", "–", "-", "~", "─", "－"]

  /// `YYYY-MM-DD` of a labelled date, of what the file says beside its text, or of a line that is nothing but
  /// a date.
  static func published(_ text: ArraySlice<UInt8>, beside publication: String?) -> String? {
    labelled(text) ?? publication.flatMap(stated) ?? dateLine(text)
  }

  /// Whether a text is a day and nothing else.
  static func isDay(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= longestLine && day(text) != nil
      || YearText.all(in: text).first?.range.lowerBound == 0
        && text.count <= longestLine && text.ends("日")
  }

  private static func labelled(_ text: ArraySlice<UInt8>) -> String? {
    for (words, marks) in labels {
      var rest = text
      while let index = rest.first(words) {
        rest = text[(index + words.bytes.count)...]
        guard let mark = marks.first(where: { rest.begins($0) }),
          !ofPeriod.contains(where: { text[..<index].ends($0) })
        else { continue }
        if let (date, end) = wholeDay(rest.dropping(mark)), !spans.contains(where: { end.begins($0) }) {
          return date
        }
      }
    }
    return nil
  }

  private static func stated(_ publication: String) -> String? {
    let source = SourceText(publication)
    return day(FoldedText(source, source.span).bytes[...])
  }

  private static func dateLine(_ text: ArraySlice<UInt8>) -> String? {
    var rest = text
    while !rest.isEmpty {
      let line = rest.suffix(longestLine + 1)
      let start = line.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
      if let date = start.flatMap({ dayAlone(rest[$0...]) })
        ?? (line.count == rest.count ? dayAlone(rest) : nil)
      {
        return date
      }
      let end = start.map { $0 - 1 } ?? rest.lastIndex(of: UInt8(ascii: "\n")) ?? rest.startIndex
      rest = rest[..<end]
    }
    return nil
  }

  /// A day, behind which nothing is said but what stands beside one on a page: 来源, a time, 浏览次数.
  private static func dayAlone(_ line: ArraySlice<UInt8>) -> String? {
    guard let (day, rest) = wholeDay(line), !rest.ends("。"), !saying.contains(where: { rest.begins($0) })
    else { return nil }
    return day
  }

  /// What a sentence goes on with: 2023年6月8日召开会议.
  private static let saying: [Needle] = [
    "召开", "印发", "举办", "组织", "开展", "收到", "受理", "答复", "前", "起", "至", "到", "以", "，", "、", "公布了", "出台", "我", "本",
    "经",
    "在", "由", "上线", "开通", "制定", "修订", "废止", "正式",
  ]

  /// In bytes; a line that is nothing but a date has no more.
  private static let longestLine = 33

  /// How many digits year, month and day have, and what may stand behind each.
  private static let dayParts: [(digits: Int, marks: [Needle])] = [
    (4, ["年", "-", "/", "."]), (2, ["月", "-", "/", "."]), (2, ["日"]),
  ]

  /// `2022年1月20日` or `2022-01-20` at the beginning of a text.
  private static func day(_ text: ArraySlice<UInt8>) -> String? { wholeDay(text)?.day }

  /// The same, and what stands behind it.
  private static func wholeDay(_ text: ArraySlice<UInt8>) -> (day: String, rest: ArraySlice<UInt8>)? {
    guard text.first?.isASCIIDigit == true else { return nil }
    var rest = text
    var parts: [Int] = []
    for (digits, marks) in dayParts {
      var run = rest.prefix { $0.isASCIIDigit }
      // Folding took the space out of 2024-01-06 10:20.
      if parts.count == 2, run.count == 4, rest.dropFirst(4).begins("：") { run = run.prefix(2) }
      guard !run.isEmpty, run.count <= digits, digits == 2 || run.count == 4 else { return nil }
      parts.append(run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
      rest = rest.dropFirst(run.count)
      let mark = marks.first { rest.begins($0) }
      if mark == nil, parts.count < 3 { return nil }
      rest = mark.map { rest.dropping($0) } ?? rest
    }
    guard (1...12).contains(parts[1]), (1...31).contains(parts[2]) else { return nil }
    let day = "\(parts[0])-" + parts[1...].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: "-")
    return (day, rest)
  }
}
