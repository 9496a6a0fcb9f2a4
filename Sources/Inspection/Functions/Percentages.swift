import Diagnostics
import Figures
import RuleInterpreter

/// A count and the percentage that it is said to be of a whole: `不予公开20件（1.68%）`.
struct Share {
  let count: MeasuredFigure
  /// In percent.
  let percent: Figure
  /// Half a unit of the last decimal that is written, and a little for figures that were cut off.
  let tolerance: Figure
  /// What it is of, where that is said: 占总数20件的50%.
  var whole: Figure?
  /// From the count to the percent sign.
  let range: Range<Int>
}

/// Shares that one sentence gives of one whole.
struct ShareGroup {
  let shares: [Share]
  /// What each share would be of each figure that may be the whole, in percent.
  let candidates: [[Figure]]
  let sum: Figure
  let tolerance: Figure
  /// Whether the counts add up to one of the wholes, or the last share is of an 其他: then the percentages
  /// have to add up to a hundred.
  let isExhaustive: Bool
  let range: Range<Int>
}

/// Finds shares in folded prose.
struct ShareFinder {
  let bytes: [UInt8]
  let range: Range<Int>
  private static let sign = Array("%".utf8)
  private static let hundredths = Array("百分之".utf8)

  init(_ text: FoldedText, _ range: Range<Int>) {
    self.bytes = text.bytes
    self.range = range
  }

  func all() -> [ShareGroup] {
    var groups: [ShareGroup] = []
    var next = range.lowerBound
    for mark in marks() where mark >= next {
      let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
      next = ProseScanner.sentenceEnd(bytes, from: mark, until: range.upperBound)
      let sentence = start..<next
      let group =
        group(sentence) ?? bareGroup(sentence) ?? overfullGroup(sentence) ?? totalGroup(sentence)
        ?? respectiveGroup(sentence) ?? listGroup(sentence)
      if let group { groups.append(group) }
    }
    return groups
  }

  private func marks() -> [Int] {
    [Self.sign, Self.hundredths].flatMap { ProseScanner.occurrences(of: $0, in: bytes, range) }.sorted()
  }

  private func group(_ sentence: Range<Int>) -> ShareGroup? {
    let figures = MeasuredFigure.all(in: bytes, sentence)
    let shares = figures.indices.compactMap { share(figures, $0, sentence) }
    guard let first = shares.first, let last = shares.last,
      shares.allSatisfy({ $0.count.measure == first.count.measure })
    else { return nil }
    var wholes = wholes(figures, first, sentence)
    let isImplied = wholes.isEmpty && first.whole == nil
    if isImplied { wholes = impliedWhole(shares) }
    guard !wholes.isEmpty || first.whole != nil, let sum = Figure.sum(shares.map(\.percent)),
      let tolerance = Figure.sum(shares.map(\.tolerance)), let counts = Figure.sum(shares.map(\.count.figure))
    else { return nil }
    let isExhaustive =
      shares.count > 1 && !isImplied
      && (wholes.contains(counts) || last.count.isRemainder(in: bytes))
    return ShareGroup(
      shares: shares,
      candidates: shares.map { share in
        (share.whole.map { [$0] } ?? wholes).compactMap { Self.percent(share.count.figure, of: $0) }
      },
      sum: sum, tolerance: tolerance, isExhaustive: isExhaustive,
      range: first.count.range.lowerBound..<last.range.upperBound)
  }

  /// `甲90条，占60%；乙60条，占34%`: the sum, when it is the whole for all shares but one, which is then wrong.
  private func impliedWhole(_ shares: [Share]) -> [Figure] {
    guard shares.count > 1, let total = Figure.sum(shares.map(\.count.figure)), total > .zero else {
      return []
    }
    let wrong = shares.filter { share in
      guard let percent = Self.percent(share.count.figure, of: total),
        let least = share.percent.subtracting(share.tolerance),
        let most = share.percent.adding(share.tolerance)
      else { return true }
      return percent < least || percent > most
    }
    return wrong.count == 1 ? [total] : []
  }

  // MARK: One share

  /// `20件（1.68%`, `20件，占1.68%`, `20件，占总数的1.68%`: nothing else stands between.
  private func share(_ figures: [MeasuredFigure], _ index: Int, _ sentence: Range<Int>) -> Share? {
    let count = figures[index]
    let next = index + 1 < figures.count ? figures[index + 1] : nil
    guard !count.isApproximate else { return nil }
    var rest = bytes[
      count.range.upperBound..<max(next?.figureStart ?? sentence.upperBound, count.range.upperBound)]
    rest = withoutNoun(rest, count)
    for mark in ["（", "，", "、"] where rest.starts(with: mark.utf8) { rest = rest.dropFirst(3) }
    for adverb in Self.adverbs where rest.starts(with: adverb) { rest = rest.dropFirst(adverb.count) }
    var whole: Figure?
    if rest.starts(with: "在".utf8), let next,
      let (named, end) = named(whole: next, of: count, rest.dropFirst(3))
    {
      whole = named
      rest = bytes[end..<sentence.upperBound]
    } else if rest.starts(with: "占".utf8) {
      if let next, let (named, end) = named(whole: next, of: count, rest.dropFirst(3)) {
        whole = named
        rest = bytes[end..<sentence.upperBound]
      } else {
        // 占全市总量的30%: of a whole that does not stand here.
        let between = Self.untilPercent(rest.dropFirst(3))
        guard isReference(between) || names(between, count, sentence) else { return nil }
        rest = rest[between.endIndex...]
      }
    }
    guard let (percent, tolerance, upper) = Self.percent(rest), !isListed(upper, sentence) else { return nil }
    return Share(
      count: count, percent: percent, tolerance: tolerance, whole: whole,
      range: count.range.lowerBound..<upper)
  }

  /// `分别为120条、180条，占40%、60%`: which count a percentage of a list belongs to is told by its place.
  private func isListed(_ end: Int, _ sentence: Range<Int>) -> Bool {
    let rest = bytes[end..<sentence.upperBound]
    return ["、", "和", "及"].contains { rest.starts(with: $0.utf8) && Self.percent(rest.dropFirst(3)) != nil }
  }

  /// `410件为自然人提出，占86%`: what is counted is told behind the count that begins the clause.
  private func withoutNoun(_ text: ArraySlice<UInt8>, _ count: MeasuredFigure) -> ArraySlice<UInt8> {
    // 18个乡镇中已有17个建成专区，占94.4%
    let label = count.label(in: bytes)
    guard label.isEmpty || label.suffix(3).elementsEqual("有".utf8),
      let mark = ProseScanner.occurrences(of: Array("，占".utf8), in: bytes, text.indices).first,
      mark - text.startIndex <= 36, ProseScanner.holdsNoSeparator(text[text.startIndex..<mark])
    else { return text }
    return text[mark...]
  }

  /// `占申请总数20件的65%`: the whole and the offset of its percentage.
  private func named(
    whole: MeasuredFigure, of count: MeasuredFigure, _ words: ArraySlice<UInt8>
  ) -> (Figure, Int)? {
    guard whole.measure == count.measure, !whole.isApproximate, whole.figure >= count.figure,
      whole.figure > .zero,
      ProseScanner.holdsNoSeparator(words)
    else { return nil }
    // 占全部147件申请的67.9%, 在147件申请中占比67.9%
    let rest = bytes[whole.range.upperBound..<min(bytes.count, whole.range.upperBound + 36)]
    for link in Self.links {
      guard let mark = ProseScanner.occurrences(of: link, in: bytes, rest.indices).first,
        ProseScanner.holdsNoSeparator(bytes[rest.startIndex..<mark]),
        !bytes[rest.startIndex..<mark].contains(where: \.isDigit)
      else { continue }
      return (whole.figure, mark + link.count)
    }
    return nil
  }

  private static let links = ["中占比为", "中占比达", "中占比", "中占", "的"].map { Array($0.utf8) }
  private static let adverbs = ["仅", "只", "就", "即"].map { Array($0.utf8) }

  /// `解读36件，其中甲9件，占解读总数的25%`: the whole is named by a word that stands before.
  private func names(_ between: ArraySlice<UInt8>, _ count: MeasuredFigure, _ sentence: Range<Int>) -> Bool {
    let endings = ["总件数的", "件数的", "总数的", "总量的", "件的", "总数", "总量"].map { Array($0.utf8) }
    guard let ending = endings.first(where: { between.suffix($0.count).elementsEqual($0) }) else {
      return false
    }
    let name = Array(between.dropLast(ending.count))
    return name.count == 6 && bytes[sentence.lowerBound..<count.range.lowerBound].holds(name)
  }

  /// The words before a figure or a 百分之.
  private static func untilPercent(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let words = text.prefix { !$0.isDigit }
    let mark = words.indices.first { words[$0...].starts(with: hundredths) }
    return mark.map { words[..<$0] } ?? words
  }

  /// Whether what stands between 占 and the figure says that the whole is the one named before:
  /// 占总数的, 占全部申请的.
  private func isReference(_ words: ArraySlice<UInt8>) -> Bool {
    var rest = words
    while let word = Self.referring.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(word.count)
    }
    return rest.isEmpty
  }

  private static let referring = [
    "全部", "所有", "总体", "总", "申请", "受理", "公开", "发布", "信息", "数", "量", "比", "为", "达", "高", "到", "的",
  ].map {
    Array($0.utf8)
  }

  /// A figure with a percent sign, or 百分之九十八, at the start of a text: its value, one unit of its last
  /// digit, its end.
  static func percent(_ text: ArraySlice<UInt8>) -> (Figure, Figure, Int)? {
    text.starts(with: hundredths) ? hundredths(text.dropFirst(hundredths.count)) : signed(text)
  }

  private static func hundredths(_ text: ArraySlice<UInt8>) -> (Figure, Figure, Int)? {
    let end = text.startIndex + Numeral.charactersLength(text)
    guard !text[end...].starts(with: "点".utf8), let figure = Numeral.figure(text[..<end]),
      let unit = Figure(1)
    else { return nil }
    return (figure, unit, end)
  }

  private static func signed(_ text: ArraySlice<UInt8>) -> (Figure, Figure, Int)? {
    let whole = text.prefix { $0.isDigit }
    var rest = text.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix { $0.isDigit }
      rest = rest.dropFirst(fraction.count + 1)
    }
    guard (1...3).contains(whole.count), fraction.count <= 4, rest.first == sign[0] else { return nil }
    let digits = (whole + fraction).reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    var unit = Figure.scale
    for _ in fraction { unit /= 10 }
    return (Figure(millionths: digits * unit), Figure(millionths: unit), rest.startIndex + 1)
  }

  // MARK: The whole

  /// Figures of the same measure before the first share, here or in a sentence before, and their sum.
  private func wholes(_ figures: [MeasuredFigure], _ first: Share, _ sentence: Range<Int>) -> [Figure] {
    let fits: (MeasuredFigure) -> Bool = { figure in
      figure.measure == first.count.measure && !figure.isApproximate
        && figure.range.upperBound <= first.count.figureStart
    }
    var found = figures.filter(fits)
    var start = sentence.lowerBound
    // `…300条，其中甲100条，占33.3%；乙200条，占66.7%`: over the shares before, to what they are of.
    for _ in 0..<Self.farthest where found.isEmpty && goesOn(at: start) {
      let end = start - 1
      start = ProseScanner.sentenceStart(bytes, before: end, from: range.lowerBound)
      let before = MeasuredFigure.all(in: bytes, start..<end)
      found = before.indices.filter { share(before, $0, start..<end) == nil }.map { before[$0] }.filter(fits)
      if before.isEmpty { break }
    }
    // What is less than its part is not its whole.
    let wholes = found.map(\.figure).filter { $0 > .zero && $0 >= first.count.figure }
    return wholes.count > 1 ? wholes + [Figure.sum(wholes)].compactMap { $0 } : wholes
  }

  /// Whether a sentence speaks of what stands before it: behind a semicolon, or begun with 其中.
  private func goesOn(at start: Int) -> Bool {
    guard start >= range.lowerBound + 3 else { return false }
    return ProseScanner.isSemicolon(bytes, at: start - 3)
      || bytes[start..<range.upperBound].starts(with: "其中".utf8)
  }

  /// So many sentences back.
  private static let farthest = 6

  static func percent(_ part: Figure, of whole: Figure) -> Figure? {
    part.multiplied(by: Figure(millionths: 100 * Figure.scale))?.divided(by: whole)
  }
}
