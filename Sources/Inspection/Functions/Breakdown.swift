import Diagnostics
import Figures

/// A figure in prose and the parts that “其中”, “包括” or the like divides it into.
struct Breakdown {
  /// What the parts add up to.
  let sum: Figure
  /// The figures before “其中” that it may divide, and their sum.
  let wholes: [Figure]
  /// Whether the parts are said to be all: the last is an 其他, or 由…组成 says so.
  let isExhaustive: Bool
  /// Whether one part alone, or parts that have nothing in common together, are more than the figure right
  /// before, which they are said to be part of.
  var exceeds = false
  let range: Range<Int>
}

/// Finds every “其中…” and the like in folded prose.
struct BreakdownFinder {
  let bytes: [UInt8]
  let range: Range<Int>

  init(_ text: FoldedText, _ range: Range<Int>) {
    self.bytes = text.bytes
    self.range = range
  }

  func all() -> [Breakdown] {
    let marks = marks()
    return marks.indices.compactMap { index in
      let mark = marks[index]
      let end = max(
        end(of: mark.range),
        ProseScanner.sentenceEnd(bytes, from: mark.range.upperBound, until: range.upperBound))
      let start = ProseScanner.sentenceStart(bytes, before: mark.range.lowerBound, from: range.lowerBound)
      // Parts of parts cannot be told from parts.
      guard !marks[..<index].isAny(in: start..<end), !marks[(index + 1)...].isAny(in: start..<end) else {
        return nil
      }
      return breakdown(mark, .digits) ?? breakdown(mark, .characters)
    } + totals() + unmarked(marks) + asides() + equations()
  }

  private func breakdown(_ mark: BreakdownMark, _ script: MeasuredFigure.Script) -> Breakdown? {
    let end = end(of: mark.range)
    let parts = wholeList(parts(from: mark.range.upperBound, until: end, script), until: end, script)
    guard let first = parts.items.first,
      parts.items.allSatisfy({ $0.measure == first.measure && $0.precision != .vague })
    else { return nil }
    var wholes = wholes(before: mark.range.lowerBound, measure: first.measure, script)
    if mark.manner == .list { wholes = Array(wholes.suffix(1)) }
    if parts.items.count == 1 { return lonePart(first, wholes, mark) }
    guard let begin = wholes.first?.range.lowerBound, let sum = Figure.sum(parts.items.map(\.figure)) else {
      return nil
    }
    let figures = wholes.map(\.figure)
    if isRounding(of: sum, parts.items + wholes, figures) { return nil }
    let all = figures.count > 1 ? figures + [Figure.sum(figures) ?? .zero] : figures
    return Breakdown(
      sum: sum, wholes: all,
      isExhaustive: parts.isExhaustive || isComplete(parts.items, of: wholes, mark, until: end),
      exceeds: exceeds(parts.items, wholes, mark), range: begin..<parts.end)
  }

  private func exceeds(
    _ parts: [MeasuredFigure], _ wholes: [MeasuredFigure], _ mark: BreakdownMark
  ) -> Bool {
    guard wholes.count == 1, let whole = wholes.first, mark.manner != .all,
      let sum = Figure.sum(parts.map(\.figure))
    else { return false }
    let between = bytes[whole.range.upperBound..<mark.range.lowerBound]
    // Farther off, another figure could be meant.
    let touches = touches(between)
    if touches, parts.contains(where: { $0.figure > whole.figure }) { return true }
    if isAmong(mark), isNear(between),
      parts.contains(where: { $0.figure > whole.figure && isOfSameThing($0, whole) })
    {
      return true
    }
    let isClose = touches || isNear(between)
    guard sum > whole.figure, !bytes[sentence(around: mark)].holdsAny(Self.overlaps),
      !areResultsOfReceived(parts, whole)
    else { return false }
    if isClose, ExclusiveLabels.areNeverMore(parts, of: sentence(around: mark), in: bytes) { return true }
    guard !isDividedEarlier(parts, whole) else { return false }
    if isClose, ExclusiveLabels.areCalledAlike(parts, whole, in: bytes) { return true }
    // A colon promises all of it: nothing is counted twice. Nor are three parts or more that come to little more.
    if touches, bytes[mark.range].elementsEqual("：".utf8) { return true }
    if isClose, parts.count > 2, isLittleMore(sum, than: whole.figure) { return true }
    return isClose && ExclusiveLabels.areKinds(parts, in: bytes)
      && isLittleMore(sum, than: whole.figure, parts.count > 2 ? 2 : 5)
  }

  /// `收到申请97件。其中，予以公开60件、部分公开40件`: the results are of what came in earlier as well.
  private func areResultsOfReceived(_ parts: [MeasuredFigure], _ whole: MeasuredFigure) -> Bool {
    ExclusiveLabels.name(of: whole, in: bytes).holdsAny(["收", "受理"])
      && parts.count { $0.label(in: bytes).holdsAny(["公开", "提供", "处理"]) } > 1
  }

  private func touches(_ between: ArraySlice<UInt8>) -> Bool {
    between.isEmpty || ["，", "（", "。", "；"].contains { between.elementsEqual($0.utf8) }
  }

  private func isAmong(_ mark: BreakdownMark) -> Bool {
    ["中，", "里，"].contains { bytes[mark.range].starts(with: $0.utf8) }
  }

  /// `原创1260条，转载780条，被上级采用86条` of 2040: what follows the parts is told of them in another regard.
  private func isDividedEarlier(_ parts: [MeasuredFigure], _ whole: MeasuredFigure) -> Bool {
    parts.indices.dropLast().contains { Figure.sum(parts[...$0].map(\.figure)) == whole.figure }
  }

  /// `同比增加310条` is no part.
  private func isComparison(_ item: MeasuredFigure) -> Bool {
    item.label(in: bytes).holdsAny(["同比", "增加", "减少", "较上年", "比上年", "较去年", "比去年"])
  }

  /// Parts that overlap, as channels of publication do, come to much more than their whole.
  func isLittleMore(_ sum: Figure, than whole: Figure, _ fraction: Int64 = 5) -> Bool {
    guard let share = whole.multiplied(by: Figure(millionths: Figure.scale / fraction)), let one = Figure(1),
      let margin = [share, one].max(),
      let most = whole.adding(margin)
    else { return false }
    return sum <= most
  }

  /// `22个单位建有专区，其中`: within its clause.
  func isNear(_ between: ArraySlice<UInt8>) -> Bool {
    let comma = Array("，".utf8)
    let words = between.suffix(3).elementsEqual(comma) ? between.dropLast(3) : between
    return words.count <= 60 && ProseScanner.holdsNoSeparator(words) && !words.contains(where: \.isDigit)
  }

  func sentence(around mark: BreakdownMark) -> Range<Int> {
    ProseScanner.sentenceStart(
      bytes, before: mark.range.lowerBound, from: range.lowerBound)..<end(of: mark.range)
  }

  private typealias Parts = (items: [MeasuredFigure], isExhaustive: Bool, end: Int)

  /// `甲20条；乙30条；其他50条`: a list that goes on behind semicolons with one part each, up to an 其他.
  private func wholeList(_ parts: Parts, until end: Int, _ script: MeasuredFigure.Script) -> Parts {
    guard !parts.isExhaustive, parts.items.count == 1, let measure = parts.items.first?.measure else {
      return parts
    }
    var items = parts.items
    var start = end
    while ProseScanner.isSemicolon(bytes, at: start) {
      let next = ProseScanner.sentenceEnd(bytes, from: start + 3, until: range.upperBound)
      let segment = MeasuredFigure.all(in: bytes, (start + 3)..<next, script)
      guard segment.count == 1, segment[0].measure == measure else { return parts }
      items.append(segment[0])
      if segment[0].isRemainder(in: bytes) { return (items, true, segment[0].range.upperBound) }
      start = next
    }
    return parts
  }

  /// The parts up to and with the first 其他, or to the end of the sentence.
  private func parts(from start: Int, until end: Int, _ script: MeasuredFigure.Script) -> Parts {
    var items: [MeasuredFigure] = []
    // 220条（含成人60条）: what stands in brackets is part of a part.
    let all = MeasuredFigure.all(in: bytes, start..<end, script).filter {
      !ProseScanner.isBracketed($0.figureStart, from: start, in: bytes)
    }
    for (index, item) in all.enumerated() {
      // `其中市级3期、县级6期，参训1200余人次`: what is counted otherwise is no part any more.
      if let first = items.first, item.measure != first.measure || isComparison(item) { break }
      items.append(item)
      let next = index + 1 < all.count ? all[index + 1] : nil
      if item.isRemainder(in: bytes), !goesOn(item, next) { return (items, true, item.range.upperBound) }
    }
    return (items, false, items.last?.range.upperBound ?? end)
  }

  /// `其他10条、视频5条`: one part more, and the 其他 was not the last.
  private func goesOn(_ item: MeasuredFigure, _ next: MeasuredFigure?) -> Bool {
    guard let next, next.measure == item.measure else { return false }
    let between = bytes[item.range.upperBound..<next.figureStart]
    // 其余16件无法提供、7件不予公开: the rest is divided in its turn.
    return between.holdsAny(["、"]) && !between.holdsAny(["，", "；", "。", "（", "："])
  }

  /// Figures with the same measure earlier in the sentence, or in the one before when this one begins
  /// with 其中.
  private func wholes(
    before mark: Int, measure: Measure, _ script: MeasuredFigure.Script
  ) -> [MeasuredFigure] {
    var end = mark
    for _ in 0..<2 {
      let start = ProseScanner.sentenceStart(bytes, before: end, from: range.lowerBound)
      let found = MeasuredFigure.all(in: bytes, start..<mark, script).filter {
        $0.measure == measure && $0.precision != .vague
      }
      if !found.isEmpty || start == range.lowerBound || bytes[start - 1] == UInt8(ascii: "\n") {
        return found
      }
      // Into the sentence before, past the mark that ends it.
      end = start - 1
    }
    return []
  }
}
