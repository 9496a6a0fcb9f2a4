import Diagnostics
import Figures

/// Finds rates whose two figures stand before them: `发放问卷500份，收回450份，回收率为90%`.
///
/// Which figures a rate is of is told by its name alone: 回收率 is of what was 收回. Where that leaves a doubt,
/// nothing is said.
struct RateFinder {
  private static let parts = [Array("其中".utf8)]

  private let bytes: [UInt8]
  private let range: Range<Int>

  /// 合格率, 满意度
  private static let words = ["率", "度", "比例"].map { Array($0.utf8) }
  /// What may stand between the word and the figure.
  private static let links = ["均", "为", "达到", "达", "是"].map { Array($0.utf8) }
  /// 按期办结率 can be of those that were done, all of which were in time.
  private static let manners = ["按期", "按时", "限时", "及时", "依法", "规范", "当日", "当年", "首次"].map { Array($0.utf8) }
  /// Rates of whatever was looked at.
  private static let general = ["达标", "合格", "优良", "通过"].map { Array($0.utf8) }
  private static let faults = ["不", "未", "问题", "错", "差"]
  /// Rates of what was found wrong.
  private static let faulty = ["差错", "错误", "出错", "问题", "不合格"].map { Array($0.utf8) }
  /// What makes a figure another than a part of the one before.
  private static let others = ["比", "较", "增", "减", "上年", "去年", "累计", "同期"].map { Array($0.utf8) }

  init(_ text: FoldedText, _ range: Range<Int>) {
    self.bytes = text.bytes
    self.range = range
  }

  func all() -> [ShareGroup] {
    Self.words.flatMap { word in
      ProseScanner.occurrences(of: word, in: bytes, range).map { $0..<($0 + word.count) }
    }.sorted { $0.lowerBound < $1.lowerBound }.compactMap(rate)
  }

  private func rate(_ word: Range<Int>) -> ShareGroup? {
    var rest = bytes[word.upperBound..<range.upperBound]
    for link in Self.links where rest.starts(with: link) { rest = rest.dropFirst(link.count) }
    guard let (percent, tolerance, end) = ShareFinder.percent(rest),
      let (whole, part) = figures(before: word.lowerBound), part.figure <= whole.figure, whole.figure > .zero,
      let share = part.figure.multiplied(by: Figure(millionths: 100 * Figure.scale))?
        .divided(by: whole.figure)
    else { return nil }
    let place = whole.range.lowerBound..<end
    return ShareGroup(
      shares: [Share(count: part, percent: percent, tolerance: tolerance, range: place)],
      candidates: [[share]], sum: percent, tolerance: tolerance, isExhaustive: false, range: place)
  }

  /// Two figures of one measure and no third; the later one is what the rate is named after.
  private func figures(before mark: Int) -> (whole: MeasuredFigure, part: MeasuredFigure)? {
    let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
    let figures = MeasuredFigure.all(in: bytes, start..<mark)
    guard figures.count == 2, figures[0].measure == figures[1].measure,
      figures.allSatisfy({ !$0.isApproximate && !holds(Self.others, $0) }),
      !holds(Self.parts, figures[0]),
      isNamed(after: figures[1], from: figures[1].range.upperBound, mark) || areDueAndDone(figures)
    else { return nil }
    return (figures[0], figures[1])
  }

  /// Whether the name of the rate, from the mark before it on, says what the figure counts.
  private func isNamed(after figure: MeasuredFigure, from start: Int, _ mark: Int) -> Bool {
    var name = bytes[start..<mark]
    // 已有216个村完成编制，完成率: what was done may be told behind the figure.
    var said = bytes[start..<start]
    if let comma = ProseScanner.occurrences(of: Array("，".utf8), in: bytes, start..<mark).last, comma > start
    {
      said = bytes[start..<comma]
      name = bytes[comma..<mark]
    }
    guard ProseScanner.holdsNoSeparator(said), !said.contains(where: \.isDigit), said.count <= 60 else {
      return false
    }
    while let length = ProseScanner.separatorLength(Array(name), at: 0) { name = name.dropFirst(length) }
    // Two characters at least, and no mark more: the rate stands alone in its clause.
    guard name.count >= 6, name.count <= 24, name.allSatisfy({ $0 >= 0x80 }),
      !name.indices.contains(where: { ProseScanner.separatorLength(bytes, at: $0) != nil })
    else { return false }
    let label = figure.label(in: bytes)
    if Self.general.contains(where: { name.elementsEqual($0) }), !label.holdsAny(Self.faults) { return true }
    // 抽查500条，发现要素不全的15条，差错率3%
    if Self.faulty.contains(where: { name.elementsEqual($0) }), label.holdsAny(Self.faults) { return true }
    let stem = name.suffix(6)
    let characters = [stem.prefix(3), stem.suffix(3)].map(Array.init)
    let manner = Self.manners.filter { name.starts(with: $0) }
    return (characters + manner).allSatisfy { part in
      [label, said].contains { !ProseScanner.occurrences(of: part, in: bytes, $0.indices).isEmpty }
    }
  }

  /// `应到80人，实到76人`: whatever the rate is called, it is of these.
  private func areDueAndDone(_ figures: [MeasuredFigure]) -> Bool {
    figures[0].label(in: bytes).suffix(6).starts(with: "应".utf8)
      && figures[1].label(in: bytes).suffix(6).starts(with: "实".utf8)
  }

  private func holds(_ words: [[UInt8]], _ figure: MeasuredFigure) -> Bool {
    let label = figure.label(in: bytes)
    return words.contains { !ProseScanner.occurrences(of: $0, in: bytes, label.indices).isEmpty }
  }
}
