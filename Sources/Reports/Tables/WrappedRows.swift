import Diagnostics
import Documents

/// Rows of a drawn table whose labels were broken to fit their columns: each line of text is a row there,
/// and the lines of one row belong together.
enum WrappedRows {
  /// The lines of each row.
  static func lines(_ table: Table, _ source: SourceText) -> [[Table.Row]] {
    let rows = table.rows
    guard table.layout == .delimited, let widths = widths(table, source) else { return rows.map { [$0] } }
    var lines: [[Table.Row]] = []
    for row in rows {
      if let last = lines.last?.last, continues(last, row, widths, source) {
        lines[lines.count - 1].append(row)
      } else {
        lines.append([row])
      }
    }
    return lines
  }

  /// So many cells that fill a column show that its text was broken there.
  private static let fewestFull = 3
  /// In terminal columns: a wide character that no longer fits, and a space.
  private static let slack = 2
  /// In terminal columns; no narrower column holds labels.
  private static let narrowest = 8

  /// The width of each column in which text was broken, and 0 for others; nil when there is none.
  private static func widths(_ table: Table, _ source: SourceText) -> [Int]? {
    let count = table.rows[0].cells.count
    // Where each cell has a line of its own, no blank beside it shows that a line goes on.
    guard count > 1, table.rows.count > fewestFull, table.rows.allSatisfy({ $0.cells.count == count }) else {
      return nil
    }
    let widths = (0..<count).map { column -> Int in
      let all = table.rows.map { DisplayWidth.of(source, $0.cells[column].span) }
      let widest = all.max() ?? 0
      return widest >= narrowest && all.count(where: { $0 + slack > widest }) >= fewestFull ? widest : 0
    }
    return widths.contains { $0 > 0 } ? widths : nil
  }

  /// Whether a line holds nothing but words, each below a cell that is full. The items of the law that table 2
  /// names over its rows bear a number too.
  private static func continues(
    _ line: Table.Row, _ next: Table.Row, _ widths: [Int], _ source: SourceText
  ) -> Bool {
    let filled = next.cells.indices.filter { !next.cells[$0].span.isEmpty }
    guard !filled.isEmpty else { return false }
    return filled.allSatisfy { column in
      let above = line.cells[column].span
      guard widths[column] > 0, DisplayWidth.of(source, above) + slack > widths[column] else { return false }
      let text = FoldedText(source, next.cells[column].span).bytes[...]
      return Numeral(text) == nil && Numbering.strip(text).count == text.count && !text.begins("第二十条")
    }
  }
}
