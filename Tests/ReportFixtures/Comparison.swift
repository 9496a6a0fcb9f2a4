import Figures
public import Reports

/// How far what was read agrees with what was written.
public struct Comparison: Sendable {
  public private(set) var right = 0
  /// Cells with no value, by cause.
  public private(set) var missing: [MissingCause: Int] = [:]
  /// Cells read as another figure than the true one: there must never be one.
  public private(set) var wrong: [String] = []

  public var missingCount: Int { missing.values.reduce(0, +) }

  public init(_ report: Report, _ fixture: FixtureReport) {
    for table in report.tables {
      let form = table.form
      for row in form.rows.indices {
        for column in form.columns.indices {
          let key = "\(form.key).\(form.rows[row].key).\(form.columns[column].key)"
          compare(table[row, column], fixture.figures[key], key)
        }
      }
    }
  }

  private mutating func compare(_ reading: CellReading, _ truth: Figure?, _ key: String) {
    guard let truth else {
      if let figure = reading.figure { wrong.append("\(key) is not in the edition, read as \(figure)") }
      return
    }
    switch reading {
    case .value(let figure, _, _):
      if figure == truth { right += 1 } else { wrong.append("\(key) is \(truth), read as \(figure)") }
    case .missing(let cause, _): missing[cause, default: 0] += 1
    }
  }
}
