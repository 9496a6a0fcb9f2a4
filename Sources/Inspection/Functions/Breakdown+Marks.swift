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
  private static let partial = ["其中", "包括"].map { Array($0.utf8) }
  /// 按内容分, 从申请渠道看, 按方式统计
  private static let aspects = [
    "类", "型", "类别", "类型", "渠道", "领域", "内容", "来源", "方式", "形式", "性质", "主体", "对象", "层级", "途径", "级别", "区域", "结果",
  ]
  .flatMap { aspect in ["分", "看", "来看", "统计", "划分", "分类"].map { Array((aspect + $0).utf8) } }
  private static let complete = ["分别为", "分别是", "，由", "，即", "分为", "具体为", "具体是", "组成：", "构成："].map {
    Array($0.utf8)
  }
  private static let ways = ["分别通过", "分别在", "分别由"].map { Array($0.utf8) }
  /// What another mark may follow in the same breath: 分为甲、乙、丙三类，其中甲…
  private static let announcing = ["分为", "由"].map { Array($0.utf8) }
  private static let lists = ["（", "："].map { Array($0.utf8) }
  private static let among = Array("中，".utf8)
  /// 其中主动公开部分为50条 divides nothing.
  private static let portion = Array("部分为".utf8)

  /// From left to right.
  func marks() -> [BreakdownMark] {
    let some =
      Self.partial.flatMap { marks($0, .some) } + Self.aspects.flatMap { marks($0, .some) }.map(wholePhrase)
    let among = marks(Self.among, .some).filter { isAmong($0.range) }
    let all = Self.complete.flatMap { marks($0, .all) }.filter { !isPortion($0.range) }
    let lists = Self.lists.flatMap { marks($0, .list) }.filter { isList($0.range) }
    let ways = Self.ways.flatMap { marks($0, .ways) }
    return merged((some + among + all + ways + lists).sorted { $0.range.lowerBound < $1.range.lowerBound })
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

  private func marks(_ word: [UInt8], _ manner: BreakdownMark.Manner) -> [BreakdownMark] {
    ProseScanner.occurrences(of: word, in: bytes, range).map { start in
      BreakdownMark(range: start..<(start + word.count), manner: manner)
    }
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
    let start = max(range.lowerBound, mark.lowerBound - 36)
    guard let figure = MeasuredFigure.all(in: bytes, start..<mark.lowerBound).last else { return false }
    return ProseScanner.holdsNoSeparator(bytes[figure.range.upperBound..<mark.lowerBound])
  }

  private func isPortion(_ mark: Range<Int>) -> Bool {
    mark.lowerBound >= range.lowerBound + 3 && bytes[(mark.lowerBound - 3)...].starts(with: Self.portion)
  }

  /// Whether a bracket or a colon stands right behind a figure and opens a list of figures like it.
  private func isList(_ mark: Range<Int>) -> Bool {
    guard let measure = MeasuredFigure.measure(endingAt: mark.lowerBound, in: bytes) else { return false }
    guard !bytes[mark.upperBound..<range.upperBound].starts(with: "其中".utf8) else { return false }
    let parts = MeasuredFigure.all(in: bytes, mark.upperBound..<end(of: mark))
    return parts.count > 1 && parts[0].measure == measure
  }

  /// Where the parts behind a mark end: with the bracket that it opens, or with the sentence.
  func end(of mark: Range<Int>) -> Int {
    let end = ProseScanner.sentenceEnd(bytes, from: mark.upperBound, until: range.upperBound)
    guard bytes[mark].elementsEqual("（".utf8) else { return end }
    return ProseScanner.occurrences(of: Array("）".utf8), in: bytes, mark.upperBound..<end).first ?? end
  }

  /// Whether parts that are said to be all of it are so: each has a name, and no 等 follows.
  func isComplete(
    _ parts: [MeasuredFigure], of wholes: [MeasuredFigure], _ mark: BreakdownMark, until end: Int
  ) -> Bool {
    if ExclusiveLabels.areComplete(parts, of: wholes.last, in: bytes) { return true }
    if parts.allSatisfy({ !$0.label(in: bytes).isEmpty }), areCounted(parts, wholes) { return true }
    // 按申请方式分: each thing is of one of them.
    if bytes[mark.range].starts(with: "，按".utf8),
      ExclusiveLabels.areExclusive(parts, of: sentence(around: mark), in: bytes)
    {
      return true
    }
    if mark.manner == .ways { return areLess(parts, than: wholes) }
    let isAll = mark.manner == .all || bytes[mark.range].elementsEqual("：".utf8)
    guard let last = parts.last, areNamed(parts, wholes) else { return false }
    let rest = bytes[last.range.upperBound..<end]
    if numberOfKinds(rest) == parts.count
      || ["，没有其他", "，无其他"].contains(where: { rest.starts(with: $0.utf8) })
    {
      return true
    }
    // 100条（甲20条、乙30条、丙40条）: an equation, when it is long enough to be one.
    if mark.manner == .list, rest.isEmpty, parts.count > 2, isNamedList(parts) { return true }
    guard isAll else { return false }
    if bytes[mark.range].elementsEqual("，由".utf8) { return rest.holdsAny(["组成", "构成"]) }
    return rest.isEmpty || numberOfKinds(rest) != nil
  }

  /// None of its names says that it is of some other thing, or only of some.
  private func isNamedList(_ parts: [MeasuredFigure]) -> Bool {
    parts.allSatisfy { part in
      let label = part.label(in: bytes)
      return !label.isEmpty && !label.holdsAny(["其中", "含", "包括", "主要", "等", "同比", "上年", "去年", "年"])
    }
  }

  private func areLess(_ parts: [MeasuredFigure], than wholes: [MeasuredFigure]) -> Bool {
    guard wholes.count == 1, let sum = Figure.sum(parts.map(\.figure)) else { return false }
    return sum < wholes[0].figure && parts.allSatisfy { !$0.label(in: bytes).isEmpty }
  }

  /// `甲20条、乙30条两类`, `甲20条、乙30条，两类均已公开`: how many kinds the words behind a list say that it has.
  private func numberOfKinds(_ text: ArraySlice<UInt8>) -> Int? {
    var words = text.starts(with: "等".utf8) ? text.dropFirst(3) : text
    let isSaidOfThem = words.starts(with: "，".utf8)
    if isSaidOfThem { words = words.dropFirst(3) }
    let count = Numeral.charactersLength(words)
    let rest = words.dropFirst(count)
    let kind = ["个方面", "个部分", "大类", "方面", "部分", "类", "种", "项", "处", "家", "个"].first {
      rest.starts(with: $0.utf8)
    }
    guard count > 0, let kind, let number = Numeral.figure(words.prefix(count))?.whole else { return nil }
    let end = rest.dropFirst(kind.utf8.count)
    // 三处专区均配备引导人员, 四类信息合计占三成
    let isWhole = isSaidOfThem ? end.prefix(18).holdsAny(["均", "都", "合计"]) : end.isEmpty
    return isWhole ? Int(exactly: number) : nil
  }

  /// `通过三个渠道发布信息418条，其中`: as many parts as there are kinds.
  private func areCounted(_ parts: [MeasuredFigure], _ wholes: [MeasuredFigure]) -> Bool {
    guard wholes.count == 1, let whole = wholes.first else { return false }
    let start = ProseScanner.sentenceStart(bytes, before: whole.figureStart, from: range.lowerBound)
    return ["个渠道", "种渠道", "个平台", "种方式", "种形式", "类渠道"].contains { kind in
      NumberOfKinds.named(kind, in: bytes[start..<whole.figureStart]) == parts.count
    }
  }

  /// `甲20条、乙30条`, or `甲、乙、丙三类50条，分别为20条、20条、10条`: names that stand before the one whole.
  private func areNamed(_ parts: [MeasuredFigure], _ wholes: [MeasuredFigure]) -> Bool {
    let labels = parts.map { part in
      let label = part.label(in: bytes)
      // 20条、30条和50条
      return ["和", "及", "与", "以及"].contains { label.elementsEqual($0.utf8) } ? label.prefix(0) : label
    }
    if labels.allSatisfy({ !$0.isEmpty }) { return true }
    guard labels.allSatisfy(\.isEmpty), wholes.count == 1, let whole = wholes.first else { return false }
    let start = ProseScanner.sentenceStart(bytes, before: whole.figureStart, from: range.lowerBound)
    // 微博、公众号、抖音号共发布905条，分别为
    let names = bytes[start..<whole.figureStart]
    let commas = ProseScanner.occurrences(of: Array("、".utf8), in: bytes, names.indices).count
    if commas == parts.count - 1, !names.holdsAny(["，", "和", "及"]) { return true }
    return ["类", "种", "个方面"].contains { kind in
      NumberOfKinds.named(kind, in: bytes[start..<whole.figureStart]) == parts.count
    }
  }
}

/// How many kinds a text says there are: three, in `规划、财政、招商三类信息`.
private enum NumberOfKinds {
  static func named(_ kind: String, in text: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(text)
    let mark = ProseScanner.occurrences(of: Array(kind.utf8), in: bytes, bytes.indices).last
    guard let mark, mark >= 3 else { return nil }
    return Numeral.figure(bytes[(mark - 3)..<mark])?.whole.flatMap { Int(exactly: $0) }
  }
}

extension ArraySlice<UInt8> {
  func holds(_ word: [UInt8]) -> Bool {
    let bytes = Array(self)
    return !ProseScanner.occurrences(of: word, in: bytes, 0..<bytes.count).isEmpty
  }

  func holdsAny(_ words: [String]) -> Bool {
    words.contains { holds(Array($0.utf8)) }
  }
}
