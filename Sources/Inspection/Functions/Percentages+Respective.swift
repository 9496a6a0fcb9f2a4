import Figures

/// Percentages whose names, or whose counts, stand together before them.
extension ShareFinder {
  /// `自然人231件、法人32件，分别占87.8%和12.2%`: the first percentage is of the first count.
  func respectiveGroup(_ sentence: Range<Int>) -> ShareGroup? {
    guard let mark = Self.respective.matches(in: bytes, sentence).first?.range.lowerBound else { return nil }
    let all = percentages(mark..<sentence.upperBound)
    let figures = MeasuredFigure.all(in: bytes, sentence.lowerBound..<mark)
    let counts = figures.suffix(all.count)
    guard all.count > 1, counts.count == all.count, let first = counts.first, let last = all.last,
      counts.allSatisfy({ $0.measure == first.measure && !$0.isApproximate }),
      let total = Figure.sum(counts.map(\.figure)), let sum = Figure.sum(all.map(\.percent)),
      let tolerance = Figure.sum(all.map(\.tolerance)),
      let most = Figure(millionths: 100 * Figure.scale).adding(tolerance)
    else { return nil }
    let whole = figures.dropLast(all.count).last { $0.measure == first.measure && !$0.isApproximate }?.figure
    // Of what else they may be shares is not said; together they are never more than all.
    guard whole == total || sum > most else { return nil }
    let shares = whole == total ? zip(counts, all).map { share($0, $1) } : []
    return ShareGroup(
      shares: shares, candidates: shares.map { [Self.percent($0.count.figure, of: total)].compactMap { $0 } },
      sum: sum, tolerance: tolerance, isExhaustive: shares.isEmpty,
      range: first.range.lowerBound..<last.range.upperBound)
  }

  private static let respective = WordTable(
    ["分别占", "各占", "依次占", "占比依次为", "占比分别为", "比重分别为", "比例分别为"].map { (word: $0, tag: ()) })

  /// `办理结果中，甲、乙、丙分别占60%、30%、20%`: of results, applications and quarters, each is of one kind.
  func namedGroup(_ sentence: Range<Int>) -> ShareGroup? {
    guard let mark = Self.respective.matches(in: bytes, sentence).first?.range.lowerBound else { return nil }
    let all = percentages(mark..<sentence.upperBound)
    let lead = bytes[sentence.lowerBound..<mark]
    guard all.count > 1, let last = all.last, !bytes[sentence].holdsAny(["同比", "增长", "下降", "率", "选"]),
      let sum = Figure.sum(all.map(\.percent)), let tolerance = Figure.sum(all.map(\.tolerance)),
      let most = Figure(millionths: 100 * Figure.scale).adding(tolerance)
    else { return nil }
    let isYear = all.count == 4 && lead.holdsAny(["四个季度", "各季度"]) && !lead.holdsAny(["，"])
    let names = names(lead)
    let isDivided =
      lead.holdsAny(["结果中", "申请中", "构成中"])
      || names.count == 2 && names[1].elementsEqual(Array("非".utf8) + names[0])
    guard isYear || isDivided && names.count == all.count && sum > most else { return nil }
    return ShareGroup(
      shares: [], candidates: [], sum: sum, tolerance: tolerance, isExhaustive: true,
      range: sentence.lowerBound..<last.range.upperBound)
  }

  /// `甲、乙和丙` in the last clause.
  private func names(_ lead: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var names: [ArraySlice<UInt8>] = []
    var start = lead.startIndex
    for index in lead.indices {
      if lead[index...].starts(with: "，".utf8) {
        names = []
        start = index + 3
      } else if ["、", "和"].contains(where: { lead[index...].starts(with: $0.utf8) }) {
        names.append(lead[start..<index])
        start = index + 3
      }
    }
    return names + [lead[start...]]
  }

  private func share(_ count: MeasuredFigure, _ item: Percentage) -> Share {
    Share(
      count: count, percent: item.percent, tolerance: item.tolerance,
      range: count.range.lowerBound..<item.range.upperBound)
  }
}
