package import Diagnostics
package import Figures

/// An expression with every name resolved to an index and every type right.
package indirect enum CheckedExpression: Sendable {
  case number(Figure)
  case text(FoldedText)
  case truth(Bool)
  /// A fixed row, column or name, by its index.
  case index(Kind, Int)
  case variable(Int)
  case global(Int)
  case cell(table: Int, row: CheckedExpression, column: CheckedExpression)
  /// A report out of the archive, by the rule's need.
  case earlier(Int)
  case earlierCell(need: Int, table: Int, row: CheckedExpression, column: CheckedExpression)
  /// Rows or columns of a table, as far as the report's edition has them.
  case axis(table: Int, isRow: Bool, members: [Int])
  case field(CheckedExpression, Int)
  case negative(CheckedExpression)
  case arithmetic(ArithmeticOperator, CheckedExpression, CheckedExpression)
  /// Numbers, years and dates.
  case compare(ComparisonOperator, CheckedExpression, CheckedExpression, within: CheckedExpression?)
  /// Texts, names, rows, columns and truths: the same or not.
  case same(CheckedExpression, CheckedExpression, isNegated: Bool)
  case and(CheckedExpression, CheckedExpression)
  case or(CheckedExpression, CheckedExpression)
  case not(CheckedExpression)
  case aggregate(Aggregate, CheckedExpression, Binding, filter: CheckedExpression?)
  case known(CheckedExpression)
  case otherwise(CheckedExpression, CheckedExpression)
  case call(function: Int, [CheckedExpression])
  case date(CheckedExpression, CheckedExpression, CheckedExpression)
  case matches(CheckedExpression, pattern: Int)
  case contains(CheckedExpression, CheckedExpression)
  /// Matches of patterns. `groups[p][f]` is the group of pattern p that fills the record's field 2 + f.
  case find(CheckedExpression, patterns: [Int], groups: [[Int?]])
  case words(CheckedExpression, list: Int)
  case claims([Int])

  package enum Kind: Sendable { case row, column, name }
  package enum Aggregate: String, Sendable { case sum, count, all, any, min, max }
}
