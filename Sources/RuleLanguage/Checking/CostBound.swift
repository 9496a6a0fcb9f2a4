/// How many steps a clause can take on a long but honest report. The interpreter's meter counts the same
/// steps as it runs, and stops where a dishonest report makes more of them.
package struct CostBound {
  /// Steps that one clause may take, at load and at run time.
  package static let most = 1_000_000
  /// Bytes of text that one step searches.
  package static let bytesPerStep = 32
  /// What making a record of a match costs.
  package static let matchWork = 8

  /// What a long report has: 64 KiB of text, and so many things in it.
  private static let longText = 1 + 65_536 / bytesPerStep
  private static let manyMatches = 200
  private static let manyClaims = 50
  private static let manyRecords = 30
  /// A name, or the field of a match.
  private static let fewWords = 8

  private let schema: Schema

  init(_ schema: Schema) { self.schema = schema }

  /// The steps to have a value once.
  func cost(_ expression: CheckedExpression) -> Int {
    switch expression {
    case .number, .text, .truth, .index, .variable, .global, .earlier, .axis, .claims: 0
    case .cell(_, let row, let column), .earlierCell(_, _, let row, let column): sum(cost(row), cost(column))
    case .field(let operand, _), .negative(let operand), .not(let operand), .known(let operand): cost(operand)
    case .arithmetic(_, let left, let right), .same(let left, let right, _), .and(let left, let right),
      .or(let left, let right), .otherwise(let left, let right):
      sum(cost(left), cost(right))
    case .compare(_, let left, let right, let tolerance):
      sum(cost(left), cost(right), tolerance.map(cost) ?? 0)
    case .aggregate(_, let body, let binding, let filter):
      sum(cost(binding.list), times(size(binding.list), sum(1, cost(body), filter.map(cost) ?? 0)))
    case .call(_, let arguments): arguments.reduce(1) { sum($0, cost($1), search($1)) }
    case .date(let year, let month, let day): sum(cost(year), cost(month), cost(day))
    case .matches(let text, _): sum(cost(text), search(text))
    case .contains(let text, let part): sum(cost(text), cost(part), search(text))
    case .find(let text, let patterns, _):
      sum(cost(text), times(patterns.count, search(text)), Self.manyMatches * Self.matchWork)
    case .words(let text, _): sum(cost(text), search(text), Self.manyMatches * Self.matchWork)
    }
  }

  /// The most elements that a list has.
  func size(_ list: CheckedExpression) -> Int {
    switch list {
    case .axis(_, _, let members): members.count
    case .claims(let indices): indices.count * Self.manyClaims
    case .find, .words: Self.manyMatches
    case .otherwise(let first, let second): max(size(first), size(second))
    default: Self.manyRecords
    }
  }

  /// The field of a match is a few words, and so are names; every other text may be the whole report.
  private func search(_ text: CheckedExpression) -> Int {
    switch text {
    case .field(.variable, _), .text: Self.fewWords
    case .field(.global(let global), let field): isShort(global, field) ? Self.fewWords : Self.longText
    case .number, .truth, .index, .cell, .earlierCell, .arithmetic, .negative, .date: 0
    default: Self.longText
    }
  }

  private func isShort(_ global: Int, _ field: Int) -> Bool {
    guard case .record(let name) = schema.globals[global].type else { return false }
    return schema.records.first { $0.name == name }?.fields[field].isShort ?? false
  }

  /// Sums and products that end at the largest number instead of past it.
  func sum(_ parts: Int...) -> Int {
    parts.reduce(0) { total, part in
      let (sum, overflow) = total.addingReportingOverflow(part)
      return overflow ? .max : sum
    }
  }

  func times(_ left: Int, _ right: Int) -> Int {
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? .max : product
  }
}
