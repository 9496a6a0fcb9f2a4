/// The semantics table of `Rules/README.md`, written down a second time as plainly as can be: whole numbers,
/// ends of intervals that may be missing, nil for what is not known. It shares nothing with the interpreter.
struct ReferenceEvaluator {
  typealias Number = RandomProgram.Number
  typealias Condition = RandomProgram.Condition

  /// Where a number lies; a missing end is without bound.
  struct Interval: Equatable {
    var low: Int?
    var high: Int?

    static func exactly(_ value: Int) -> Interval { Interval(low: value, high: value) }

    var value: Int? { low != nil && low == high ? low : nil }
  }

  enum Outcome: Equatable { case pass, fail, notAssessable }

  /// A table as it was read.
  struct Sheet {
    /// Row by row; nil where the cell could not be read.
    var cells: [[Int?]]
    /// Rows of which none could be read, though it is known which figures they can be: by row, each way one
    /// figure a cell.
    var joined: [Int: [[Int]]] = [:]
  }

  let sheet: Sheet
  /// Of the report before; nil when there is none of that year.
  let earlier: Sheet?
  private var column = 0

  init(_ sheet: Sheet, earlier: Sheet?) {
    self.sheet = sheet
    self.earlier = earlier
  }

  /// What the program says, thing by thing.
  ///
  /// - Parameter year: nil when it is not known.
  static func outcomes(
    _ program: RandomProgram, _ sheet: Sheet, earlier: Sheet?, year: Int?
  ) -> [Outcome] {
    if program.isDated, let year, year < 2021 { return [] }
    if program.needsEarlier, earlier == nil { return [.notAssessable] }
    let outcomes = outcomes(program, ReferenceEvaluator(sheet, earlier: earlier))
    // Nobody knows whether it is meant: it can pass, and it cannot fail.
    guard program.isDated, year == nil else { return outcomes }
    return outcomes.map { $0 == .fail ? .notAssessable : $0 }
  }

  private static func outcomes(_ program: RandomProgram, _ whole: ReferenceEvaluator) -> [Outcome] {
    let columns = program.loops ? Array(whole.sheet.cells[0].indices) : [0]
    return columns.compactMap { column in
      let evaluator = whole.at(column)
      if let filter = program.filter {
        guard let holds = evaluator.truth(filter) else { return .notAssessable }
        if !holds { return nil }
      }
      return evaluator.truthInEveryWay(program.check).map { $0 ? .pass : .fail } ?? .notAssessable
    }
  }

  // MARK: Ways

  /// What holds whichever way the joined rows are read; with each way filled in, one after the other.
  private func truthInEveryWay(_ condition: Condition) -> Bool? {
    if let truth = truth(condition) { return truth }
    let truths = ways.map { $0.truth(condition) }
    return truths.allSatisfy { $0 == truths[0] } ? truths[0] : nil
  }

  private var ways: [ReferenceEvaluator] {
    Self.ways(sheet).flatMap { sheet -> [ReferenceEvaluator] in
      (earlier.map { Self.ways($0).map(Optional.some) } ?? [nil]).map { earlier in
        var way = ReferenceEvaluator(sheet, earlier: earlier)
        way.column = column
        way.asRead = (self.sheet, self.earlier)
        return way
      }
    }
  }

  private static func ways(_ sheet: Sheet) -> [Sheet] {
    guard let (row, ways) = sheet.joined.first else { return [sheet] }
    return ways.flatMap { figures in
      var filled = sheet
      filled.joined[row] = nil
      filled.cells[row] = figures
      return Self.ways(filled)
    }
  }

  /// The sheets before a way was filled in: `known` and `else` ask what was read, not what it may be.
  private var asRead: (Sheet, Sheet?)?

  private var reading: ReferenceEvaluator {
    guard let asRead else { return self }
    var reading = ReferenceEvaluator(asRead.0, earlier: asRead.1)
    reading.column = column
    return reading
  }

  private func at(_ column: Int) -> ReferenceEvaluator {
    var copy = self
    copy.column = column
    return copy
  }

  // MARK: Truths

  private func truth(_ condition: Condition) -> Bool? {
    switch condition {
    case .compare(let kind, let left, let right, let tolerance):
      return compare(kind, interval(left), interval(right), tolerance)
    case .and(let left, let right): return Self.both(truth(left), truth(right))
    case .or(let left, let right): return Self.either(truth(left), truth(right))
    case .not(let operand): return truth(operand).map { !$0 }
    case .known(let number): return reading.interval(number).value != nil
    case .all(let body, let loop):
      return elements(loop).reduce(true) { result, element in
        Self.both(result, Self.either(element.belongs.map { !$0 }, element.evaluator.truth(body)))
      }
    case .any(let body, let loop):
      return elements(loop).reduce(false) { result, element in
        Self.either(result, Self.both(element.belongs, element.evaluator.truth(body)))
      }
    }
  }

  private static func both(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == false || right == false { return false }
    return left == nil || right == nil ? nil : true
  }

  private static func either(_ left: Bool?, _ right: Bool?) -> Bool? {
    if left == true || right == true { return true }
    return left == nil || right == nil ? nil : false
  }

  /// True when every pair of values makes it so, false when none does.
  private func compare(_ kind: String, _ left: Interval, _ right: Interval, _ tolerance: Int?) -> Bool? {
    let difference = Self.difference(left, right)
    let reach = tolerance ?? 0
    switch kind {
    case "==", "!=":
      let isNear = Self.lies(difference, from: -reach, to: reach)
      return kind == "==" ? isNear : isNear.map { !$0 }
    case "<": return Self.lies(difference, from: nil, to: -1)
    case "<=": return Self.lies(difference, from: nil, to: 0)
    case ">": return Self.lies(difference, from: 1, to: nil)
    default: return Self.lies(difference, from: 0, to: nil)
    }
  }

  private static func lies(_ interval: Interval, from low: Int?, to high: Int?) -> Bool? {
    let isAbove = low.map { low in interval.low.map { $0 >= low } ?? false } ?? true
    let isBelow = high.map { high in interval.high.map { $0 <= high } ?? false } ?? true
    if isAbove && isBelow { return true }
    if let low, let top = interval.high, top < low { return false }
    if let high, let bottom = interval.low, bottom > high { return false }
    return nil
  }

  // MARK: Numbers

  private func interval(_ number: Number) -> Interval {
    switch number {
    case .literal(let value): return .exactly(value)
    case .cell(let row, let fixed): return Self.cell(sheet, row, fixed ?? column)
    case .earlier(let row, let fixed):
      return earlier.map { Self.cell($0, row, fixed ?? column) } ?? Interval(low: 0, high: nil)
    case .negative(let operand): return Self.negated(interval(operand))
    case .add(let left, let right): return Self.sum(interval(left), interval(right))
    case .subtract(let left, let right): return Self.difference(interval(left), interval(right))
    case .times(let operand, let factor):
      if factor == 0 { return .exactly(0) }
      let operand = factor < 0 ? Self.negated(interval(operand)) : interval(operand)
      let size = abs(factor)
      return Interval(low: operand.low.map { $0 * size }, high: operand.high.map { $0 * size })
    case .otherwise(let first, let second):
      let first = reading.interval(first)
      return first.value == nil ? .exactly(second) : first
    case .sum(let body, let loop):
      return elements(loop).reduce(.exactly(0)) { total, element in
        let part = element.evaluator.interval(body)
        return Self.sum(total, element.belongs == nil ? Self.withZero(part) : part)
      }
    case .count(let body, let loop):
      return elements(loop).reduce(.exactly(0)) { total, element in
        switch Self.both(element.belongs, element.evaluator.truth(body)) {
        case true: Self.sum(total, .exactly(1))
        case false: total
        case nil: Self.sum(total, Interval(low: 0, high: 1))
        }
      }
    case .least(let body, let loop):
      return least(elements(loop).map { ($0.belongs, $0.evaluator.interval(body)) })
    case .greatest(let body, let loop):
      return Self.negated(
        least(elements(loop).map { ($0.belongs, Self.negated($0.evaluator.interval(body))) }))
    }
  }

  private static func cell(_ sheet: Sheet, _ row: Int, _ column: Int) -> Interval {
    if let value = sheet.cells[row][column] { return .exactly(value) }
    let figures = (sheet.joined[row] ?? []).map { $0[column] }
    return Interval(low: figures.min() ?? 0, high: figures.max())
  }

  /// The columns of a loop that belong to it or may.
  private func elements(_ loop: RandomProgram.Loop) -> [(belongs: Bool?, evaluator: ReferenceEvaluator)] {
    sheet.cells[0].indices.compactMap { column in
      let inner = at(column)
      guard let filter = loop.filter else { return (true, inner) }
      let belongs = inner.truth(filter)
      return belongs == false ? nil : (belongs, inner)
    }
  }

  /// Bounded below by all that may belong, above by those that surely do; without one that surely does there
  /// may be none.
  private func least(_ parts: [(belongs: Bool?, interval: Interval)]) -> Interval {
    if !parts.contains(where: { $0.belongs == true }) { return Interval(low: nil, high: nil) }
    let lows = parts.map(\.interval.low)
    let highs = parts.filter { $0.belongs == true }.compactMap(\.interval.high)
    return Interval(low: lows.contains(nil) ? nil : lows.compactMap { $0 }.min(), high: highs.min())
  }

  private static func sum(_ left: Interval, _ right: Interval) -> Interval {
    Interval(low: added(left.low, right.low), high: added(left.high, right.high))
  }

  private static func difference(_ left: Interval, _ right: Interval) -> Interval {
    sum(left, negated(right))
  }

  private static func negated(_ interval: Interval) -> Interval {
    Interval(low: interval.high.map { -$0 }, high: interval.low.map { -$0 })
  }

  private static func withZero(_ interval: Interval) -> Interval {
    Interval(low: interval.low.map { min($0, 0) }, high: interval.high.map { max($0, 0) })
  }

  private static func added(_ left: Int?, _ right: Int?) -> Int? {
    if let left, let right { return left + right }
    return nil
  }
}
