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
        group(sentence) ?? groupOfItems(start) ?? bareGroup(sentence) ?? overfullGroup(sentence)
        ?? totalGroup(sentence)
        ?? respectiveGroup(sentence) ?? namedGroup(sentence) ?? listGroup(sentence) ?? scaleGroup(sentence)
      if let group {
        groups.append(group)
        next = max(next, group.range.upperBound)
      }
    }
    return groups
  }

  /// 百分之五, 三分之二, 占七成
  private static let words = WordTable(
    (["分之", "一半"] + "一二两三四五六七八九".map { "\($0)成" }).map { (word: $0, tag: ()) })

  private func marks() -> [Int] {
    (ProseScanner.occurrences(of: Self.sign, in: bytes, range)
      + Self.words.matches(in: bytes, range).map(\.range.lowerBound)).sorted()
  }

  /// `网络22件，占69%；信函11件，占31%`: items between semicolons are of one whole, if of one that stands here at all.
  private func groupOfItems(_ start: Int) -> ShareGroup? {
    // Some of the items alone may fit a whole by chance.
    guard start < range.lowerBound + 3 || !ProseScanner.isSemicolon(bytes, at: start - 3) else { return nil }
    var end = ProseScanner.sentenceEnd(bytes, from: start, until: range.upperBound)
    let first = end
    while ProseScanner.isSemicolon(bytes, at: end) {
      let next = ProseScanner.sentenceEnd(bytes, from: end + 3, until: range.upperBound)
      guard !shares((end + 3)..<next).isEmpty else { break }
      end = next
    }
    return end > first ? group(start..<end) : nil
  }

  private func shares(_ sentence: Range<Int>) -> [Share] {
    let figures = MeasuredFigure.all(in: bytes, sentence)
    return figures.indices.compactMap { share(figures, $0, sentence) }
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
      let sentence = start..<ProseScanner.sentenceEnd(bytes, from: start, until: end + 1)
      let before = MeasuredFigure.all(in: bytes, sentence)
      found = before.indices.filter { share(before, $0, sentence) == nil }.map { before[$0] }.filter(fits)
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
