import Diagnostics
import Figures
import RuleLanguage

extension Run {
  /// What is known of a number.
  func quantity(_ expression: CheckedExpression) -> Quantity {
    switch expression {
    case .number(let figure): return Quantity(figure)
    case .cell(let table, let row, let column):
      return cell(facts.tables, layout, table, value(row), value(column), of: nil, noting: trace)
    case .earlierCell(let need, let table, let row, let column):
      return earlierCell(need, table, value(row), value(column))
    case .negative(let operand): return quantity(operand).negated
    case .arithmetic(let kind, let left, let right): return arithmetic(kind, quantity(left), quantity(right))
    case .aggregate(let kind, let body, let binding, let filter): return fold(kind, body, binding, filter)
    case .otherwise(let first, let second):
      let quantity = asRead { self.quantity(first) }
      return quantity.isExact ? quantity : self.quantity(second)
    case .date(let year, let month, let day): return date(quantity(year), quantity(month), quantity(day))
    default: return Self.quantity(value(expression))
    }
  }

  private static func quantity(_ value: Value) -> Quantity {
    switch value {
    case .number(let figure, _): Quantity(figure)
    case .absent(let missing): .missing(missing.causes)
    default: .missing(.mismatch)
    }
  }

  private func arithmetic(_ kind: ArithmeticOperator, _ left: Quantity, _ right: Quantity) -> Quantity {
    switch kind {
    case .add: left.adding(right)
    case .subtract: left.subtracting(right)
    case .multiply: left.multiplied(by: right)
    case .divide: left.divided(by: right)
    }
  }

  func cell(
    _ tables: [[CellFact]], _ layout: Layout, _ table: Int, _ row: Value, _ column: Value,
    of report: Int?, noting trace: Trace?
  ) -> Quantity {
    guard case .index(let row) = row, case .index(let column) = column else { return .missing(.mismatch) }
    let offset = row * layout.tables[table].columns + column
    let cells = layout.tables[table].cells
    guard cells.indices.contains(offset), case .present(let isSigned) = cells[offset] else {
      return .missing(.notInEdition)
    }
    guard table < tables.count, offset < tables[table].count else { return .missing(.mismatch) }
    switch tables[table][offset] {
    case .value(let figure, let span):
      trace?.note(span)
      return Quantity(figure)
    case .missing(let cause, let span):
      trace?.noteMissing(span)
      let place = OpenCells.Place(table: table, offset: offset)
      return openCell(OpenCell(report: report, place: place), cause)
        ?? .missing(Causes(cause), isSigned: isSigned)
    }
  }

  private func date(_ year: Quantity, _ month: Quantity, _ day: Quantity) -> Quantity {
    guard let year = year.figure?.whole, let month = month.figure?.whole, let day = day.figure?.whole else {
      return .missing(year.causes.union(month.causes).union(day.causes))
    }
    let number = CalendarDay.number(year: Int(year), month: Int(month), day: Int(day))
    return number.flatMap { Figure($0) }.map { Quantity($0) } ?? .missing(.outOfRange)
  }
}
