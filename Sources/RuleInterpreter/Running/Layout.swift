import RuleLanguage

/// Which rows, columns and cells a report's edition has; worked out once for each edition.
struct Layout: Sendable {
  struct Table: Sendable {
    let columns: Int
    let hasRow: [Bool]
    let hasColumn: [Bool]
    /// Row by row.
    let cells: [Cell]
  }

  enum Cell: Sendable {
    case absent
    case present(isSigned: Bool)
  }

  let tables: [Table]

  /// - Parameter edition: nil when it is not known; only what all editions have is then there.
  init(_ schema: Schema, edition: String?) {
    let wanted = edition.map { [$0] } ?? schema.editions
    tables = schema.tables.map { Self.table($0, wanted) }
  }

  private static func table(_ schema: TableSchema, _ editions: [String]) -> Table {
    let cells = schema.cells.indices.map { offset -> Cell in
      let (row, column) = offset.quotientAndRemainder(dividingBy: schema.columns.count)
      guard let cell = schema.cells[offset], let having = schema.editions(row: row, column: column),
        having.isSuperset(of: editions)
      else { return .absent }
      return .present(isSigned: cell.isSigned)
    }
    return Table(
      columns: schema.columns.count, hasRow: schema.rows.map { $0.editions.isSuperset(of: editions) },
      hasColumn: schema.columns.map { $0.editions.isSuperset(of: editions) }, cells: cells)
  }
}
