import Diagnostics
import Figures

/// A figure in prose and the parts that “其中” divides it into.
struct Breakdown {
  /// What the parts add up to.
  let sum: Figure
  /// The figures before “其中” that it may divide, and their sum.
  let wholes: [Figure]
  /// Whether the parts are said to be all: the last is an 其他.
  let isExhaustive: Bool
  let range: Range<Int>
}

/// Finds every “其中…” in folded prose.
struct BreakdownFinder {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private static let mark = Array("其中".utf8)

  init(_ text: FoldedText, _ range: Range<Int>) {
    self.bytes = text.bytes
    self.range = range
  }

  func all() -> [Breakdown] {
    let marks = ProseScanner.occurrences(of: Self.mark, in: bytes, range)
    return marks.compactMap { mark in
      let end = ProseScanner.sentenceEnd(bytes, from: mark, until: range.upperBound)
      let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
      // Parts of parts cannot be told from parts.
      if marks.contains(where: { $0 != mark && $0 >= start && $0 < end }) { return nil }
      return breakdown(mark, end)
    }
  }

  private func breakdown(_ mark: Int, _ end: Int) -> Breakdown? {
    let parts = parts(from: mark + Self.mark.count, until: end)
    guard let first = parts.items.first, parts.items.count > 1,
      parts.items.allSatisfy({ $0.measure == first.measure && !$0.isApproximate })
    else { return nil }
    let wholes = wholes(before: mark, measure: first.measure)
    guard let begin = wholes.first?.range.lowerBound, let sum = Figure.sum(parts.items.map(\.figure)) else {
      return nil
    }
    let figures = wholes.map(\.figure)
    let all = figures.count > 1 ? figures + [Figure.sum(figures) ?? .zero] : figures
    return Breakdown(sum: sum, wholes: all, isExhaustive: parts.isExhaustive, range: begin..<parts.end)
  }

  /// The parts up to and with the first 其他, or to the end of the sentence.
  private func parts(from start: Int, until end: Int) -> (
    items: [MeasuredFigure], isExhaustive: Bool, end: Int
  ) {
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
