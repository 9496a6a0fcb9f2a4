public import Reports

/// What is held against a report's tables that is not true of what was written.
public enum Accusations {
  /// Cells that are called blank and are not there or filled, and rows that are called missing and have their label.
  public static func `false`(_ report: Report, _ tables: [FormTable]) -> [String] {
    let rows = tables.flatMap(\.rows)
    let blanks = Set(rows.flatMap(\.cells).filter(\.text.isEmpty).compactMap(\.key))
    let labelled = Set(rows.filter(\.isLabelled).flatMap { $0.cells.compactMap(\.key) }.map(rowKey))
    let blank = report.oddCells.filter { $0.fault == .blank }.map { cell in
      "\(cell.table.key).\(cell.row.key).\(cell.column.key)"
    }
    let missing = report.statutoryRows.filter { !$0.isPresent }.map { "\($0.table.key).\($0.row.key)" }
    return blank.filter { !blanks.contains($0) }.map { "\($0) is blank" }
      + missing.filter(labelled.contains).map { "\($0) is missing" }
  }

  private static func rowKey(_ cell: String) -> String {
    String(cell[..<(cell.lastIndex(of: ".") ?? cell.endIndex)])
  }
}

extension FormTable.Row {
  fileprivate var isLabelled: Bool { label.map { !cells[$0].text.isEmpty } ?? true }
}
