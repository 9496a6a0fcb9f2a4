import RuleLanguage

/// A rule as a value: drawn at random, written out for the checker, and understood by `ReferenceEvaluator`
/// without it.
struct RandomProgram {
  indirect enum Number {
    case literal(Int)
    /// The column is nil where the loop's stands.
    case cell(row: Int, column: Int?)
    /// Of the year before.
    case earlier(row: Int, column: Int?)
    case negative(Number)
    case add(Number, Number)
    case subtract(Number, Number)
    case times(Number, Int)
    case otherwise(Number, Int)
    case sum(Number, Loop)
    case least(Number, Loop)
    case greatest(Number, Loop)
    case count(Condition, Loop)
  }

  indirect enum Condition {
    case compare(String, Number, Number, within: Int?)
    case and(Condition, Condition)
    case or(Condition, Condition)
    case not(Condition)
    case known(Number)
    case all(Condition, Loop)
    case any(Condition, Loop)
  }

  /// A loop over all columns, and a condition on them; its body speaks of the column that it stands at.
  struct Loop {
    var filter: Condition?
  }

  /// Whether the clause itself loops over columns.
  var loops: Bool
  /// Whether it speaks only of reports of 2021 on.
  var isDated: Bool
  var filter: Condition?
  var check: Condition
}

/// A small generator with a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}

// MARK: Drawing

extension RandomProgram {
  static func draw(_ generator: inout SeededGenerator) -> RandomProgram {
    let loops = generator.below(2) == 0
    let filter = generator.below(3) == 0 ? condition(&generator, depth: 1, inLoop: loops) : nil
    return RandomProgram(
      loops: loops, isDated: generator.below(4) == 0, filter: filter,
      check: condition(&generator, depth: 3, inLoop: loops))
  }

  private static func condition(_ generator: inout SeededGenerator, depth: Int, inLoop: Bool) -> Condition {
    switch depth == 0 ? 0 : generator.below(9) {
    case 3:
      return .and(
        condition(&generator, depth: depth - 1, inLoop: inLoop),
        condition(&generator, depth: depth - 1, inLoop: inLoop))
    case 4:
      return .or(
        condition(&generator, depth: depth - 1, inLoop: inLoop),
        condition(&generator, depth: depth - 1, inLoop: inLoop))
    case 5: return .not(condition(&generator, depth: depth - 1, inLoop: inLoop))
    case 6: return .known(number(&generator, depth: depth - 1, inLoop: inLoop))
    // A loop inside a loop would hide its column.
    case 7 where !inLoop: return .all(condition(&generator, depth: depth - 1, inLoop: true), loop(&generator))
    case 8 where !inLoop: return .any(condition(&generator, depth: depth - 1, inLoop: true), loop(&generator))
    default:
      let kind = ["==", "!=", "<", "<=", ">", ">="][generator.below(6)]
      let tolerance = kind.hasSuffix("=") && !"<>".contains(kind.prefix(1)) && generator.below(4) == 0
      let left = number(&generator, depth: depth, inLoop: inLoop)
      let right =
        generator.below(3) == 0
        ? Number.literal(generator.below(12)) : number(&generator, depth: depth, inLoop: inLoop)
      return .compare(kind, left, right, within: tolerance ? generator.below(3) : nil)
    }
  }

  /// Always holds a cell somewhere, so that it counts things.
  private static func number(_ generator: inout SeededGenerator, depth: Int, inLoop: Bool) -> Number {
    let row = generator.below(SmallSubject.rows.count)
    let column = inLoop && generator.below(3) > 0 ? nil : generator.below(SmallSubject.columns.count)
    let isEarlier = generator.below(4) == 0
    let simple = isEarlier ? Number.earlier(row: row, column: column) : .cell(row: row, column: column)
    switch depth <= 0 ? 0 : generator.below(11) {
    case 1: return .negative(number(&generator, depth: depth - 1, inLoop: inLoop))
    case 2, 3:
      return .add(
        number(&generator, depth: depth - 1, inLoop: inLoop),
        number(&generator, depth: depth - 1, inLoop: inLoop))
    case 4:
      return .subtract(
        number(&generator, depth: depth - 1, inLoop: inLoop),
        number(&generator, depth: depth - 1, inLoop: inLoop))
    case 5: return .times(number(&generator, depth: depth - 1, inLoop: inLoop), generator.below(7) - 3)
    case 6: return .otherwise(simple, generator.below(5))
    case 7 where !inLoop: return .sum(number(&generator, depth: depth - 1, inLoop: true), loop(&generator))
    case 8 where !inLoop: return .least(number(&generator, depth: depth - 1, inLoop: true), loop(&generator))
    case 9 where !inLoop:
      return .greatest(number(&generator, depth: depth - 1, inLoop: true), loop(&generator))
    case 10 where !inLoop:
      return .count(condition(&generator, depth: depth - 1, inLoop: true), loop(&generator))
    default: return simple
    }
  }

  private static func loop(_ generator: inout SeededGenerator) -> Loop {
    Loop(filter: generator.below(2) == 0 ? condition(&generator, depth: 0, inLoop: true) : nil)
  }
}

// MARK: Writing

extension RandomProgram {
  /// Whether it compares with the report of the year before.
  var needsEarlier: Bool {
    ([check] + (filter.map { [$0] } ?? [])).contains { Self.text($0).contains("prev.") }
  }

  /// As a rule author would write it, with more parentheses.
  func text(id: String) -> String {
    var lines = ["rule \(id) error \"核对\" {", "basis \"依据\"", "applies edition 2021"]
    if isDated { lines.append("applies year >= 2021") }
    if needsEarlier {
      lines.append("needs prev = archive(\"某县\", report.year - 1)")
    }
    if loops { lines.append("for 列 in t3.columns") }
    if let filter { lines.append("where \(Self.text(filter))") }
    lines += ["check \(Self.text(check))", "message \"不符\"", "}"]
    return lines.joined(separator: "\n")
  }

  private static func text(_ number: Number) -> String {
    switch number {
    case .literal(let value): "\(value)"
    case .cell(let row, let column): cell("t3", row, column)
    case .earlier(let row, let column): cell("prev.t3", row, column)
    case .negative(let operand): "(-\(text(operand)))"
    case .add(let left, let right): "(\(text(left)) + \(text(right)))"
    case .subtract(let left, let right): "(\(text(left)) - \(text(right)))"
    case .times(let left, let factor): "(\(text(left)) * (\(factor)))"
    case .otherwise(let first, let second): "(\(text(first)) else \(second))"
    case .sum(let body, let loop): "sum(\(text(body)) \(text(loop)))"
    case .least(let body, let loop): "min(\(text(body)) \(text(loop)))"
    case .greatest(let body, let loop): "max(\(text(body)) \(text(loop)))"
    case .count(let body, let loop): "count(\(text(body)) \(text(loop)))"
    }
  }

  private static func cell(_ table: String, _ row: Int, _ column: Int?) -> String {
    let column = column.map { SmallSubject.columns[$0].entry.names[0] } ?? "列"
    return "\(table)[\(SmallSubject.rows[row].entry.names[0]), \(column)]"
  }

  private static func text(_ condition: Condition) -> String {
    switch condition {
    case .compare(let kind, let left, let right, let tolerance):
      "(\(text(left)) \(kind) \(text(right))\(tolerance.map { " within \($0)" } ?? ""))"
    case .and(let left, let right): "(\(text(left)) and \(text(right)))"
    case .or(let left, let right): "(\(text(left)) or \(text(right)))"
    case .not(let operand): "(not \(text(operand)))"
    case .known(let number): "known(\(text(number)))"
    case .all(let body, let loop): "all(\(text(body)) \(text(loop)))"
    case .any(let body, let loop): "any(\(text(body)) \(text(loop)))"
    }
  }

  private static func text(_ loop: Loop) -> String {
    "for 列 in t3.columns" + (loop.filter.map { " where \(text($0))" } ?? "")
  }
}
