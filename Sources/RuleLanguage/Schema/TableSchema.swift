/// A statutory table over all editions of its form.
public struct TableSchema: Sendable {
  /// `t3`
  public var entry: Entry
  public var title: String
  public var rows: [AxisEntry]
  public var columns: [AxisEntry]
  /// Row by row, `rows.count * columns.count`; nil where no edition has such a cell.
  public var cells: [CellSchema?]
  public var rowGroups: [AxisGroup]
  public var columnGroups: [AxisGroup]

  public init(
    entry: Entry, title: String, rows: [AxisEntry], columns: [AxisEntry], cells: [CellSchema?],
    rowGroups: [AxisGroup] = [], columnGroups: [AxisGroup] = []
  ) {
    precondition(cells.count == rows.count * columns.count, "a table has one cell schema a cell")
    self.entry = entry
    self.title = title
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.rowGroups = rowGroups
    self.columnGroups = columnGroups
  }

  /// The editions that have a cell, or nil when none has.
  package func editions(row: Int, column: Int) -> Set<String>? {
    guard let cell = cells[row * columns.count + column] else { return nil }
    return cell.editions.intersection(rows[row].editions).intersection(columns[column].editions)
  }
}

/// A row or a column, and the editions that have it.
public struct AxisEntry: Sendable, Hashable {
  public var entry: Entry
  public var editions: Set<String>

  public init(_ entry: Entry, editions: Set<String>) {
    self.entry = entry
    self.editions = editions
  }
}

/// What a cell holds.
public struct CellSchema: Sendable, Hashable {
  public enum Unit: Sendable, Hashable { case count, amount }

  public var type: Unit
  /// Whether it may be below zero, as a change against last year may.
  public var isSigned: Bool
  public var editions: Set<String>

  public init(type: Unit, isSigned: Bool = false, editions: Set<String>) {
    self.type = type
    self.isSigned = isSigned
    self.editions = editions
  }
}

/// Rows or columns that are spoken of together: `t3.results`.
public struct AxisGroup: Sendable, Hashable {
  public var entry: Entry
  /// Indices into the table's rows or columns.
  public var members: [Int]

  public init(_ entry: Entry, members: [Int]) {
    self.entry = entry
    self.members = members
  }
}
