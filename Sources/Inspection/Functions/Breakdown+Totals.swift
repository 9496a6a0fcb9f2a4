import Figures
import RuleInterpreter

extension BreakdownFinder {
  /// `网站100条、微信50条、其他渠道10条，合计160条`: the whole behind its parts.
  func totals() -> [Breakdown] {
    let marks = Set(Self.totals.flatMap { ProseScanner.occurrences(of: $0, in: bytes, range) })
    return marks.sorted().compactMap(total)
  }

  private func total(_ mark: Int) -> Breakdown? {
    let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
    let end = ProseScanner.sentenceEnd(bytes, from: mark, until: range.upperBound)
    guard let clause = clause(of: mark), clause.start > start,
      let total = MeasuredFigure.all(in: bytes, mark..<end).first, total.range.lowerBound == mark,
      !total.isApproximate
    else { return nil }
    var parts = MeasuredFigure.all(in: bytes, start..<clause.start)
    if let number = clause.number { parts = Array(parts.suffix(number)) }
    // 111期，其中甲47期、乙64期，合计111期: the whole before them is none of the parts.
    let inner = parts.lastIndex { $0.label(in: bytes).starts(with: "其中".utf8) }
    if clause.number == nil, let inner, parts.count - inner > 1 { parts = Array(parts[inner...]) }
    // 部分申请涉及两个以上领域: counted more than once.
    guard !bytes[start..<mark].holdsAny(Self.overlaps), parts.count > 1,
      !clause.isYear || ExclusiveLabels.areWholeYear(parts, in: bytes),
      clause.number.map({ $0 == parts.count }) ?? true,
      parts.indices.allSatisfy({
        isPart(parts[$0], of: total, isFirst: $0 == 0)
      }),
      speaksOfThem(total, mark, bytes[start..<clause.start]), let sum = Figure.sum(parts.map(\.figure))
    else { return nil }
    return Breakdown(
      sum: sum, wholes: [total.figure], isExhaustive: true,
      range: parts[0].range.lowerBound..<total.range.upperBound)
  }

  /// Where the clause of a total begins, and how many parts it says that there are: `两个平台合计`. Nil when words
  /// before it say of what it is the total: `去重后共计960条`. What is said of the year is the total only of halves or
  /// quarters that make a year.
  private func clause(of mark: Int) -> (start: Int, number: Int?, isYear: Bool)? {
    let near = max(range.lowerBound, mark - 36)
    let separator = (near..<mark).last { ProseScanner.separatorLength(bytes, at: $0) != nil }
    guard let separator, let length = ProseScanner.separatorLength(bytes, at: separator) else { return nil }
    var words = bytes[(separator + length)..<mark]
    if words.isEmpty || Self.ofAll.contains(where: { words.elementsEqual($0) }) {
      return (separator, nil, false)
    }
    if Self.years.contains(where: { words.elementsEqual($0) }) { return (separator, nil, true) }
    for all in Self.ofAll where words.starts(with: all) { words = words.dropFirst(all.count) }
    let count = Numeral.charactersLength(words, withDigits: true)
    guard count > 0, words.count - count <= 18,
      let number = Numeral.figure(words.prefix(count))?.whole.flatMap({ Int(exactly: $0) }),
      (2...20).contains(number),
      ["项", "个", "家", "类", "种", "者", "方面"].contains(where: { words.dropFirst(count).starts(with: $0.utf8) })
    else {
      return bytes[mark...].starts(with: "合计".utf8) && words.count <= 6 ? (separator, nil, false) : nil
    }
    return (separator, number, false)
  }

  /// `共发布信息160条` behind 发布: what the total is said of is what the parts are said of.
  private func speaksOfThem(_ total: MeasuredFigure, _ mark: Int, _ before: ArraySlice<UInt8>) -> Bool {
    let word = Self.totals.first { bytes[mark...].starts(with: $0) } ?? []
    var words = bytes[(mark + word.count)..<total.figureStart]
    for link in ["为", "有", "达", "计", "是"] where words.starts(with: link.utf8) { words = words.dropFirst(3) }
    return words.isEmpty || words.count <= 24 && before.holds(Array(words.prefix(6)))
  }

  static let overlaps = ["个以上", "重复", "交叉", "同时", "去重", "多个"]
  private static let ofAll = ["各项", "以上", "上述", "两者", "二者", "三者", "几项", "各类"].map { Array($0.utf8) }
  private static let years = ["全年", "全年度", "一年", "年度", "本年度"].map { Array($0.utf8) }
  private static let totals = ["合计", "共计", "总计", "累计", "共"].map { Array($0.utf8) }

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
    return figure.measure == total.measure && !figure.isApproximate && (isFirst || !label.holdsAny(["分别"]))
      && others.allSatisfy { ProseScanner.occurrences(of: $0, in: bytes, label.indices).isEmpty }
  }
}
