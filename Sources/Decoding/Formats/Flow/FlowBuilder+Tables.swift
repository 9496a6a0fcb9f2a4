extension FlowBuilder {
  mutating func openTable() throws(DecodingFailure) {
    endLine()
    if tables.count >= limits.tableNesting { throw .tooDeep(limit: limits.tableNesting) }
    tables.append(OpenTable(depth: frames.count, grid: GridPlacement(limit: limits.columns)))
  }

  mutating func openRow() {
    guard isBetweenCells else { return }
    endLine()
    tables[tables.count - 1].grid.nextRow()
    tables[tables.count - 1].rows.append(OpenRow())
    tables[tables.count - 1].isInRow = true
  }

  mutating func closeRow() {
    guard isBetweenCells else { return }
    tables[tables.count - 1].isInRow = false
  }

  /// A row that was deleted, as a word processor remembers it.
  mutating func dropRow() {
    guard isBetweenCells, !tables[tables.count - 1].rows.isEmpty else { return }
    tables[tables.count - 1].rows.removeLast()
  }

  mutating func endRowGroup() {
    guard isBetweenCells else { return }
    tables[tables.count - 1].grid.endGroup()
  }

  /// Columns that a row leaves out before its first cell.
  mutating func skip(columns: Int) {
    guard columns > 0, isBetweenCells else { return }
    _ = tables[tables.count - 1].grid.place(columns: columns, rows: 1)
  }

  /// - Parameters:
  ///   - rows: 0 for all up to the end of the group of rows.
  ///   - isCovered: whether the cell belongs to the one above it, which says all that it says.
  mutating func openCell(columns: Int, rows: Int, isCovered: Bool = false) throws(DecodingFailure) {
    if tables.last?.isInRow != true { openRow() }
    cellCount += 1
    if cellCount > limits.cells { throw .tooManyCells(limit: limits.cells) }
    guard let column = tables[tables.count - 1].grid.place(columns: columns, rows: rows) else {
      throw .tooManyColumns(limit: limits.columns)
    }
    tables[tables.count - 1].column = column
    var frame = Frame()
    frame.isCovered = isCovered
    frames.append(frame)
  }

  mutating func closeCell() {
    endLine()
    let frame = frames.removeLast()
    let last = tables.count - 1
    guard !frame.isCovered else { return }
    let cell = OpenCell(column: tables[last].column, blocks: frame.blocks)
    tables[last].rows[tables[last].rows.count - 1].cells.append(cell)
  }

  mutating func closeTable() {
    // Text between the cells, where none may stand, comes before the table.
    endLine()
    let table = tables.removeLast()
    let last = frames.count - 1
    switch TableKind(table.rows, text) {
    case .beside: publication = publication ?? CatalogueTable.publication(table.rows, text)
    case .layout: for row in table.rows { for cell in row.cells { frames[last].blocks += cell.blocks } }
    case .data:
      let rows = table.rows.filter { !$0.cells.isEmpty }.map { row in
        FlowRow(cells: row.cells.map { FlowCell(column: $0.column, lines: $0.lines) })
      }
      frames[last].blocks.append(.table(rows))
    }
  }
}
