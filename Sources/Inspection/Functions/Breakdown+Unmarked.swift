import Figures

extension BreakdownFinder {
  /// `征集意见83条，采纳29条，未采纳54条`: parts stand right behind their whole, and no word announces them. That they are
  /// its parts has to be plain from their names.
  func unmarked(_ marks: [BreakdownMark]) -> [Breakdown] {
    let written = MeasuredFigure.all(in: bytes, range, .characters).filter { !bytes[$0.figureStart].isDigit }
    let stop = Array("。".utf8)
    return (unmarked(MeasuredFigure.all(in: bytes, range)) + unmarked(written)).filter { breakdown in
      // Up to the full stop, for a line may end within a list that is announced.
      let before = max(range.lowerBound, breakdown.range.lowerBound - 600)..<breakdown.range.lowerBound
      let start = before.last { bytes[$0] == stop[0] && bytes[$0...].starts(with: stop) } ?? before.lowerBound
      return !marks[...].isAny(in: start..<breakdown.range.upperBound)
    }
  }

  private func unmarked(_ figures: [MeasuredFigure]) -> [Breakdown] {
    var found: [Breakdown] = []
    var index = 0
    while index + 2 < figures.count {
      let parts = list(behind: index, figures)
      if let breakdown = breakdown(figures[index], parts) {
        found.append(breakdown)
        index += parts.count
      }
      index += 1
    }
    return found
  }

  /// The figures that follow one, each behind a name and a mark and nothing else.
  private func list(behind index: Int, _ figures: [MeasuredFigure]) -> [MeasuredFigure] {
    let whole = figures[index]
    guard !whole.isApproximate, !whole.label(in: bytes).isEmpty else { return [] }
    var parts: [MeasuredFigure] = []
    for part in figures[(index + 1)...] {
      let between = bytes[(parts.last ?? whole).range.upperBound..<part.range.lowerBound]
      let marks = parts.isEmpty ? Self.firstMarks : Self.furtherMarks
      guard part.measure == whole.measure, !part.isApproximate,
        part.label(in: bytes).count <= Self.longestName,
        marks.contains(where: { between.elementsEqual($0) })
      else { break }
      parts.append(part)
      // Nobody divides a figure into so many in one sentence.
      if parts.count > Self.mostParts { return [] }
    }
    return parts
  }

  private static let firstMarks = ["，", "：", "；", "。"].map { Array($0.utf8) }
  private static let furtherMarks = ["，", "、", "；"].map { Array($0.utf8) }
  private static let mostParts = 24
  /// In bytes.
  private static let longestName = 27

  private func breakdown(_ whole: MeasuredFigure, _ parts: [MeasuredFigure]) -> Breakdown? {
    guard parts.count > 1, let last = parts.last else { return nil }
    let start = ProseScanner.sentenceStart(bytes, before: whole.figureStart, from: range.lowerBound)
    guard !bytes[start..<last.range.upperBound].holdsAny(["结转"]) else { return nil }
    for count in 2...parts.count {
      let some = Array(parts.prefix(count))
      let place = whole.range.lowerBound..<some[count - 1].range.upperBound
      guard let sum = Figure.sum(some.map(\.figure)) else { return nil }
      if isWhole(whole, of: some) || count == parts.count && isAll(whole, of: some, place) {
        return Breakdown(sum: sum, wholes: [whole.figure], isExhaustive: true, range: place)
      }
      if sum > whole.figure, goesOn(behind: whole),
        ExclusiveLabels.areExclusive(some, unlike: whole, place, in: bytes)
      {
        return Breakdown(sum: sum, wholes: [whole.figure], isExhaustive: false, exceeds: true, range: place)
      }
    }
    return nil
  }

  /// Behind a full stop or a semicolon something else may begin.
  private func goesOn(behind whole: MeasuredFigure) -> Bool {
    ["，", "："].contains { bytes[whole.range.upperBound...].starts(with: $0.utf8) }
  }

  private func isWhole(_ whole: MeasuredFigure, of parts: [MeasuredFigure]) -> Bool {
    ExclusiveLabels.areCompleteByName(parts, of: whole, in: bytes)
      && (goesOn(behind: whole) || Periods.areWholeYear(parts, in: bytes))
  }

  private func isAll(_ whole: MeasuredFigure, of parts: [MeasuredFigure], _ place: Range<Int>) -> Bool {
    if isRemainderOfTotal(whole, parts) { return true }
    guard goesOn(behind: whole), !bytes[place.upperBound..<range.upperBound].prefix(60).holdsAny(Self.further)
    else {
      return false
    }
    return PairedLabels.areOpposites(parts, in: bytes)
      || ExclusiveLabels.areListed(parts, in: ExclusiveLabels.name(of: whole, in: bytes), of: bytes)
  }

  /// What says behind a list that it was not all.
  private static let further = ["其余", "其他", "剩余", "另", "等", "部分", "正在"]

  /// `共发布信息226条：户政类41条，治安类63条，其他类122条`: an 其他 ends a list of classes, or the list of a figure that is
  /// said to be the total. Without either, 其他渠道50条 may stand beside the first figure.
  private func isRemainderOfTotal(_ whole: MeasuredFigure, _ parts: [MeasuredFigure]) -> Bool {
    guard let last = parts.last, last.isRemainder(in: bytes), !whole.isRemainder(in: bytes),
      let sum = Figure.sum(parts.map(\.figure)), isNear(sum, whole.figure),
      parts.allSatisfy({ !$0.label(in: bytes).isEmpty && !$0.label(in: bytes).holdsAny(Self.others) })
    else { return false }
    let label = whole.label(in: bytes)
    if parts.allSatisfy({ ExclusiveLabels.isClass($0.label(in: bytes)) }), !ExclusiveLabels.isClass(label) {
      return true
    }
    if parts[0].label(in: bytes).starts(with: "涉及".utf8), goesOn(behind: whole) { return true }
    return Self.totals.contains { label.suffix($0.count).elementsEqual($0) }
      || label.holdsAny(["共"]) && parts.count > 2 && last.label(in: bytes).count == 6
        && isLittleMore(sum, than: whole.figure)
  }

  private static let others = ["其中", "共", "总", "计", "同比", "增", "减", "较", "上年", "去年"]
  private static let totals = ["共", "合计", "共计", "总计", "计", "总数为", "总量为", "总数达", "总量达", "总数", "总量"].map {
    Array($0.utf8)
  }

  /// Within a half of it: what is farther off was not meant as its sum.
  private func isNear(_ sum: Figure, _ whole: Figure) -> Bool {
    guard let twice = sum.adding(sum), let most = whole.adding(whole)?.adding(whole) else { return false }
    return twice >= whole && twice <= most
  }
}
