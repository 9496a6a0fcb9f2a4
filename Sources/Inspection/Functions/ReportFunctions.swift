import Diagnostics
import Figures
import RuleInterpreter
import RuleLanguage

/// A function that rules can call: its signature, its body and its words in one place.
struct ReportFunction: Sendable {
  let signature: FunctionSignature
  let body: FunctionBody

  init(
    _ names: [String], _ parameters: [RuleType], _ result: RuleType, _ documentation: String,
    body: @escaping @Sendable ([Value]) -> Value
  ) {
    self.signature = FunctionSignature(
      names: names, parameters: parameters, result: result, documentation: documentation)
    self.body = FunctionBody(names[0], body: body)
  }
}

/// All of them, in alphabetical order.
enum ReportFunctions {
  static let all: [ReportFunction] = [
    breakdowns, namedBody, number, ownName, percentages, repeats, section, similarity,
  ]

  static let breakdowns = ReportFunction(
    ["breakdowns", "分项"], [.text], .list(.record("breakdown")),
    "正文里每一处“……N条，其中甲a条、乙b条……”：总数、各项之和、是否说尽（以“其他”收尾，或“由……组成”“分别是”）、有没有一项就超出总数。"
  ) { arguments in
    guard case .text(let text) = arguments.first else { return .list([]) }
    return .list(BreakdownFinder(text.text, text.range).all().map { value($0, text.text) })
  }

  static let namedBody = ReportFunction(
    ["named_body", "所称机关"], [.text, .text], .record("named_body"),
    "正文里的一个机关名称，与本机关是什么关系：本机关、同级（别家）、同级或下级（别的市）、上级、下级、别处（不会是上级也不会是下级）、不明；它的地名是哪几个字。别称、挂牌的和分不清的都是“不明”。写 named_body(m.name, report.agency).relation。"
  ) { arguments in
    guard case .text(let name) = arguments.first, case .text(let agency) = arguments.last else {
      return .missing(cause: "unreadable")
    }
    return NamedBody.value(name, agency)
  }

  static let number = ReportFunction(
    ["number", "数值"], [.text], .number,
    "文字写的数：阿拉伯数字或汉字。用来核对模式里命名组取出的数：number(m.a) - number(m.b)。"
  ) { arguments in
    guard case .text(let text) = arguments.first else { return .missing(cause: "unreadable") }
    return Value.number(in: text)
  }

  static let ownName = ReportFunction(
    ["own_name", "是自称"], [.text, .text], .truth,
    "一个名称是不是以本机关的自称结尾：“虽然街道”里的“街道”、“通过市医保局”里的“市医保局”。写 own_name(m.name, report.agency)。"
  ) { arguments in
    guard case .text(let name) = arguments.first, case .text(let agency) = arguments.last else {
      return .missing(cause: "unreadable")
    }
    return .truth(OwnAgency.isNamed(at: name.text.text(name.range), agency.text.text(agency.range)))
  }

  static let percentages = ReportFunction(
    ["percentages", "占比"], [.text], .list(.record("shares")),
    "正文里每一句“……N件，其中甲a件（p%）……”：各项百分比、按件数算出的百分比、百分比之和、是否说尽；“N件，比上年的M件增长p%”“N份，收回M份，回收率p%”也在内。"
  ) { arguments in
    guard case .text(let text) = arguments.first else { return .list([]) }
    let shares =
      ShareFinder(text.text, text.range).all() + GrowthFinder(text.text, text.range).all()
      + RateFinder(text.text, text.range).all()
    return .list(shares.map { value($0, text.text) })
  }

  static let section = ReportFunction(
    ["section", "部分"], [.record("earlier"), .number], .record("earlier_section"),
    "对照的那份报告的第几部分：prev.section(节.number)，也可以写 section(prev, 节.number)。"
  ) { arguments in
    guard case .record(let report) = arguments.first, case .number(let number, _) = arguments.last else {
      return .missing(cause: "unreadable")
    }
    return EarlierReport.section(number.whole, of: report)
  }

  static let similarity = ReportFunction(
    ["similarity", "相似度"], [.text, .text], .number,
    "两段文字有多少相同，0 到 100：按连续五个字比，各占两段总数的百分比。与上年比同一部分，写 similarity(节.prose, prev.section(节.number).prose)。"
  ) { arguments in
    guard case .text(let left) = arguments.first, case .text(let right) = arguments.last else {
      return .missing(cause: "unreadable")
    }
    return Similarity.percentage(left.text.bytes[left.range], right.text.bytes[right.range])
      .map { .number($0, span: nil) } ?? .missing(cause: "blank")
  }

  static let repeats = ReportFunction(
    ["repeats", "重复词"], [.text], .list(.record("repeat")),
    "紧接着又写一遍的词语（两个字以上）：“资金资金”。"
  ) { arguments in
    guard case .text(let text) = arguments.first else { return .list([]) }
    return .list(RepeatFinder(text.text, text.range).all().map { value($0, text) })
  }

  private static func value(_ repeated: Range<Int>, _ text: TextValue) -> Value {
    // Enough of what stands around it to tell a proper name.
    let line = ProseScanner.line(around: repeated, in: text)
    let near = ((repeated.lowerBound - 30)..<(repeated.upperBound + 30)).clamped(to: line)
    let context = ProseScanner.wholeCharacters(near, in: text.text.bytes)
    return .record(
      name: "repeat", fields: [.text(text.text, repeated), .text(text.text, context)],
      title: text.text.text(repeated), span: text.text.span(repeated))
  }

  private static func value(_ group: ShareGroup, _ text: FoldedText) -> Value {
    let shares = zip(group.shares, group.candidates).map { share, candidates in
      Value.record(
        name: "share",
        fields: [
          .number(share.count.figure, span: nil),
          .number(share.percent, span: nil),
          .number(share.tolerance, span: nil),
          .list(candidates.map { .number($0, span: nil) }),
          .text(text, share.range),
        ], span: text.span(share.range))
    }
    return .record(
      name: "shares",
      fields: [
        .list(shares),
        .number(group.sum, span: nil),
        .number(group.tolerance, span: nil),
        .truth(group.isExhaustive),
        .text(text, group.range),
      ], span: text.span(group.range))
  }

  private static func value(_ breakdown: Breakdown, _ text: FoldedText) -> Value {
    .record(
      name: "breakdown",
      fields: [
        .number(breakdown.sum, span: nil),
        .list(breakdown.wholes.map { .number($0, span: nil) }),
        .truth(breakdown.isExhaustive),
        .text(text, breakdown.range),
        .truth(breakdown.exceeds),
      ], span: text.span(breakdown.range))
  }
}
