/// Figures that are too wide for their cells take several lines, and each looks like a row.
extension PDFRow {
  /// Rows of figures close together that have but one label are one row. A wrapped cell then holds several
  /// numerals, and nobody takes one line of it for the whole.
  ///
  /// - Parameters:
  ///   - rows: those that have figures, from top to bottom.
  ///   - ties: indices of rows that share something with the next, nobody knows which of them owns it.
  static func joiningFragments(_ rows: [PDFRow], ties: Set<Int>) -> [PDFRow] {
    var joined = Array(rows.prefix(1))
    let most = rows.map(\.cells.count).max() ?? 0
    let shape = Shape(
      cells: most, gap: usualGap(rows, cells: most),
      areNumbered: rows.count(where: \.isNumbered) * 2 > rows.count)
    for index in rows.indices.dropFirst() {
      if ties.contains(index - 1) || isOneRow(rows, index - 1, shape) {
        let isShared = joined[joined.count - 1].isNumbered && rows[index].isNumbered
        joined[joined.count - 1].isShared = joined[joined.count - 1].isShared || isShared
        joined[joined.count - 1].labels += rows[index].labels
        joined[joined.count - 1].cells += rows[index].cells
      } else {
        joined.append(rows[index])
      }
    }
    return joined
  }

  /// Lines of one cell are not farther apart, in their height.
  static let widestPitch = 2.2
  /// Something is nearer to one row than to another when the distance is smaller by a quarter.
  static let clearlyNearer = 0.75

  /// Lines of one cell are hardly farther apart than this, in their height.
  private static let narrowPitch = 1.45

  /// What the rows of a table are like.
  private struct Shape {
    /// How many cells a complete row has.
    let cells: Int
    /// From one complete row to the next.
    let gap: Double
    let areNumbered: Bool
  }

  /// Whether a row and the next are pieces of one.
  private static func isOneRow(_ rows: [PDFRow], _ index: Int, _ shape: Shape) -> Bool {
    let (row, next) = (rows[index], rows[index + 1])
    let gap = next.middleY - row.middleY
    let pitch = gap / max(1, next.cells.map(\.box.height).max() ?? 1)
    guard pitch < widestPitch else { return false }
    // Rows do not overlap.
    if pitch < 0.95 { return true }
    // A label may happen to stand beside a piece; so a row with holes has to keep its distance.
    let hasHoles = min(row.cells.count, next.cells.count) < shape.cells
    if hasHoles, pitch < narrowPitch || gap < clearlyNearer * shape.gap { return true }
    if shape.areNumbered, !next.isNumbered, !next.labels.isEmpty { return true }
    let above = index > 0 ? row.middleY - rows[index - 1].middleY : .infinity
    let below = index + 2 < rows.count ? rows[index + 2].middleY - next.middleY : .infinity
    return row.labels.isEmpty && gap <= above / clearlyNearer
      || next.labels.isEmpty && gap <= below / clearlyNearer
  }

  /// The median distance from one complete row to the next.
  private static func usualGap(_ rows: [PDFRow], cells: Int) -> Double {
    let gaps = zip(rows, rows.dropFirst()).filter { $0.cells.count == cells && $1.cells.count == cells }
      .map { $1.middleY - $0.middleY }.sorted()
    return gaps.isEmpty ? 0 : gaps[gaps.count / 2]
  }

  private var isNumbered: Bool { labels.contains(where: \.isNumbered) }
}
