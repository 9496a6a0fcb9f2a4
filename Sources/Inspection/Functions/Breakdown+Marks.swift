import Figures
import RuleInterpreter

/// What says that a figure is divided into the figures that follow.
struct BreakdownMark {
  enum Manner {
    /// 其中, 包括: the parts are all of it when the last is an 其他.
    case some
    /// 分别为, 由…组成: the parts are all of it, when each is named.
    case all
    /// 分别通过: all of it, unless the parts have something in common, as ways of publishing the same thing have.
    case ways
    /// A bracket or a colon right behind the figure: as with 其中, and it is this figure that is divided.
    case list
  }

  let range: Range<Int>
  let manner: Manner
}

extension BreakdownFinder {
  /// What a word has to be besides, to be a mark.
  private enum Kind {
    case plain
    /// 从申请渠道看: with the words before it.
    case aspect
    /// 中，
    case among
    /// 其中主动公开部分为50条 divides nothing.
    case unlessPortion
    /// 不包括
    case unlessDenied
    case list
  }

  private typealias Word = (word: String, tag: (kind: Kind, manner: BreakdownMark.Manner))

  private static let words = WordTable(partial + aspects + among + complete + ways + lists)
  private static let partial = words(["其中"], .plain, .some) + words(["包括", "包含"], .unlessDenied, .some)
  /// 按内容分, 从申请渠道看, 按方式统计
  private static let aspects = [
    "类", "型", "类别", "类型", "渠道", "领域", "内容", "来源", "方式", "形式", "性质", "主体", "对象", "层级", "途径", "级别", "区域", "结果",
    "申请人", "身份", "时间", "来源地",
  ].flatMap { aspect in words(["分", "看", "来看", "统计", "划分", "分类"].map { aspect + $0 }, .aspect, .some) }
  private static let complete =
    words(["分别为", "分别是", "，由", "，即", "分为", "具体为", "具体是"], .unlessPortion, .all)
    + words(["组成：", "构成："], .plain, .all)
  private static let ways = words(["分别通过", "分别在", "分别由"], .plain, .ways)
  private static let lists = words(["（", "："], .list, .list)
  private static let among = words(["中，", "里，"], .among, .some)
  /// What another mark may follow in the same breath: 分为甲、乙、丙三类，其中甲…
  private static let announcing = ["分为", "由"].map { Array($0.utf8) }
  private static let portion = Array("部分为".utf8)

  private static func words(_ words: [String], _ kind: Kind, _ manner: BreakdownMark.Manner) -> [Word] {
    words.map { (word: $0, tag: (kind, manner)) }
  }

  /// From left to right.
  func marks() -> [BreakdownMark] {
    merged(
      Self.words.matches(in: bytes, range).compactMap { match in
        let mark = BreakdownMark(range: match.range, manner: match.tag.manner)
        return switch match.tag.kind {
        case .plain: mark
        case .aspect: wholePhrase(mark)
        case .among: isAmong(mark.range) ? mark : nil
        case .unlessPortion: isPortion(mark.range) ? nil : mark
        case .unlessDenied: bytes[..<mark.range.lowerBound].suffix(3).elementsEqual("不".utf8) ? nil : mark
        case .list: isList(mark.range) ? mark : nil
        }
      }.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// Marks that touch are one: `按内容分为`, `60件申请中，其中`. So are two of which the first only announces the
  /// other: `，由三部分组成：`.
  private func merged(_ marks: [BreakdownMark]) -> [BreakdownMark] {
    marks.reduce(into: []) { merged, mark in
      guard let last = merged.last, mark.range.lowerBound <= last.range.upperBound || announces(last, mark)
      else { return merged.append(mark) }
      let manners = [last.manner, mark.manner]
      merged[merged.count - 1] = BreakdownMark(
        range: last.range.lowerBound..<max(last.range.upperBound, mark.range.upperBound),
        manner: manners.contains(.all) ? .all : last.manner)
    }
  }

  /// No figure stands between the two, and both in one sentence.
  private func announces(_ first: BreakdownMark, _ second: BreakdownMark) -> Bool {
    let between = bytes[first.range.upperBound..<second.range.lowerBound]
    let announced = ["其中", "组成：", "构成："].contains { bytes[second.range].elementsEqual($0.utf8) }
    return announced && between.count <= 120 && !between.contains(where: \.isDigit)
      && !between.holdsAny(["。", "；", "\n"])
      && (bytes[second.range].elementsEqual("其中".utf8)
        ? bytes[first.range].elementsEqual(Self.announcing[0])
        : bytes[first.range].suffix(3).elementsEqual(Self.announcing[1]))
  }

  /// With the words before it in its clause and the comma before them: `，从申请渠道看`.
  private func wholePhrase(_ mark: BreakdownMark) -> BreakdownMark {
    let comma = ProseScanner.occurrences(
      of: Array("，".utf8), in: bytes,
      max(range.lowerBound, mark.range.lowerBound - 27)..<mark.range.lowerBound
    ).last
    guard let comma, ["按", "从", "以", "依"].contains(where: { bytes[(comma + 3)...].starts(with: $0.utf8) })
    else {
      return mark
    }
    return BreakdownMark(range: comma..<mark.range.upperBound, manner: mark.manner)
  }

  /// `75件申请中，`: a figure stands before it in its clause, and names what the parts are of.
  private func isAmong(_ mark: Range<Int>) -> Bool {
    let start = max(range.lowerBound, mark.lowerBound - 60)
    guard let figure = MeasuredFigure.all(in: bytes, start..<mark.lowerBound).last else { return false }
    return ProseScanner.holdsNoSeparator(bytes[figure.range.upperBound..<mark.lowerBound])
  }

  private func isPortion(_ mark: Range<Int>) -> Bool {
    mark.lowerBound >= range.lowerBound + 3 && bytes[(mark.lowerBound - 3)...].starts(with: Self.portion)
  }

  /// Whether a bracket or a colon stands right behind a figure and opens a list of figures like it.
  private func isList(_ mark: Range<Int>) -> Bool {
    guard let measure = MeasuredFigure.measure(endingAt: mark.lowerBound, in: bytes) else { return false }
    let rest = bytes[mark.upperBound..<range.upperBound]
    guard !rest.starts(with: "其中".utf8), !rest.starts(with: "含".utf8) else { return false }
    let parts = MeasuredFigure.all(in: bytes, mark.upperBound..<end(of: mark))
    return parts.count > 1 && parts[0].measure == measure
  }

  /// Where the parts behind a mark end: with the bracket that it opens, or with the sentence.
  func end(of mark: Range<Int>) -> Int {
    let end = ProseScanner.sentenceEnd(bytes, from: mark.upperBound, until: range.upperBound)
    if bytes[mark].elementsEqual("：".utf8) { return endOfItems(mark.upperBound..<end) }
    guard bytes[mark].starts(with: "（".utf8) else { return end }
    return ProseScanner.occurrences(of: Array("）".utf8), in: bytes, mark.upperBound..<end).first ?? end
  }

  /// `642条：采购意向157条；采购公告203条；合同公告84条。`: one part between each two semicolons.
  private func endOfItems(_ first: Range<Int>) -> Int {
    var end = first.upperBound
    guard let measure = onlyMeasure(first) else { return end }
    while ProseScanner.isSemicolon(bytes, at: end) {
      let next = ProseScanner.sentenceEnd(bytes, from: end + 3, until: range.upperBound)
      guard onlyMeasure((end + 3)..<next) == measure else { return first.upperBound }
      end = next
    }
    return end
  }

  private func onlyMeasure(_ item: Range<Int>) -> Measure? {
    let figures = MeasuredFigure.all(in: bytes, item)
    return figures.count == 1 ? figures[0].measure : nil
  }
}

extension ArraySlice<UInt8> {
  func holds(_ word: some Collection<UInt8>) -> Bool {
    guard let first = word.first, count >= word.count else { return false }
    return (startIndex...(endIndex - word.count)).contains {
      self[$0] == first && self[$0...].starts(with: word)
    }
  }

  func holdsAny(_ words: [String]) -> Bool {
    words.contains { holds($0.utf8) }
  }
}

extension ArraySlice<BreakdownMark> {
  /// Whether one of them overlaps a place. They stand in their order and apart from each other: the first that ends
  /// behind the place's beginning is found by halving, since a text can have very many.
  func isAny(in place: Range<Int>) -> Bool {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.upperBound <= place.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low].range.overlaps(place)
  }
}
