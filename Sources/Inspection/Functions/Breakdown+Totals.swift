import Figures

extension BreakdownFinder {
  /// `网站100条、微信50条、其他渠道10条，合计160条`: the whole behind its parts.
  func totals() -> [Breakdown] {
    Self.totals.flatMap { ProseScanner.occurrences(of: $0, in: bytes, range) }.sorted().compactMap { mark in
      let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
      let end = ProseScanner.sentenceEnd(bytes, from: mark, until: range.upperBound)
      guard !isQualified(mark), let total = MeasuredFigure.all(in: bytes, mark..<end).first,
        total.range.lowerBound == mark,
        total.figureStart <= mark + 24, !total.isApproximate
      else { return nil }
      let parts = MeasuredFigure.all(in: bytes, start..<mark)
      guard parts.count > 1, parts.allSatisfy({ isPart($0, of: total) }),
        let sum = Figure.sum(parts.map(\.figure))
      else { return nil }
      return Breakdown(
        sum: sum, wholes: [total.figure], isExhaustive: true,
        range: parts[0].range.lowerBound..<total.range.upperBound)
    }
  }

  /// `去重后共计960条`: words before it say of what it is the total. `两项共计` is the total of what stands before.
  private func isQualified(_ mark: Int) -> Bool {
    guard !bytes[mark...].starts(with: "合计".utf8) else { return false }
    var start = mark
    let before = bytes[range.lowerBound..<mark]
    if let all = Self.ofAll.first(where: { before.suffix($0.count).elementsEqual($0) }) { start -= all.count }
    guard start >= range.lowerBound + 3 else { return false }
    return ProseScanner.separatorLength(bytes, at: start - 3) == nil
  }

  private static let ofAll = ["两项", "三项", "四项", "五项", "各项", "以上", "两类", "三类", "四类", "上述"].map {
    Array($0.utf8)
  }

  private static let totals = ["合计", "共计", "总计"].map { Array($0.utf8) }

  /// Words that make a figure something else than a part beside others.
  private static let others = ["其中", "包括", "含", "比", "较", "增", "减", "上年", "去年", "累计", "共", "总", "截至", "分别"]
    .map {
      Array($0.utf8)
    }

  private func isPart(_ figure: MeasuredFigure, of total: MeasuredFigure) -> Bool {
    let label = figure.label(in: bytes)
    return figure.measure == total.measure && !figure.isApproximate
      && Self.others.allSatisfy { ProseScanner.occurrences(of: $0, in: bytes, label.indices).isEmpty }
  }
}
