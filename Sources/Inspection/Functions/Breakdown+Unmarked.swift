import Figures

extension BreakdownFinder {
  /// `征集意见83条，采纳29条，未采纳54条`: parts that leave nothing over stand right behind their whole, and no word
  /// announces them.
  func unmarked(_ marks: [BreakdownMark]) -> [Breakdown] {
    var found: [Breakdown] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = ProseScanner.sentenceEnd(bytes, from: start, until: range.upperBound)
      if ExclusiveLabels.mayBeComplete(bytes[start..<end]) { found += unmarked(start..<end) }
      start = end + (end < range.upperBound && bytes[end] == UInt8(ascii: "\n") ? 1 : 3)
    }
    return found.filter { breakdown in !marks.contains { $0.range.overlaps(breakdown.range) } }
  }

  private func unmarked(_ sentence: Range<Int>) -> [Breakdown] {
    let figures = MeasuredFigure.all(in: bytes, sentence)
    return figures.indices.compactMap { index in
      for count in [2, 4] where index + count < figures.count {
        let parts = Array(figures[(index + 1)...(index + count)])
        if let breakdown = breakdown(figures[index], parts) { return breakdown }
      }
      return nil
    }
  }

  private func breakdown(_ whole: MeasuredFigure, _ parts: [MeasuredFigure]) -> Breakdown? {
    let figures = [whole] + parts
    // The words before a part are its name and nothing else.
    guard figures.allSatisfy({ $0.measure == whole.measure && !$0.isApproximate }),
      bytes[whole.range.upperBound..<parts[0].range.lowerBound].elementsEqual("，".utf8),
      parts.allSatisfy({ $0.label(in: bytes).count <= 18 }),
      ExclusiveLabels.areCompleteByName(parts, of: whole, in: bytes),
      let sum = Figure.sum(parts.map(\.figure))
    else { return nil }
    return Breakdown(
      sum: sum, wholes: [whole.figure], isExhaustive: true,
      range: whole.range.lowerBound..<parts[parts.count - 1].range.upperBound)
  }
}
