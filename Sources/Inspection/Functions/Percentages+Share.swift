import Figures
import RuleInterpreter

/// One count and the percentage behind it.
extension ShareFinder {
  static let sign = Array("%".utf8)
  private static let hundredths = Array("百分之".utf8)

  /// `20件（1.68%`, `20件，占1.68%`, `20件，占总数的1.68%`: nothing else stands between.
  func share(_ figures: [MeasuredFigure], _ index: Int, _ sentence: Range<Int>) -> Share? {
    let count = figures[index]
    let next = index + 1 < figures.count ? figures[index + 1] : nil
    guard !count.isApproximate else { return nil }
    var rest = bytes[
      count.range.upperBound..<max(next?.figureStart ?? sentence.upperBound, count.range.upperBound)]
    rest = withoutName(withoutNoun(rest, count), count)
    let isBracketed = rest.starts(with: "（".utf8)
    for mark in ["（", "，", "、"] where rest.starts(with: mark.utf8) { rest = rest.dropFirst(3) }
    for adverb in Self.adverbs where rest.starts(with: adverb) { rest = rest.dropFirst(adverb.count) }
    let isRough = rest.starts(with: "约".utf8)
    if isRough { rest = rest.dropFirst(3) }
    let isSaid = ["占", "在"].contains { rest.starts(with: $0.utf8) }
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
    guard let (percent, unit, upper) = Self.percent(rest) ?? (isSaid ? WrittenShare.share(rest) : nil),
      !isListed(upper, sentence), isSaid || isBracketed || isEnd(upper, sentence),
      let tolerance = isRough ? Figure(5) : unit
    else { return nil }
    return Share(
      count: count, percent: percent, tolerance: tolerance, whole: whole,
      range: count.range.lowerBound..<upper)
  }

  /// `分别为120条、180条，占40%、60%`: which count a percentage of a list belongs to is told by its place.
  private func isListed(_ end: Int, _ sentence: Range<Int>) -> Bool {
    let rest = bytes[end..<sentence.upperBound]
    return ["、", "和", "及"].contains { rest.starts(with: $0.utf8) && Self.percent(rest.dropFirst(3)) != nil }
  }

  /// `21个，90%至95%的5个` is no share.
  private func isEnd(_ end: Int, _ sentence: Range<Int>) -> Bool {
    end >= sentence.upperBound || ProseScanner.separatorLength(bytes, at: end) != nil
  }

  /// `予以公开18件，予以公开的占48.65%`: what is counted is named once more.
  private func withoutName(_ text: ArraySlice<UInt8>, _ count: MeasuredFigure) -> ArraySlice<UInt8> {
    guard text.starts(with: "，".utf8) else { return text }
    let named = text.dropFirst(3)
    let name = named.prefix(while: { $0 >= 0x80 }).prefix(60)
    let said = Array("的占".utf8)
    guard let mark = name.indices.first(where: { name[$0...].starts(with: said) }), mark > name.startIndex,
      isCalled(count, name[..<mark])
    else { return text }
    return text[(mark + 3)...]
  }

  /// `予以公开的18件`, `予以公开18件`
  private func isCalled(_ count: MeasuredFigure, _ name: ArraySlice<UInt8>) -> Bool {
    let label = count.label(in: bytes)
    let words = label.suffix(3).elementsEqual("的".utf8) ? label.dropLast(3) : label
    return words.suffix(name.count).elementsEqual(name)
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
      ProseScanner.holdsNoSeparator(words.suffix(3).elementsEqual("（".utf8) ? words.dropLast(3) : words)
    else { return nil }
    // 占参评单位（32个）的25%
    let isBracketed = words.suffix(3).elementsEqual("（".utf8)
    // 占全部147件申请的67.9%, 在147件申请中占比67.9%
    var rest = bytes[whole.range.upperBound..<min(bytes.count, whole.range.upperBound + 36)]
    if isBracketed, rest.starts(with: "）".utf8) { rest = rest.dropFirst(3) }
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
    let mark = words.indices.first {
      words[$0...].starts(with: hundredths) || words[$0] >= 0xE0 && WrittenShare.share(words[$0...]) != nil
    }
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
}
