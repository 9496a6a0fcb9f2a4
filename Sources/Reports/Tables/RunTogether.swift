import Diagnostics
import Figures

/// Reads rows of a table whose cells were run together with no separator, as a page saved as plain text
/// has them: `…申请数量713000074二、上年结转…`.
struct RunTogether {
  /// A label of the form as it can be found in running text.
  struct Label {
    let row: Int
    let any: [Needle]
    /// The number printed before it, as in `2.其他法律…`, which sticks to the figures of the row before.
    let number: String?
  }

  struct Found {
    let row: Int
    let readings: [CellReading]
    /// Whether the row's own sum decided where one figure ends and the next begins.
    let isInferred: Bool
    /// The digits, where they can be cut in several ways.
    var joined: [[UInt8]] = []
    /// Whether it has fewer digits than cells.
    var isShort = false
  }

  private let text: FoldedText
  private let labels: [Label]

  /// - Parameter labels: in the order of the form.
  init(_ text: FoldedText, _ labels: [Label]) {
    self.text = text
    self.labels = labels
  }

  /// - Parameters:
  ///   - width: how many figures a row has.
  ///   - addsUp: whether the last figure of a row is the sum of the others.
  func rows(width: (Int) -> Int, addsUp: Bool) -> [Found] {
    let places = places()
    return places.enumerated().map { index, place in
      let next = index + 1 < places.count ? places[index + 1] : nil
      let range = place.end..<(next?.start ?? text.bytes.count)
      let runs = runs(range, before: next.flatMap { labels[$0.label].number })
      let row = labels[place.label].row
      return found(row, runs, width: width(row), addsUp: addsUp, label: place.start..<place.end)
    }
  }

  /// The digits from an offset to the end, for a table of one row; none when anything stands between them,
  /// or when they have so many gaps that they were not run together but torn.
  func digits(from start: Int) -> (runs: [[UInt8]], range: Range<Int>) {
    let found = runs(start..<text.bytes.count, before: nil)
    guard let last = found.last, found.count <= 3, isUnbroken(found),
      !found.contains(where: { $0.fraction != nil })
    else { return ([], start..<start) }
    return (found.map(\.digits), start..<last.range.upperBound)
  }

  /// Whether nothing but gaps stands between the digits, and no letter touches them: `1O` is no one.
  private func isUnbroken(_ runs: [Run]) -> Bool {
    guard let first = runs.first, let last = runs.last else { return true }
    let inner = text.bytes[first.range.lowerBound..<last.range.upperBound]
    let isPlain = inner.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ".") }
    let before = first.range.lowerBound > 0 ? text.bytes[first.range.lowerBound - 1] : 0
    let after = last.range.upperBound < text.bytes.count ? text.bytes[last.range.upperBound] : 0
    return isPlain && !Self.isLetter(before) && !Self.isLetter(after)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

  private struct Place {
    let label: Int
    let start: Int
    let end: Int
  }

  /// The labels, each behind the one before it in the form.
  private func places() -> [Place] {
    var places: [Place] = []
    var start = 0
    for (index, label) in labels.enumerated() {
      let rest = text.bytes[start...]
      let hits = label.any.compactMap { needle in rest.first(needle).map { ($0, $0 + needle.bytes.count) } }
      guard let (begin, end) = hits.min(by: { $0.0 < $1.0 }) else { continue }
      places.append(Place(label: index, start: begin, end: end))
      start = end
    }
    return places
  }

  /// A stretch of digits with no gap in it, and a decimal point with digits behind it at the most.
  private struct Run {
    var digits: [UInt8] = []
    var fraction: [UInt8]?
    var range: Range<Int>
  }

  private func runs(_ range: Range<Int>, before number: String?) -> [Run] {
    var runs: [Run] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard text.bytes[index].isASCIIDigit else {
        index += 1
        continue
      }
      let run = run(at: index, until: range.upperBound)
      index = run.range.upperBound
      runs.append(run)
    }
    return withoutNumbering(runs, number, end: range.upperBound)
  }

  private func run(at start: Int, until end: Int) -> Run {
    var run = Run(range: start..<start)
    var index = start
    while index < end, text.bytes[index].isASCIIDigit, index == start || isAdjacent(index - 1, index) {
      run.digits.append(text.bytes[index])
      index += 1
    }
    if index + 1 < end, text.bytes[index] == UInt8(ascii: "."), text.bytes[index + 1].isASCIIDigit {
      let fraction = text.bytes[(index + 1)..<end].prefix { $0.isASCIIDigit }
      run.fraction = Array(fraction)
      index += 1 + fraction.count
    }
    run.range = start..<index
    return run
  }

  private func isAdjacent(_ first: Int, _ second: Int) -> Bool {
    text.span(first..<(first + 1)).upper == text.span(second..<(second + 1)).lower
  }

  /// Takes the next label's number off the last run. A run that does not end in it, though a point
  /// follows, cannot be told from it: then nothing is left to read.
  private func withoutNumbering(_ runs: [Run], _ number: String?, end: Int) -> [Run] {
    guard var last = runs.last, last.fraction == nil, last.range.upperBound < end,
      text.bytes[last.range.upperBound] == UInt8(ascii: ".")
    else { return runs }
    guard let number, last.digits.suffix(number.utf8.count).elementsEqual(number.utf8) else { return [] }
    last.digits.removeLast(number.utf8.count)
    return last.digits.isEmpty ? Array(runs.dropLast()) : runs.dropLast() + [last]
  }

  private func found(_ row: Int, _ runs: [Run], width: Int, addsUp: Bool, label: Range<Int>) -> Found {
    let range = label.lowerBound..<(runs.last?.range.upperBound ?? label.upperBound)
    let span = text.span(range)
    let missing = { (cause: MissingCause) in
      Found(row: row, readings: Array(repeating: .missing(cause, span), count: width), isInferred: false)
    }
    if runs.isEmpty || hasSign(range) || !isUnbroken(runs) { return missing(.columnAmbiguous) }
    if isInYuan(after: range.upperBound) { return missing(.unitUnknown) }
    if runs.contains(where: { $0.fraction != nil }) {
      return decimals(row, runs, width: width) ?? missing(.columnAmbiguous)
    }
    guard let splits = DigitSplits(runs.map(\.digits), width: width), !splits.all.isEmpty else {
      var found = missing(.columnAmbiguous)
      found.isShort = runs.reduce(0) { $0 + $1.digits.count } < width
      return found
    }
    let agreed = splits.agreed
    if addsUp, agreed.contains(nil), let only = splits.onlyOne(where: DigitSplits.lastIsSum) {
      return Found(row: row, readings: only.map { reading($0, span, .inferred) }, isInferred: true)
    }
    let readings = agreed.map { $0.map { reading($0, span, .plain) } ?? .missing(.columnAmbiguous, span) }
    // A row that adds up in no way may have lost a cell: nothing is concluded from its digits.
    let isWhole = !addsUp || splits.all.contains(where: DigitSplits.lastIsSum)
    let joined = agreed.contains(nil) && isWhole ? runs.map(\.digits) : []
    return Found(row: row, readings: readings, isInferred: false, joined: joined)
  }

  /// 增 and 减 between run-together figures: which of them they belong to cannot be told.
  private func hasSign(_ range: Range<Int>) -> Bool {
    let part = text.bytes[range]
    return part.holds("增") || part.holds("减") || part.contains(UInt8(ascii: "-"))
  }

  private func isInYuan(after end: Int) -> Bool {
    let rest = text.bytes[end...]
    return rest.begins("元") || rest.begins("亿元")
  }

  private func reading(_ value: Int64, _ span: SourceSpan, _ manner: CellReading.Manner) -> CellReading {
    Figure(value).map { .value($0, span, manner) } ?? .missing(.unreadable, span)
  }

  /// Figures with decimals have kept their gaps or are unreadable.
  private func decimals(_ row: Int, _ runs: [Run], width: Int) -> Found? {
    guard runs.count == width else { return nil }
    let readings = runs.map { run -> CellReading in
      let span = text.span(run.range)
      let tail = text.bytes[run.range.lowerBound...].prefix(run.range.count)
      guard let numeral = Numeral(tail) else { return .missing(.unreadable, span) }
      return .value(numeral.figure, span, .plain)
    }
    return Found(row: row, readings: readings, isInferred: false)
  }
}
