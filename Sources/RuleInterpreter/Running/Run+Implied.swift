import Figures
import RuleLanguage

/// What the one missing cell of an identity would have to be. It is told, and never taken as read: a reader
/// that repairs figures hides the very faults that it is asked for.
extension Run {
  /// The value that makes an equation of sums hold, when it lacks one cell alone.
  func impliedValue(_ condition: CheckedExpression) -> Figure? {
    guard case .compare(.equal, let left, let right, nil) = condition else { return nil }
    guard var sum = linear(left), let other = linear(right) else { return nil }
    guard sum.add(other, times: -1), let (cell, factor) = sum.onlyMissing else { return nil }
    let value = factor == 1 ? Figure.zero.subtracting(sum.constant) : sum.constant
    guard let value, value >= .zero || cell.isSigned else { return nil }
    return value
  }

  /// The expression as a sum of cells; nil when it is anything else, or when a part of it is unknown for
  /// another reason than a missing cell.
  private func linear(_ expression: CheckedExpression) -> LinearSum? {
    switch expression {
    case .cell(let table, let row, let column): return cell(expression, table, row, column)
    case .negative(let operand): return combined(nil, operand, times: -1)
    case .arithmetic(.add, let left, let right): return combined(left, right, times: 1)
    case .arithmetic(.subtract, let left, let right): return combined(left, right, times: -1)
    case .aggregate(.sum, let body, let binding, let filter): return linearSum(body, binding, filter)
    default: return quantity(expression).figure.map { LinearSum(constant: $0) }
    }
  }

  private func combined(
    _ left: CheckedExpression?, _ right: CheckedExpression, times factor: Int
  ) -> LinearSum? {
    var sum = LinearSum()
    if let left {
      guard let left = linear(left) else { return nil }
      sum = left
    }
    guard let right = linear(right), sum.add(right, times: factor) else { return nil }
    return sum
  }

  private func linearSum(
    _ body: CheckedExpression, _ binding: Binding, _ filter: CheckedExpression?
  ) -> LinearSum? {
    var sum: LinearSum? = LinearSum()
    let trouble = each(binding, filter) { whether in
      guard whether == .yes, var total = sum, let part = linear(body), total.add(part, times: 1) else {
        sum = nil
        return
      }
      sum = total
    }
    return trouble == nil ? sum : nil
  }

  private func cell(
    _ expression: CheckedExpression, _ table: Int, _ row: CheckedExpression, _ column: CheckedExpression
  ) -> LinearSum? {
    if let figure = quantity(expression).figure { return LinearSum(constant: figure) }
    guard case .index(let row) = value(row), case .index(let column) = value(column) else { return nil }
    let offset = row * layout.tables[table].columns + column
    guard case .present(let isSigned) = layout.tables[table].cells[offset] else { return nil }
    return LinearSum(missing: [LinearSum.Cell(table: table, offset: offset, isSigned: isSigned): 1])
  }
}

/// A constant and so many times each of some cells that are missing.
private struct LinearSum {
  struct Cell: Hashable {
    let table: Int
    let offset: Int
    let isSigned: Bool
  }

  private(set) var constant = Figure.zero
  private(set) var missing: [Cell: Int] = [:]

  init(constant: Figure = .zero) { self.constant = constant }

  init(missing: [Cell: Int]) { self.missing = missing }

  /// False on overflow.
  mutating func add(_ other: LinearSum, times factor: Int) -> Bool {
    let sum = factor == 1 ? constant.adding(other.constant) : constant.subtracting(other.constant)
    guard let sum else { return false }
    constant = sum
    for (cell, count) in other.missing { missing[cell, default: 0] += factor * count }
    return true
  }

  /// The one cell that is missing, when it stands once on one side.
  var onlyMissing: (Cell, Int)? {
    let left = missing.filter { $0.value != 0 }
    guard left.count == 1, let (cell, factor) = left.first, abs(factor) == 1 else { return nil }
    return (cell, factor)
  }
}
