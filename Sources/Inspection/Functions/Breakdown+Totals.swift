import Figures
import RuleInterpreter

extension BreakdownFinder {
  /// `网站100条、微信50条、其他渠道10条，合计160条`: the whole behind its parts.
  func totals() -> [Breakdown] {
    var last = range.lowerBound
    return Self.words.matches(in: bytes, range).compactMap { match in
      // 共计 begins with 共.
      guard match.range.lowerBound >= last else { return nil }
      last = match.range.upperBound
      switch match.tag {
      case .total: return total(match.range, .digits) ?? total(match.range, .characters)
      case .addition: return addition(match.range.lowerBound)
      }
    }
  }

  private enum Kind {
    case total
    /// 加上
    case addition
  }

  private static let words = WordTable(
    ["合计", "共计", "总计", "累计", "总共", "总数", "总量", "全年", "共"].map { (word: $0, tag: Kind.total) }
      + ["加上", "加之", "连同"].map { (word: $0, tag: Kind.addition) })

  private func total(_ word: Range<Int>, _ script: MeasuredFigure.Script) -> Breakdown? {
    let mark = word.lowerBound
    let end = ProseScanner.sentenceEnd(bytes, from: mark, until: range.upperBound)
    guard let clause = clause(of: word),
      let total = MeasuredFigure.all(in: bytes, mark..<end, script).first, total.range.lowerBound == mark,
      total.precision != .vague
    else { return nil }
    let start = start(of: clause, word)
    guard clause.start > start else { return nil }
    var parts = MeasuredFigure.all(in: bytes, start..<clause.start, script)
    if let number = clause.number { parts = Array(parts.suffix(number)) }
    // 举办活动16场，邀请企业代表215人、居民代表342人，合计: what is counted otherwise came before.
    if let first = parts.firstIndex(where: { $0.measure == total.measure }) { parts = Array(parts[first...]) }
    // 111期，其中甲47期、乙64期，合计111期: the whole before them is none of the parts.
    let inner = parts.lastIndex { $0.label(in: bytes).starts(with: "其中".utf8) }
    if clause.number == nil, let inner, parts.count - inner > 1 { parts = Array(parts[inner...]) }
    // 部分申请涉及两个以上领域: counted more than once.
    // 3215 and then, on the next line of a page, 条、750条，合计: a list that begins before.
    guard !bytes[start..<mark].holdsAny(Self.overlaps), parts.count > 1, !parts[0].label(in: bytes).isEmpty,
      !clause.isYear || Periods.areWholeYear(parts, in: bytes),
      clause.number.map({ $0 == parts.count }) ?? true,
      parts.indices.allSatisfy({
        isPart(parts[$0], of: total, isFirst: $0 == 0)
      }),
      speaksOfThem(total, word, bytes[start..<clause.start]) || clause.isYear && areBare(parts)
        || arePublished(total, word, parts, bytes[start..<clause.start]),
      let sum = Figure.sum(parts.map(\.figure)), !isRounding(of: sum, parts + [total], [total.figure])
    else { return nil }
    return Breakdown(
      sum: sum, wholes: [total.figure], isExhaustive: true,
      range: parts[0].range.lowerBound..<total.range.upperBound)
  }

  /// Where the sentence begins that a total sums up: with a semicolon right before it, `①186条；②240条；总计426条`, all since
  /// the full stop.
  private func start(of clause: Clause, _ word: Range<Int>) -> Int {
    var start = ProseScanner.sentenceStart(bytes, before: word.lowerBound, from: range.lowerBound)
    let isFirst = clause.start <= start || MeasuredFigure.all(in: bytes, start..<word.lowerBound).isEmpty
    let rest = bytes[word.upperBound..<range.upperBound]
    // 共公开信息200条 may be told of more than the list.
    guard isFirst, (rest.starts(with: "为".utf8) ? rest.dropFirst(3) : rest).first?.isDigit == true else {
      return start
    }
    for _ in 0..<Self.mostItems
    where start - 3 >= range.lowerBound && ProseScanner.isSemicolon(bytes, at: start - 3) {
      start = ProseScanner.sentenceStart(bytes, before: start - 3, from: range.lowerBound)
    }
    return start
  }

  /// `网站340条，加上公开栏60条，总数400条`
  private func addition(_ mark: Int) -> Breakdown? {
    let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
    let end = ProseScanner.sentenceEnd(bytes, from: mark, until: range.upperBound)
    let figures = MeasuredFigure.all(in: bytes, start..<end)
    guard let index = figures.firstIndex(where: { $0.range.lowerBound == mark }), index > 0,
      index + 1 < figures.count
    else { return nil }
    let (first, second, total) = (figures[index - 1], figures[index], figures[index + 1])
    // Of a list before it, the last is not all.
    let isAll = index == 1 || first.label(in: bytes).holdsAny(["合计", "共"])
    guard isAll, total.label(in: bytes).holdsAny(["共", "总", "合计"]),
      [first, second, total].allSatisfy({ $0.measure == total.measure && !$0.isApproximate }),
      let sum = first.figure.adding(second.figure)
    else { return nil }
    return Breakdown(
      sum: sum, wholes: [total.figure], isExhaustive: true,
      range: first.range.lowerBound..<total.range.upperBound)
  }

  private typealias Clause = (start: Int, number: Int?, isYear: Bool)

  /// Where the clause of a total begins, and how many parts it says that there are: `两个平台合计`. Nil when words
  /// before it say of what it is the total: `去重后共计960条`. What is said of the year is the total only of halves or
  /// quarters that make a year.
  private func clause(of word: Range<Int>) -> Clause? {
    let mark = word.lowerBound
    let near = max(range.lowerBound, mark - 36)
    let separator = (near..<mark).last { ProseScanner.separatorLength(bytes, at: $0) != nil }
    guard let separator, let length = ProseScanner.separatorLength(bytes, at: separator) else { return nil }
    var words = bytes[(separator + length)..<mark]
    if words.isEmpty || Self.ofAll.contains(where: { words.elementsEqual($0) }) {
      return (separator, nil, bytes[word].elementsEqual("全年".utf8))
    }
    // 两者之和即为总数
    if words.holdsAny(["之和"]), Self.ofAll.contains(where: { words.starts(with: $0) }) {
      return (separator, nil, false)
    }
    // What 总量 is said of is not said otherwise.
    if ["总数", "总量", "全年"].contains(where: { bytes[word].elementsEqual($0.utf8) }) { return nil }
    if Self.years.contains(where: { words.elementsEqual($0) }) { return (separator, nil, true) }
    for all in Self.ofAll where words.starts(with: all) { words = words.dropFirst(all.count) }
    let count = Numeral.charactersLength(words, withDigits: true)
    guard count > 0, words.count - count <= 18,
      let number = Numeral.figure(words.prefix(count))?.whole.flatMap({ Int(exactly: $0) }),
      (2...20).contains(number),
      ["项", "个", "家", "类", "种", "者", "方面", "批", "次", "处"].contains(where: {
        words.dropFirst(count).starts(with: $0.utf8)
      })
    else {
      return bytes[mark...].starts(with: "合计".utf8) && words.count <= 6 ? (separator, nil, false) : nil
    }
    return (separator, number, false)
  }

  /// `共发布信息160条` behind 发布: what the total is said of is what the parts are said of.
  private func speaksOfThem(
    _ total: MeasuredFigure, _ word: Range<Int>, _ before: ArraySlice<UInt8>
  ) -> Bool {
    var words = bytes[word.upperBound..<total.figureStart]
    for link in ["为", "有", "达", "计", "是"] where words.starts(with: link.utf8) { words = words.dropFirst(3) }
    return words.isEmpty || words.count <= 24 && before.holds(Array(words.prefix(6)))
  }

  /// `上半年327条，下半年418条，全年公开信息745条`: told of nothing else.
  private func areBare(_ parts: [MeasuredFigure]) -> Bool {
    parts.allSatisfy { $0.label(in: bytes).count <= 12 }
  }

  /// `公开三项信息，主体信息26条，人员信息318条，共公示344条`: one word for publishing before the list, another behind.
  private func arePublished(
    _ total: MeasuredFigure, _ word: Range<Int>, _ parts: [MeasuredFigure], _ before: ArraySlice<UInt8>
  ) -> Bool {
    Self.publishing.contains { bytes[word.upperBound..<total.figureStart].elementsEqual($0.utf8) }
      && before.holdsAny(Self.publishing)
      && !parts.contains { $0.label(in: bytes).holdsAny(Self.publishing) }
  }

  /// Between semicolons.
  private static let mostItems = 12
  private static let publishing = ["公开", "公示", "发布", "公布", "更新"]
  static let overlaps = ["个以上", "重复", "交叉", "同时", "去重", "多个"]
  private static let ofAll = [
    "各项", "以上", "上述", "两者", "二者", "三者", "几项", "各类", "各渠道", "各渠道发布", "各平台", "各平台发布", "人数", "总人数", "参加人数",
    "参会人数",
    "参训人数",
  ].map { Array($0.utf8) }
  private static let years = ["全年", "全年度", "一年", "年度", "本年度"].map { Array($0.utf8) }

  /// Words that make a figure something else than a part beside others.
  private static let others = "其中 包括 含 比 较 增 减 上年 去年 累计 共 总 截至 全部".split(separator: " ").map {
    Array($0.utf8)
  }

  private func isPart(
    _ figure: MeasuredFigure, of total: MeasuredFigure, isFirst: Bool
  ) -> Bool {
    var label = figure.label(in: bytes)
    // 其中甲3次、乙2次，两项合计5次
    if isFirst, label.starts(with: "其中".utf8) { label = label.dropFirst(6) }
    // 分别为20条、30条，共50条
    // 共承办建议9件、提案7件，合计16件: the first word is of the sentence.
    let others = isFirst ? Self.others.filter { !$0.elementsEqual("共".utf8) } : Self.others
    return figure.measure == total.measure && figure.precision != .vague
      && (isFirst || !label.holdsAny(["分别"]))
      && others.allSatisfy { ProseScanner.occurrences(of: $0, in: bytes, label.indices).isEmpty }
  }
}
