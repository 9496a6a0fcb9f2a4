import Figures
import RuleInterpreter

extension BreakdownFinder {
  /// `45+38+27=110条`: a sum that is written out.
  func equations() -> [Breakdown] {
    range.filter { bytes[$0] == UInt8(ascii: "=") }.compactMap(equation)
  }

  private func equation(_ mark: Int) -> Breakdown? {
    var summands: [Figure] = []
    var start = mark
    while let (figure, lower) = summand(before: start) {
      summands.append(figure)
      start = lower
      guard start > range.lowerBound, bytes[start - 1] == UInt8(ascii: "+") else { break }
      start -= 1
    }
    let digits = bytes[(mark + 1)..<range.upperBound].prefix { $0.isDigit }
    let isWhole = start == range.lowerBound || !"+-×*/.=%".utf8.contains(bytes[start - 1])
    let isEnd = digits.endIndex == range.upperBound || !"+-*/.=%".utf8.contains(bytes[digits.endIndex])
    guard summands.count > 1, isWhole, isEnd, let total = Numeral.figure(digits),
      let sum = Figure.sum(summands)
    else { return nil }
    return Breakdown(sum: sum, wholes: [total], isExhaustive: true, range: start..<digits.endIndex)
  }

  /// The whole number, with its measure or without, that ends at an offset; and where it begins.
  private func summand(before end: Int) -> (Figure, Int)? {
    let measure = MeasuredFigure.measure(endingAt: end, in: bytes)?.bytes.count ?? 0
    let text = bytes[range.lowerBound..<(end - measure)]
    let digits = text.suffix(text.reversed().prefix { $0.isDigit }.count)
    guard let figure = Numeral.figure(digits) else { return nil }
    return (figure, digits.startIndex)
  }
}
