import Diagnostics
import Figures

/// Gives the slots of a labelled row to the columns of its form, or says that it cannot.
struct RowAssignment {
  /// Where the columns stand in rows of one shape, when the complete rows of that shape agree on it.
  private var positions: [Shape: [Int]] = [:]
  /// The columns of a row of which the last is the sum of the others.
  private let sums: [Range<Int>]
  /// Whether each cell has a line of its own, blank ones too, and nothing else has.
  private let hasLineForEachCell: Bool
  /// For each number of columns, where they stand in lines that are drawn with spaces.
  private var alignedColumns: [Int: AlignedColumns] = [:]

  /// What must be alike for one row to tell where another's columns stand. In a grid columns are absolute.
  /// In drawn tables an extraction may have shifted a row: there the label has to stand in the same cell
  /// and the row to have as many cells.
  private struct Shape: Hashable {
    let isGrid: Bool
    let block: Int
    let width: Int
    let labelColumn: Int
    let rowLength: Int

    init?(_ row: LabelledRow, width: Int) {
      guard let place = row.slots.first(where: { !$0.isBlank })?.place, place.layout != .running else {
        return nil
      }
      self.isGrid = place.layout == .grid
      self.block = place.block
      self.width = width
      self.labelColumn = isGrid ? 0 : row.label.place.column
      self.rowLength = isGrid ? 0 : place.rowLength
    }
  }

  /// - Parameters:
  ///   - width: how many columns a row of the form has.
  ///   - sums: the columns of which the last is the sum of the others.
  ///   - isWhole: whether no figure stands without a label: it may be a line of one that took two.
  init(_ rows: [LabelledRow], sums: [Range<Int>] = [], isWhole: Bool = false, width: (Int) -> Int) {
    self.sums = sums
    hasLineForEachCell = Self.hasLineForEachCell(rows, width)
    if isWhole { alignedColumns = Self.alignedColumns(rows, width) }
    var seen: [Shape: Set<[Int]>] = [:]
    for row in rows {
      let slots = row.trimmed
      let width = width(row.row)
      guard slots.count == width, slots.allSatisfy(\.isFigure), Self.isOneLine(slots),
        let shape = Shape(row, width: width)
      else { continue }
      seen[shape, default: []].insert(slots.map(\.place.column))
    }
    for (shape, columns) in seen where columns.count == 1 { positions[shape] = columns.first }
  }

  /// One reading for each column.
  func assign(_ row: LabelledRow, width: Int) -> [CellReading] {
    if row.mayGoOn { return Self.all(.unreadable, row, width) }
    let readings = placed(row, width: width)
    // What cannot be read may be two cells run together.
    return readings.indices.map { column in
      let beside = [column - 1, column + 1].filter(readings.indices.contains)
      let isDoubtful = beside.contains { readings[$0].cause == .unreadable }
      return isDoubtful ? Self.doubted(readings[column], row) : readings[column]
    }
  }

  private func placed(_ row: LabelledRow, width: Int) -> [CellReading] {
    let slots = row.trimmed
    if slots.isEmpty {
      let isBlank = !row.slots.isEmpty && !row.mayHoldFigure
      return Self.all(isBlank ? .blank : .unreadable, row, width)
    }
    if slots.count == width, !slots.contains(where: \.isBlank) { return slots.map(Self.reading) }
    let isLines = hasLineForEachCell && row.slots.count == width && Self.areLines(row.slots)
    let readings = isLines ? drawn(row.slots) : align(row, width: width) ?? aligned(row, width: width)
    guard let readings else { return Self.all(.columnAmbiguous, row, width) }
    return row.mayHoldFigure ? readings.map { Self.doubted($0, row) } : readings
  }

  /// A blank cell whose figure may stand elsewhere.
  private static func doubted(_ reading: CellReading, _ row: LabelledRow) -> CellReading {
    reading.cause == .blank ? .missing(.unreadable, row.label.span) : reading
  }

  private static func alignedColumns(_ rows: [LabelledRow], _ width: (Int) -> Int) -> [Int: AlignedColumns] {
    let complete = rows.filter { $0.slots.count == width($0.row) && isAligned($0.slots) }
    return Dictionary(grouping: complete) { width($0.row) }.compactMapValues { rows in
      AlignedColumns(rows.map { $0.slots.map(\.place.reach) })
    }
  }

  private static func isAligned(_ slots: [Atom]) -> Bool {
    isOneLine(slots[...]) && slots.allSatisfy { !$0.isBlank && !$0.place.reach.isEmpty }
  }

  /// Puts the figures of a line that is drawn with spaces where the complete rows have theirs.
  private func aligned(_ row: LabelledRow, width: Int) -> [CellReading]? {
    guard Self.isAligned(row.slots),
      let columns = alignedColumns[width]?.columns(of: row.slots.map(\.place.reach))
    else { return nil }
    return (0..<width).map { column in
      columns.firstIndex(of: column).map { Self.reading(row.slots[$0]) } ?? .missing(.blank, row.label.span)
    }
  }

  /// Puts the slots where the complete rows of the same shape have theirs, which tells where a blank is.
  private func align(_ row: LabelledRow, width: Int) -> [CellReading]? {
    guard let shape = Shape(row, width: width), let columns = positions[shape] else { return nil }
    let slots = row.trimmed
    guard Self.isOneLine(slots) else { return nil }
    let byColumn = Dictionary(slots.map { ($0.place.column, $0) }, uniquingKeysWith: { first, _ in first })
    let filled = slots.filter { !$0.isBlank }.map(\.place.column)
    guard Set(filled).isSubset(of: columns) else { return nil }
    // Tools that write rectangles fill a row up whose cell was lost: a blank at either end of a row of text
    // may stand for any cell.
    if !shape.isGrid, filled.first != columns.first || filled.last != columns.last {
      let all = Dictionary(row.slots.map { ($0.place.column, $0) }, uniquingKeysWith: { first, _ in first })
      let drawn = columns.compactMap { all[$0] }
      return drawn.count == width ? self.drawn(drawn) : nil
    }
    // A row of a grid that ends before its last column has lost a cell, or two became one: nobody can tell
    // where, and what stands behind it has moved.
    if shape.isGrid, let last = columns.last, !row.slots.contains(where: { $0.place.column == last }) {
      return nil
    }
    return columns.map { byColumn[$0].map(Self.reading) ?? .missing(.blank, row.label.span) }
  }

  /// As many slots as there are columns. A blank at either end may fill up a row that lost a cell.
  private func drawn(_ slots: [Atom]) -> [CellReading]? {
    let hasOuterBlank = slots.first?.isBlank == true || slots.last?.isBlank == true
    return hasOuterBlank ? DrawnRow(slots, sums: sums)?.readings : slots.map(Self.reading)
  }

  /// So many complete rows show how a table is written.
  private static let fewestComplete = 3

  /// Blanks that merged cells leave would be lines too many.
  private static func hasLineForEachCell(_ rows: [LabelledRow], _ width: (Int) -> Int) -> Bool {
    let lines = rows.filter { areLines($0.slots) }
    let complete = lines.count { $0.slots.count == width($0.row) && !$0.slots.contains(where: \.isBlank) }
    return complete >= fewestComplete && lines.allSatisfy { $0.slots.count <= width($0.row) }
  }

  private static func areLines(_ slots: [Atom]) -> Bool {
    slots.count > 1 && slots.allSatisfy { $0.place.layout != .grid && $0.place.rowLength == 1 }
  }

  /// Where a cell has a line of its own, its column says nothing.
  private static func isOneLine(_ slots: ArraySlice<Atom>) -> Bool {
    guard let first = slots.first?.place else { return true }
    return slots.allSatisfy { $0.place.block == first.block && $0.place.row == first.row }
  }

  private static func all(_ cause: MissingCause, _ row: LabelledRow, _ width: Int) -> [CellReading] {
    Array(repeating: .missing(cause, row.span), count: width)
  }

  static func reading(_ slot: Atom) -> CellReading {
    switch slot.content {
    case .figure(let figure, _, let manner): .value(figure, slot.span, manner)
    case .blank: .missing(.blank, slot.span)
    case .unreadable, .text: .missing(.unreadable, slot.span)
    }
  }
}
