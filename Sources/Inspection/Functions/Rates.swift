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
  private static let words = WordTable(["率", "度", "比例"].map { (word: $0, tag: ()) })
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
    Self.words.matches(in: bytes, range).compactMap { rate($0.range) }
  }

  private func rate(_ word: Range<Int>) -> ShareGroup? {
    var rest = bytes[word.upperBound..<range.upperBound]
    for link in Self.links where rest.starts(with: link) { rest = rest.dropFirst(link.count) }
    guard let (percent, tolerance, end) = ShareFinder.percent(rest) ?? WrittenShare.share(rest) else {
      return nil
    }
    let found =
      figures(before: word.lowerBound, .digits) ?? figures(before: word.lowerBound, .characters)
      ?? figures(behind: end, word.lowerBound)
    guard let found else { return nil }
    let rates = found.wholes.compactMap { share(of: found, $0) }
    let isRight = { (rate: Figure) in
      guard let most = percent.adding(tolerance), let least = percent.subtracting(tolerance) else {
        return true
      }
      return rate >= least && rate <= most
    }
    // Of which of the figures before it is not said: one that fits will do.
    guard let rate = rates.last, rates.count == 1 || !rates.contains(where: isRight) else { return nil }
    let place = min(found.wholes[0].range.lowerBound, word.lowerBound)..<max(end, found.part.range.upperBound)
    return ShareGroup(
      shares: [Share(count: found.part, percent: percent, tolerance: tolerance, range: place)],
      candidates: [[rate]], sum: percent, tolerance: tolerance, isExhaustive: false, range: place)
  }

  /// The figures that a rate may be of, and the one that it is named after; or after what is missing.
  private typealias Found = (wholes: [MeasuredFigure], part: MeasuredFigure, isMissing: Bool)

  private func share(of found: Found, _ whole: MeasuredFigure) -> Figure? {
    guard found.part.figure <= whole.figure, whole.figure > .zero,
      let counted = found.isMissing ? whole.figure.subtracting(found.part.figure) : found.part.figure
    else { return nil }
    return ShareFinder.percent(counted, of: whole.figure)
  }

  /// Two figures of one measure, or a few more; the last one is what the rate is named after.
  private func figures(before mark: Int, _ script: MeasuredFigure.Script) -> Found? {
    let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
    let figures = MeasuredFigure.all(in: bytes, start..<mark, script)
    guard (2...4).contains(figures.count), let part = figures.last,
      figures.allSatisfy({ $0.measure == part.measure && !$0.isApproximate && !holds(Self.others, $0) }),
      !holds(Self.parts, figures[0])
    else { return nil }
    let wholes = Array(figures.dropLast())
    // 满意300份，基本满意100份: together.
    let stem = Array(bytes[..<mark].suffix(6))
    guard wholes.count == 1 || !wholes.contains(where: { $0.label(in: bytes).holds(stem) }) else {
      return nil
    }
    if isNamed(after: part, from: part.range.upperBound, mark) || wholes.count == 1 && areDueAndDone(figures)
    {
      return isMissing(part, mark).map { (wholes, part, $0) }
    }
    return nil
  }

  /// `合格率98%，其中合格1479批次`, `纠错率33%（3件中纠正1件）`, `及时率98%：应发布126条，按时发布124条`
  private func figures(behind end: Int, _ mark: Int) -> Found? {
    let opener = ["（", "：", "，"].first { bytes[end..<range.upperBound].starts(with: $0.utf8) }
    guard let opener else { return nil }
    let sentenceEnd = ProseScanner.sentenceEnd(bytes, from: end, until: range.upperBound)
    let bracket = ProseScanner.occurrences(of: Array("）".utf8), in: bytes, end..<sentenceEnd).first
    let close = opener == "（" ? bracket ?? end : sentenceEnd
    let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
    let clause =
      (start..<mark).last { ProseScanner.separatorLength(bytes, at: $0) != nil }.map { $0 + 3 } ?? start
    let before = MeasuredFigure.all(in: bytes, start..<mark)
    let behind = MeasuredFigure.all(in: bytes, end..<max(end, close))
    let figures = before.isEmpty ? Array(behind.prefix(2)) : before + behind.prefix(1)
    guard figures.count == 2, before.count < 2, let part = figures.last,
      before.isEmpty ? opener == "，" || behind.count == 2 : part.label(in: bytes).starts(with: "其中".utf8),
      figures.allSatisfy({ $0.measure == part.measure && !$0.isApproximate && !holds(Self.others, $0) }),
      isNamed(after: part, from: clause, mark), isMissing(part, mark) == false, isPlain(part, clause..<mark),
      opener != "，" || !before.isEmpty || isOnly(part, clause..<mark)
    else { return nil }
    return ([figures[0]], part, false)
  }

  /// 按期办结 is more than 办结率 asks for.
  private func isPlain(_ part: MeasuredFigure, _ name: Range<Int>) -> Bool {
    let label = part.label(in: bytes)
    return Self.manners.allSatisfy {
      !label.holds($0) || bytes[name].holds($0) || bytes[name].holdsAny(["及时"])
    }
  }

  /// `解读率100%，全年出台文件35件，解读35件`: it is called as the rate and nothing else.
  private func isOnly(_ part: MeasuredFigure, _ name: Range<Int>) -> Bool {
    let label = part.label(in: bytes)
    return label.count <= 12 && label.suffix(6).elementsEqual(bytes[name].suffix(6))
  }

  /// Whether the label says the contrary of the rate: `非电子化项目18个，电子化率95%`. Nil when it denies something else.
  private func isMissing(_ part: MeasuredFigure, _ mark: Int) -> Bool? {
    let label = part.label(in: bytes)
    let near = max(range.lowerBound, mark - 60)..<mark
    let clause = near.last { ProseScanner.separatorLength(bytes, at: $0) != nil } ?? near.lowerBound
    let name = bytes[clause..<mark]
    guard label.holdsAny(Self.denials), !name.holdsAny(Self.denials + ["错", "问题"]) else { return false }
    let stems = stride(from: 6, through: 15, by: 3).map { Array(name.suffix($0)) }
    let isContrary = stems.contains { stem in
      ["未", "不", "非", "没有"].contains { label.holds(Array($0.utf8) + stem) }
    }
    return isContrary ? true : nil
  }

  private static let denials = ["未", "不", "非", "无", "没"]
  /// What a rate may be called after besides its own name.
  private static let synonyms = ["纠错": "纠正", "及时": "按时"].map { (name: Array($0.utf8), word: Array($1.utf8)) }

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
    guard name.count >= 6, name.count <= 39, name.allSatisfy({ $0 >= 0x80 }),
      !name.indices.contains(where: { ProseScanner.separatorLength(bytes, at: $0) != nil })
    else { return false }
    let label = figure.label(in: bytes)
    if Self.general.contains(where: { name.elementsEqual($0) }), !label.holdsAny(Self.faults) { return true }
    // 抽查500条，发现要素不全的15条，差错率3%
    if Self.faulty.contains(where: { name.elementsEqual($0) }), label.holdsAny(Self.faults) { return true }
    if Self.synonyms.contains(where: { name.suffix(6).elementsEqual($0.name) && label.holds($0.word) }) {
      return true
    }
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
