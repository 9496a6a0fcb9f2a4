import Diagnostics
import Figures
import RuleInterpreter

/// Finds rates of growth whose two figures stand in the same sentence: `公开信息150条，比上年的100条增长50%`.
struct GrowthFinder {
  let bytes: [UInt8]
  let range: Range<Int>

  private static let upward = ["增长", "增加", "上升", "提高", "增幅", "提升", "攀升"].map { Array($0.utf8) }
  private static let downward = ["下降", "减少", "降低", "降幅", "精简", "压减", "缩减"].map { Array($0.utf8) }
  /// What may stand between the word and the figure.
  private static let links = ["率", "幅度", "幅", "了", "为", "达"].map { Array($0.utf8) }
  private static let carried = ["结转", "不含", "包含"].map { Array($0.utf8) }
  private static let before = ["上年", "去年", "上一年"].map { Array($0.utf8) }

  /// `由300条增加到450条`
  private static let origins = ["由", "从", "较", "比", "上年", "去年"].map { Array($0.utf8) }

  init(_ text: FoldedText, _ range: Range<Int>) {
    self.bytes = text.bytes
    self.range = range
  }

  func all() -> [ShareGroup] {
    (Self.words.matches(in: bytes, range).compactMap { growth($0.range, $0.tag) } + points()).sorted {
      $0.range.lowerBound < $1.range.lowerBound
    }
  }

  private enum Direction {
    case upward
    case downward
    /// 翻一番
    case doubling
  }

  private static let words = WordTable(
    upward.map { (word: String(decoding: $0, as: UTF8.self), tag: Direction.upward) }
      + downward.map { (word: String(decoding: $0, as: UTF8.self), tag: Direction.downward) }
      + [(word: "翻", tag: Direction.doubling)])

  private func growth(_ word: Range<Int>, _ direction: Direction) -> ShareGroup? {
    let mark = word.lowerBound
    let isUpward = direction != .downward
    var rest = bytes[word.upperBound..<range.upperBound]
    for link in Self.links where rest.starts(with: link) { rest = rest.dropFirst(link.count) }
    guard let (percent, tolerance, end) = direction == .doubling ? WrittenShare.doublings(rest) : rate(rest),
      let (now, earlier) = figures(before: mark) ?? difference(before: mark, isUpward)
        ?? figures(around: mark, end),
      earlier.figure > .zero,
      let change = isUpward
        ? now.figure.subtracting(earlier.figure) : earlier.figure.subtracting(now.figure),
      let rate = ShareFinder.percent(change, of: earlier.figure),
      let tolerance = tolerance.adding(roundingError(now, earlier))
    else { return nil }
    let share = Share(
      count: now, percent: percent, tolerance: tolerance,
      range: min(mark, now.range.lowerBound)..<max(end, now.range.upperBound))
    return ShareGroup(
      shares: [share], candidates: [[rate]], sum: percent, tolerance: tolerance, isExhaustive: false,
      range: share.range)
  }

  private func rate(_ text: ArraySlice<UInt8>) -> (Figure, Figure, Int)? {
    if let percent = ShareFinder.percent(text) ?? WrittenShare.share(text) { return percent }
    // 增长为2倍 is not 增长2倍.
    let before = bytes[..<text.startIndex].suffix(3)
    return ["为", "达"].contains { before.elementsEqual($0.utf8) } ? nil : WrittenShare.times(text)
  }

  /// How far the rate can be off because its figures were rounded, in percent.
  private func roundingError(_ now: MeasuredFigure, _ earlier: MeasuredFigure) -> Figure {
    guard now.precision == .rounded, let parts = now.figure.adding(earlier.figure),
      let half = parts.divided(by: earlier.figure)?.multiplied(by: Figure(millionths: 50 * Figure.scale))
    else { return .zero }
    return half.divided(by: earlier.figure) ?? .zero
  }

  /// This year's figure and last year's: one of each, of the same measure, and no third that could be meant.
  private func figures(before mark: Int) -> (now: MeasuredFigure, earlier: MeasuredFigure)? {
    let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
    let figures = MeasuredFigure.all(in: bytes, start..<mark).filter { !isDifference($0) }
    // 上年结转 is part of this year's work.
    if figures.contains(where: { holds(Self.carried, $0) }) { return nil }
    guard figures.count == 2, figures[0].measure == figures[1].measure,
      figures.allSatisfy({ $0.precision != .vague })
    else { return nil }
    if isReached(figures[1]), !isReached(figures[0]), holds(Self.origins, figures[0]) {
      return (figures[1], figures[0])
    }
    if let years = years(figures) ?? months(figures, before: mark) { return years }
    let earlier = figures.filter { figure in holds(Self.before, figure) }
    guard earlier.count == 1, let now = figures.first(where: { !holds(Self.before, $0) }) else { return nil }
    return (now, earlier[0])
  }

  /// `2000条，同比增加400条，增长25%`: last year's figure is the difference away.
  private func difference(
    before mark: Int, _ isUpward: Bool
  ) -> (now: MeasuredFigure, earlier: MeasuredFigure)? {
    let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
    let figures = MeasuredFigure.all(in: bytes, start..<mark)
    guard figures.count == 2, figures[0].measure == figures[1].measure,
      figures.allSatisfy({ $0.precision != .vague }), !isDifference(figures[0]), !isReached(figures[0]),
      !isReached(figures[1]),
      holds(isUpward ? Self.upward : Self.downward, figures[1]) || isNet(figures[1], isUpward),
      !holds(Self.carried, figures[0]), let less = figures[0].figure.subtracting(figures[1].figure),
      let more = figures[0].figure.adding(figures[1].figure)
    else { return nil }
    // 较上年80件增加16件
    if holds(Self.before, figures[0]) { return (figures[0].replacing(isUpward ? more : less), figures[0]) }
    return isCompared(figures[1]) ? (figures[0], figures[0].replacing(isUpward ? less : more)) : nil
  }

  /// 较2022年净增
  private func isNet(_ figure: MeasuredFigure, _ isUpward: Bool) -> Bool {
    figure.wholeLabel(in: bytes).suffix(3).elementsEqual((isUpward ? "增" : "减").utf8)
  }

  /// 同比增加, 较上年增加, 比2023年减少
  private func isCompared(_ figure: MeasuredFigure) -> Bool {
    holds(["同比", "较", "比"].map { Array($0.utf8) }, figure)
  }

  /// `12月份45条，11月份30条，环比增长50%`: the later month is this one, when it is the next.
  private func months(
    _ figures: [MeasuredFigure], before mark: Int
  ) -> (now: MeasuredFigure, earlier: MeasuredFigure)? {
    guard bytes[figures[1].range.upperBound..<mark].holdsAny(["环比"]),
      let first = Periods.month(figures[0].label(in: bytes)),
      let second = Periods.month(figures[1].label(in: bytes))
    else { return nil }
    if first == second + 1 { return (figures[0], figures[1]) }
    return second == first + 1 ? (figures[1], figures[0]) : nil
  }

  /// `2022年800条，2023年1200条`, `1200条，较2022年的800条`: the later year is this one.
  private func years(_ figures: [MeasuredFigure]) -> (now: MeasuredFigure, earlier: MeasuredFigure)? {
    let years = figures.map { WrittenYear.last(in: $0.wholeLabel(in: bytes)) }
    guard let second = years[1] else { return nil }
    if let first = years[0] {
      guard abs(first - second) == 1 else { return nil }
      return first < second ? (figures[1], figures[0]) : (figures[0], figures[1])
    }
    let label = figures[1].wholeLabel(in: bytes)
    if ["较", "比", "同比", "与", "相比"].contains(where: { label.starts(with: $0.utf8) }) {
      return (figures[0], figures[1])
    }
    // 全年360条，2022年为300条; 600条，同比（2022年480条）
    let isAside = label.starts(with: "20".utf8) && !label.holdsAny(["至", "到"])
    let isOfThisYear = figures[0].label(in: bytes).holdsAny(["全年", "今年", "本年"])
    return isAside && (isOfThisYear || isInBrackets(figures[1])) ? (figures[0], figures[1]) : nil
  }

  /// `同比（2022年480条）`
  private func isInBrackets(_ figure: MeasuredFigure) -> Bool {
    let start = figure.range.lowerBound
    return ["同比（", "较（", "比（", "上年（", "去年（"].contains {
      bytes[..<start].suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// `800条，同比增长60%（上年为500条）`: last year's figure in brackets behind the rate.
  private func figures(around mark: Int, _ end: Int) -> (now: MeasuredFigure, earlier: MeasuredFigure)? {
    let near = end..<min(end + 120, range.upperBound)
    guard let opener = ["（", "，"].first(where: { bytes[near].starts(with: $0.utf8) }),
      let close = opener == "，"
        ? ProseScanner.sentenceEnd(bytes, from: end, until: near.upperBound)
        : ProseScanner.occurrences(of: Array("）".utf8), in: bytes, near).first
    else { return nil }
    let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
    let now = MeasuredFigure.all(in: bytes, start..<mark)
    let earlier = MeasuredFigure.all(in: bytes, (end + 3)..<close)
    if now.isEmpty { return fromTo(earlier) }
    guard now.count == 1, earlier.count == 1, now[0].measure == earlier[0].measure,
      now[0].precision != .vague, earlier[0].precision != .vague, !isDifference(now[0])
    else { return nil }
    // 以上年500条为基数，增幅20%，今年达到600条
    if holds(Self.before, now[0]), bytes[now[0].range.upperBound..<mark].starts(with: "为基数".utf8) {
      return (earlier[0], now[0])
    }
    guard
      isEarlier(earlier[0], than: now[0]), !holds(Self.before, now[0])
    else { return nil }
    return (now[0], earlier[0])
  }

  /// `同比下降12.5%，由上年的320条降至280条`
  private func fromTo(_ figures: [MeasuredFigure]) -> (now: MeasuredFigure, earlier: MeasuredFigure)? {
    guard figures.count == 2, figures[0].measure == figures[1].measure,
      figures.allSatisfy({ $0.precision == .exact }), isReached(figures[1]), !isReached(figures[0]),
      ["由", "从"].contains(where: { figures[0].label(in: bytes).starts(with: $0.utf8) })
    else { return nil }
    return (figures[1], figures[0])
  }

  /// `上年为500条`, `2022年为500条`
  private func isEarlier(_ earlier: MeasuredFigure, than now: MeasuredFigure) -> Bool {
    if holds(Self.before, earlier) { return true }
    guard let year = WrittenYear.last(in: earlier.label(in: bytes)) else { return false }
    let start = ProseScanner.sentenceStart(bytes, before: now.figureStart, from: range.lowerBound)
    return WrittenYear.last(in: bytes[start..<now.figureStart]).map { $0 == year + 1 } ?? true
  }

  /// `增加100条` is neither year's figure; `增加到100条` is this year's.
  private func isDifference(_ figure: MeasuredFigure) -> Bool {
    (holds(Self.upward + Self.downward, figure) || isNet(figure, true) || isNet(figure, false))
      && !isReached(figure)
  }

  /// `增加到100条`, `整合为100个`, `减至100个`
  private func isReached(_ figure: MeasuredFigure) -> Bool {
    let label = figure.label(in: bytes)
    return Self.reaching.contains { word in
      // 上升到2023年的9000条
      ["到", "至", "为", "成"].contains { label.holds(word + Array($0.utf8)) }
    }
  }

  private static let reaching =
    upward + downward
    + ["增", "减", "降", "升", "涨", "整合", "精简", "压减", "压缩", "缩减", "缩短", "扩展", "扩大", "拓展", "优化"].map {
      Array($0.utf8)
    }

  private func holds(_ words: [[UInt8]], _ figure: MeasuredFigure) -> Bool {
    let label = figure.wholeLabel(in: bytes)
    return words.contains { !ProseScanner.occurrences(of: $0, in: bytes, label.indices).isEmpty }
  }
}
