import Diagnostics
import Figures

/// Table 4 drawn with a line for 行政复议 and one for each kind of 行政诉讼, instead of all in one line.
enum LabelledTable4 {
  /// All readings, or nil when the table is not drawn so.
  static func read(_ region: Region) -> [CellReading]? {
    let form = TableForm.table4
    let rows = LabelledRows(region, match: match).rows.filter(\.hasFigures)
    guard rows.map(\.row) == Array(form.rows.indices) else { return nil }
    var readings: [CellReading] = []
    for row in rows {
      let slots = row.trimmed
      let isOneLine = row.slots.allSatisfy { $0.place.line == row.label.place.line }
      guard slots.count == form.columns.count, isOneLine, !slots.contains(where: \.isBlank) else {
        return nil
      }
      readings += slots.map(RowAssignment.reading)
    }
    return readings
  }

  private static func match(_ text: ArraySlice<UInt8>, _ context: LabelledRows.Context) -> LabelMatch {
    if text.holds("复议后") { return .row(2) }
    if text.holds("未经复议") || text.holds("直接起诉") { return .row(1) }
    return text.holds("复议") && !text.holds("诉讼") ? .row(0) : .other
  }
}
