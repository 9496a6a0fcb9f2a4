import Figures

extension BreakdownFinder {
  /// `公开信息77条，其中网站公开93条`: one part says nothing of what else there is, but it is not more than its whole.
  func lonePart(_ part: MeasuredFigure, _ wholes: [MeasuredFigure], _ mark: BreakdownMark) -> Breakdown? {
    guard mark.manner == .some, wholes.count == 1, let whole = wholes.first, !whole.isApproximate,
      !part.isApproximate, part.figure > whole.figure, isLone(part, whole, mark)
    else { return nil }
    return Breakdown(
      sum: part.figure, wholes: [whole.figure], isExhaustive: false, exceeds: true,
      range: whole.range.lowerBound..<part.range.upperBound)
  }

  /// `发布信息320条（含转载410条）`
  func asides() -> [Breakdown] {
    let opener = Array("（含".utf8)
    return ProseScanner.occurrences(of: opener, in: bytes, range).compactMap { start in
      let mark = BreakdownMark(range: start..<(start + opener.count), manner: .some)
      let parts = MeasuredFigure.all(in: bytes, mark.range.upperBound..<end(of: mark.range))
      guard parts.count == 1, let measure = MeasuredFigure.measure(endingAt: start, in: bytes) else {
        return nil
      }
      let begin = ProseScanner.sentenceStart(bytes, before: start, from: range.lowerBound)
      let wholes = MeasuredFigure.all(in: bytes, begin..<start).suffix(1)
      return parts[0].measure == measure ? lonePart(parts[0], Array(wholes), mark) : nil
    }
  }

  private func isLone(_ part: MeasuredFigure, _ whole: MeasuredFigure, _ mark: BreakdownMark) -> Bool {
    let between = bytes[whole.range.upperBound..<mark.range.lowerBound]
    guard isNear(between) || between.elementsEqual("；".utf8), !whole.label(in: bytes).holdsAny(["结转"]),
      !part.label(in: bytes).holdsAny(Self.comparing)
    else { return false }
    let isClearly = bytes[mark.range].starts(with: "其中".utf8) && between.count <= 3 && isCountedByThing(part)
    return isClearly || isOfSameThing(part, whole)
  }

  private static let comparing = [
    "累计", "截至", "历年", "上年", "去年", "同比", "较", "比", "增", "减", "总", "共", "全市", "全省", "全国", "全县", "全区", "至多", "最",
  ]

  /// What is counted in pieces: a 条 of news is no part of a 条 of another thing, while a 项 of work may have 个 and 项 of its own.
  private func isCountedByThing(_ part: MeasuredFigure) -> Bool {
    ["条", "件", "篇", "户", "人次", "人", "名", "宗", "起", "家", "所"].contains {
      part.measure.bytes.elementsEqual($0.utf8)
    }
  }

  /// Whether a part is called what its whole is called: `辖8个社区，其中已建成的社区11个`; or by a word that only tells which of
  /// them: `其中产业发展类294个`, `其中联合踏勘的518个`, `含转载410条`.
  func isOfSameThing(_ part: MeasuredFigure, _ whole: MeasuredFigure) -> Bool {
    var label = part.label(in: bytes)
    if label.suffix(3).elementsEqual("的".utf8) || ExclusiveLabels.isClass(label) { return true }
    while let mark = ["其中", "含", "，"].first(where: { label.starts(with: $0.utf8) }) {
      label = label.dropFirst(mark.utf8.count)
    }
    if ["转载", "原创", "转发"].contains(where: { label.elementsEqual($0.utf8) }) { return true }
    let behind = bytes[whole.range.upperBound...].prefix(6)
    let nouns = [Array(behind), Array(whole.label(in: bytes).suffix(6))]
    return nouns.contains {
      $0.count == 6 && ProseScanner.holdsNoSeparator($0[...]) && label.suffix(6).elementsEqual($0)
    }
  }

  /// Whether a sum differs from the figure that it should be no more than figures in 万 do that were rounded.
  func isRounding(of sum: Figure, _ figures: [MeasuredFigure], _ wholes: [Figure]) -> Bool {
    guard figures.contains(where: { $0.precision == .rounded }),
      let tolerance = Figure.sum(figures.map { $0.roundingError(in: bytes) })
    else { return false }
    return wholes.contains { whole in
      (sum > whole ? sum.subtracting(whole) : whole.subtracting(sum)).map { $0 <= tolerance } ?? false
    }
  }
}
