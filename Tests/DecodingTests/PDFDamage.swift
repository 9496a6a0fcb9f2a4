import ReportFixtures

/// What can happen to a table whose cells stay in their places.
enum PDFDamage: String, CaseIterable {
  case blankedCell, blankedFirst, blankedLast, blankedSome, blankedRow, blankedColumn
  case blankedLabel, misreadLabel, blankedLine
  /// Two cells have become one that is as wide as both.
  case joinedCells, runTogetherCells
  case letterForDigit
  /// A gap in a figure, in all figures of a column, in all of the table.
  case tornFigure, tornColumn, tornFigures, crackedFigure, crackedFigures
  /// A figure goes on in a second line, though its cell may be wide enough.
  case wrappedFigure, wrappedColumn, wrappedFigures

  var mergesCells: Bool { self == .joinedCells || self == .runTogetherCells }

  func apply(to table: inout FormTable, _ random: inout SplitMix64) {
    let row = random.pick(table.rows.indices.filter { table.rows[$0].figures.count > 1 })
    let figures = table.rows[row].figures
    let victim = random.pick(figures)
    switch self {
    case .blankedCell: table.rows[row].cells[victim].text = ""
    case .blankedFirst: table.rows[row].cells[figures[0]].text = ""
    case .blankedLast: table.rows[row].cells[figures[figures.count - 1]].text = ""
    case .blankedSome: blankSome(&table, &random)
    case .blankedRow: for figure in figures { table.rows[row].cells[figure].text = "" }
    case .blankedColumn: blankColumn(&table, victim - figures[0])
    case .blankedLabel: if let label = table.rows[row].label { table.rows[row].cells[label].text = "" }
    case .misreadLabel: if let label = table.rows[row].label { table.rows[row].cells[label].text = "囗囗囗囗囗" }
    case .blankedLine: for cell in table.rows[row].cells.indices { table.rows[row].cells[cell].text = "" }
    case .joinedCells: join(&table, row, random.pick(figures.dropLast().map(\.self)), with: " ")
    case .runTogetherCells: join(&table, row, random.pick(figures.dropLast().map(\.self)), with: "")
    case .letterForDigit:
      table.rows[row].cells[victim].text = table.rows[row].cells[victim].text.dropLast() + "O"
    case .tornFigure: divide(&table.rows[row].cells[victim], " ", &random)
    case .crackedFigure: divide(&table.rows[row].cells[victim], String(PDFPen.hair), &random)
    case .wrappedFigure: divide(&table.rows[row].cells[victim], "\n", &random)
    case .tornColumn: divideColumn(&table, victim - figures[0], " ", &random)
    case .wrappedColumn: divideColumn(&table, victim - figures[0], "\n", &random)
    case .tornFigures: divideAll(&table, " ", &random)
    case .crackedFigures: divideAll(&table, String(PDFPen.hair), &random)
    case .wrappedFigures: divideAll(&table, "\n", &random)
    }
  }

  private func blankSome(_ table: inout FormTable, _ random: inout SplitMix64) {
    for row in table.rows.indices {
      for figure in table.rows[row].figures where random.once(in: 3) {
        table.rows[row].cells[figure].text = ""
      }
    }
  }

  private func blankColumn(_ table: inout FormTable, _ column: Int) {
    for row in table.rows.indices where table.rows[row].figures.count > column {
      table.rows[row].cells[table.rows[row].figures[column]].text = ""
    }
  }

  private func join(_ table: inout FormTable, _ row: Int, _ first: Int, with separator: String) {
    table.rows[row].cells[first].text += separator + table.rows[row].cells[first + 1].text
    table.rows[row].cells[first].width += table.rows[row].cells[first + 1].width
    table.rows[row].cells.remove(at: first + 1)
  }

  private func divideColumn(
    _ table: inout FormTable, _ column: Int, _ gap: String, _ random: inout SplitMix64
  ) {
    for row in table.rows.indices where table.rows[row].figures.count > column {
      divide(&table.rows[row].cells[table.rows[row].figures[column]], gap, &random)
    }
  }

  private func divideAll(_ table: inout FormTable, _ gap: String, _ random: inout SplitMix64) {
    for row in table.rows.indices {
      for figure in table.rows[row].figures { divide(&table.rows[row].cells[figure], gap, &random) }
    }
  }

  /// `1 2` for 12.
  private func divide(_ cell: inout FormTable.Cell, _ gap: String, _ random: inout SplitMix64) {
    // A cell has no blank line in it.
    guard cell.text.count > 1, !cell.text.contains("\n") else { return }
    let place = cell.text.index(
      cell.text.startIndex, offsetBy: Int.random(in: 1..<cell.text.count, using: &random))
    cell.text.insert(contentsOf: gap, at: place)
  }
}
