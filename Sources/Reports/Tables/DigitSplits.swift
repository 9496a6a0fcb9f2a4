/// The ways in which digits that lost the gaps between them can be figures of a row.
///
/// No figure is written with a leading zero, and gaps that are left must be kept.
struct DigitSplits {
  /// Each one figure a column.
  let all: [[Int64]]

  /// A row of a real report has no more digits; with more, every reading would be one of too many.
  private static let mostDigits = 26
  private static let mostSplits = 20_000
  /// Sums of figures of this length stay far within 64 bits.
  private static let mostDigitsOfFigure = 12

  /// - Parameters:
  ///   - runs: digits between gaps.
  ///   - width: how many figures they are.
  /// Nil when there are too many ways to go through.
  init?(_ runs: [[UInt8]], width: Int) {
    guard runs.count <= width, runs.reduce(0, { $0 + $1.count }) <= Self.mostDigits else { return nil }
    var search = Search(runs: runs, width: width)
    guard search.run(mostSplits: Self.mostSplits) else { return nil }
    self.all = search.found
  }

  /// For each column, the figure that every way agrees on.
  var agreed: [Int64?] {
    guard let first = all.first else { return [] }
    return first.indices.map { column in
      all.allSatisfy { $0[column] == first[column] } ? first[column] : nil
    }
  }

  /// The one way that meets a demand; nil when none does or several do.
  func onlyOne(where demand: ([Int64]) -> Bool) -> [Int64]? {
    let fitting = all.filter(demand)
    return fitting.count == 1 ? fitting[0] : nil
  }

  static func lastIsSum(_ figures: [Int64]) -> Bool { figures.dropLast().reduce(0, +) == figures.last }

  private struct Search {
    let runs: [[UInt8]]
    let width: Int
    var found: [[Int64]] = []
    var figures: [Int64] = []
    var isAborted = false

    init(runs: [[UInt8]], width: Int) {
      self.runs = runs
      self.width = width
    }

    mutating func run(mostSplits: Int) -> Bool {
      extend(run: 0, offset: 0, limit: mostSplits)
      return !isAborted
    }

    private mutating func extend(run: Int, offset: Int, limit: Int) {
      if isAborted { return }
      if run == runs.count {
        if figures.count == width { found.append(figures) }
        isAborted = found.count > limit
        return
      }
      let digits = runs[run]
      if offset == digits.count { return extend(run: run + 1, offset: 0, limit: limit) }
      // Every digit left can be one figure at most, every run needs one at least.
      let left = digits.count - offset + runs[(run + 1)...].reduce(0) { $0 + $1.count }
      guard figures.count < width, figures.count + left >= width else { return }
      var value: Int64 = 0
      for end in offset..<min(digits.count, offset + DigitSplits.mostDigitsOfFigure) {
        value = value * 10 + Int64(digits[end] - UInt8(ascii: "0"))
        figures.append(value)
        extend(run: run, offset: end + 1, limit: limit)
        figures.removeLast()
        if digits[offset] == UInt8(ascii: "0") { return }
      }
    }
  }
}
