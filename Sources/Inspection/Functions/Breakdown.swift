import Diagnostics
import Figures

/// A figure in prose and the parts that “其中”, “包括” or the like divides it into.
struct Breakdown {
  /// What the parts add up to.
  let sum: Figure
  /// The figures before “其中” that it may divide, and their sum.
  let wholes: [Figure]
  /// Whether the parts are said to be all: the last is an 其他.
  let isExhaustive: Bool
  let range: Range<Int>
}

/// Finds every “其中…” and the like in folded prose.
struct BreakdownFinder {
  let bytes: [UInt8]
  let range: Range<Int>
  private static let marks = ["其中", "包括", "分别为", "分别是", "类别分", "类型分", "渠道分", "领域分", "具体为", "具体是"].map {
    Array($0.utf8)
  }

  init(_ text: FoldedText, _ range: Range<Int>) {
    self.bytes = text.bytes
    self.range = range
  }

  func all() -> [Breakdown] {
    let marks = Self.marks.flatMap { mark in
      ProseScanner.occurrences(of: mark, in: bytes, range).map { $0..<($0 + mark.count) }
    }.sorted { $0.lowerBound < $1.lowerBound }
    return marks.compactMap { mark in
      let end = ProseScanner.sentenceEnd(bytes, from: mark.upperBound, until: range.upperBound)
      let start = ProseScanner.sentenceStart(bytes, before: mark.lowerBound, from: range.lowerBound)
      // Parts of parts cannot be told from parts.
      if marks.contains(where: { $0 != mark && $0.lowerBound >= start && $0.lowerBound < end }) { return nil }
      return breakdown(mark, end)
    } + totals()
  }

  private func breakdown(_ mark: Range<Int>, _ end: Int) -> Breakdown? {
    let parts = wholeList(parts(from: mark.upperBound, until: end), until: end)
    guard let first = parts.items.first, parts.items.count > 1,
      parts.items.allSatisfy({ $0.measure == first.measure && !$0.isApproximate })
    else { return nil }
    let wholes = wholes(before: mark.lowerBound, measure: first.measure)
    guard let begin = wholes.first?.range.lowerBound, let sum = Figure.sum(parts.items.map(\.figure)) else {
      return nil
    }
    let figures = wholes.map(\.figure)
    let all = figures.count > 1 ? figures + [Figure.sum(figures) ?? .zero] : figures
    return Breakdown(sum: sum, wholes: all, isExhaustive: parts.isExhaustive, range: begin..<parts.end)
  }

  private typealias Parts = (items: [MeasuredFigure], isExhaustive: Bool, end: Int)

  /// `甲20条；乙30条；其他50条`: a list that goes on behind semicolons with one part each, up to an 其他.
  private func wholeList(_ parts: Parts, until end: Int) -> Parts {
    guard !parts.isExhaustive, parts.items.count == 1, let measure = parts.items.first?.measure else {
      return parts
    }
    var items = parts.items
    var start = end
    while ProseScanner.isSemicolon(bytes, at: start) {
      let next = ProseScanner.sentenceEnd(bytes, from: start + 3, until: range.upperBound)
      let segment = MeasuredFigure.all(in: bytes, (start + 3)..<next)
      guard segment.count == 1, segment[0].measure == measure else { return parts }
      items.append(segment[0])
      if segment[0].isRemainder(in: bytes) { return (items, true, segment[0].range.upperBound) }
      start = next
    }
    return parts
  }

  /// The parts up to and with the first 其他, or to the end of the sentence.
  private func parts(from start: Int, until end: Int) -> Parts {
    var items: [MeasuredFigure] = []
    for item in MeasuredFigure.all(in: bytes, start..<end) {
      items.append(item)
      if item.isRemainder(in: bytes) {
        return (items, true, item.range.upperBound)
      }
    }
    return (items, false, items.last?.range.upperBound ?? end)
  }

  /// Figures with the same measure earlier in the sentence, or in the one before when this one begins
  /// with 其中.
  private func wholes(before mark: Int, measure: Measure) -> [MeasuredFigure] {
    var end = mark
    for _ in 0..<2 {
      let start = ProseScanner.sentenceStart(bytes, before: end, from: range.lowerBound)
      let found = MeasuredFigure.all(in: bytes, start..<mark).filter {
        $0.measure == measure && !$0.isApproximate
      }
      if !found.isEmpty || start == range.lowerBound || bytes[start - 1] == UInt8(ascii: "\n") {
        return found
      }
      // Into the sentence before, past the mark that ends it.
      end = start - 1
    }
    return []
  }
}
