import Figures
import RuleInterpreter

extension BreakdownFinder {
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
    // 公告42篇，各年分别为12篇、14篇、16篇
    if isOfEach(whole, before: parts[0]) { return true }
    let start = ProseScanner.sentenceStart(bytes, before: whole.figureStart, from: range.lowerBound)
    // 微博、公众号、抖音号共发布905条，分别为
    let names = bytes[start..<whole.figureStart]
    let commas = ProseScanner.occurrences(of: Array("、".utf8), in: bytes, names.indices).count
    if commas == parts.count - 1, !names.holdsAny(["，", "和", "及"]) { return true }
    return ["类", "种", "个方面"].contains { kind in
      NumberOfKinds.named(kind, in: bytes[start..<whole.figureStart]) == parts.count
    }
  }

  /// `，各年分别为`
  private func isOfEach(_ whole: MeasuredFigure, before part: MeasuredFigure) -> Bool {
    let between = bytes[whole.range.upperBound..<part.range.lowerBound]
    return between.count <= 36 && between.starts(with: "，各".utf8)
      && ProseScanner.holdsNoSeparator(between.dropFirst(3))
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
