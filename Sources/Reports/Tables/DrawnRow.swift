import Diagnostics
import Figures

/// A row of text with as many cells as the form, of which the first, the last or both are blank.
///
/// The blank may be the report's. It may also fill the row up, where a cell was lost or all were moved by
/// one. Each of these ways is followed up: one that the row's own sums rule out is not it, and a figure is
/// read where all ways that are left agree on it.
struct DrawnRow {
  let readings: [CellReading]

  /// The columns of which the last is the sum of the others.
  static let table3 = [0..<7]
  static let table4 = [0..<5, 5..<10, 10..<15]

  /// Nil when the row does not add up as it is drawn.
  init?(_ slots: some Collection<Atom>, sums: [Range<Int>]) {
    let slots = Array(slots)
    let drawn = slots.map(Self.value)
    let isLeading = slots[0].isBlank
    let isTrailing = slots[slots.count - 1].isBlank
    guard isLeading || isTrailing, slots.dropFirst().dropLast().allSatisfy(\.isSlot),
      !drawn.contains(where: { $0.map { $0 < .zero } ?? false }), Self.holds(drawn, sums)
    else { return nil }
    // Figures that were all moved by one would fill the last cell.
    let moved = isTrailing ? Self.padded(drawn) + Self.joined(drawn) : [Array(drawn.dropFirst()) + [nil]]
    let others = moved.filter { Self.holds($0, sums) }.map { Self.completed($0, sums) }
    readings = slots.indices.map { column in
      if slots[column].isBlank { return .missing(.blank, slots[column].span) }
      let isAgreed = others.allSatisfy { $0[column] == drawn[column] }
      return isAgreed ? RowAssignment.reading(slots[column]) : .missing(.columnAmbiguous, slots[column].span)
    }
    // Where a lost cell explains the sum as well, nobody can tell that this one was left blank.
    if isTrailing, !sums.isEmpty, readings.contains(where: { $0.cause == .columnAmbiguous }) { return nil }
  }

  /// Each way in which one of the cells before the blank was lost.
  private static func padded(_ drawn: [Figure?]) -> [[Figure?]] {
    drawn.indices.dropLast().map { lost in Array(drawn[..<lost]) + [nil] + Array(drawn[lost...].dropLast()) }
  }

  /// A figure has no more whole digits, and its divisors stay within 64 bits.
  private static let mostDigits = 11

  /// Each way in which two cells before the blank ran together.
  private static func joined(_ drawn: [Figure?]) -> [[Figure?]] {
    drawn.indices.dropLast().flatMap { index -> [[Figure?]] in
      guard let figure = drawn[index], figure.isWhole else { return [] }
      var divisor = 10 * Figure.scale
      var ways: [[Figure?]] = []
      while figure.millionths >= divisor, ways.count < mostDigits {
        let (first, second) = figure.millionths.quotientAndRemainder(dividingBy: divisor)
        let parts = [Figure(millionths: first * Figure.scale), Figure(millionths: second)]
        ways.append(Array(drawn[..<index]) + parts + Array(drawn[(index + 1)...].dropLast()))
        divisor *= 10
      }
      return ways
    }
  }

  /// Whether every sum can be right; what is not known is zero or more.
  private static func holds(_ figures: [Figure?], _ sums: [Range<Int>]) -> Bool {
    sums.allSatisfy { range in
      guard let total = figures[range.upperBound - 1] else { return true }
      let parts = figures[range.dropLast()]
      guard let sum = sum(parts) else { return false }
      return parts.contains(nil) ? sum <= total : sum == total
    }
  }

  /// What is not known follows from its sum.
  private static func completed(_ figures: [Figure?], _ sums: [Range<Int>]) -> [Figure?] {
    var figures = figures
    for range in sums {
      guard let unknown = range.first(where: { figures[$0] == nil }) else { continue }
      let total = range.upperBound - 1
      let sum = sum(figures[range.dropLast()])
      figures[unknown] = unknown == total ? sum : sum.flatMap { figures[total]?.subtracting($0) }
    }
    return figures
  }

  private static func sum(_ figures: ArraySlice<Figure?>) -> Figure? {
    var sum = Figure.zero
    for case let figure? in figures {
      guard let next = sum.adding(figure) else { return nil }
      sum = next
    }
    return sum
  }

  private static func value(_ slot: Atom) -> Figure? {
    if case .figure(let figure, _, _) = slot.content { return figure }
    return nil
  }
}
