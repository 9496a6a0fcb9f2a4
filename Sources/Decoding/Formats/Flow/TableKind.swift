/// What a table is there for.
enum TableKind {
  /// Rows and columns of data.
  case data
  /// A frame for paragraphs and other tables: it is read as running text.
  case layout
  /// Nothing stands in it, or what a catalogue says of the page (索引号, 发布机构 …).
  case beside

  /// So many cells that hold a figure make a table of data, whatever else stands in it.
  private static let fewestFigures = 6
  /// In bytes. No label of a statutory table is as long.
  private static let longestCell = 600

  init(_ rows: [FlowBuilder.OpenRow], _ text: [UInt8]) {
    let cells = rows.lazy.flatMap(\.cells).filter { !$0.blocks.isEmpty }
    if cells.isEmpty || CatalogueTable.matches(cells.prefix(CatalogueTable.mostCells + 1), text) {
      self = .beside
    } else if cells.contains(where: \.holdsTable) || !rows.contains(where: { $0.cells.count > 1 }) {
      self = .layout
    } else if cells.lazy.filter({ Self.isFigure($0, text) }).prefix(Self.fewestFigures).count
      == Self.fewestFigures
    {
      self = .data
    } else {
      self = cells.contains { Self.isProse($0, text) } ? .layout : .data
    }
  }

  private static func isFigure(_ cell: FlowBuilder.OpenCell, _ text: [UInt8]) -> Bool {
    guard cell.blocks.count == 1, let line = cell.firstLine, line.text.count <= 24 else { return false }
    return text[line.text.lowerBound] &- UInt8(ascii: "0") < 10
  }

  /// Headings, or sentences of more than one paragraph, or one that is very long.
  private static func isProse(_ cell: FlowBuilder.OpenCell, _ text: [UInt8]) -> Bool {
    let lines = cell.lines
    if lines.contains(where: { $0.headingLevel != nil }) { return true }
    if lines.reduce(0, { $0 + $1.text.count }) > longestCell { return true }
    return lines.count > 1 && lines.contains { WordSet.fullStop.isIn(text[$0.text]) }
  }
}
