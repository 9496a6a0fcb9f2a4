import Inspection
import Reports

/// What could not be read of the statutory tables, in words: a line a table and cause.
enum MissingCells {
  static func lines(_ report: Report) -> [String] { report.tables.flatMap(lines) }

  private static func lines(_ table: TableReading) -> [String] {
    let required = table.cells.count { $0.cause != .notInEdition }
    return MissingCause.allCases.filter { $0 != .notInEdition }.compactMap { cause in
      let count = table.cells.count { $0.cause == cause }
      if count == 0 { return nil }
      let place = count == required ? "整张表" : rows(table, cause).joined(separator: "；")
      return "\(table.form.title)有 \(count) 个单元格\(CauseWords.chinese(cause))：\(place)"
    }
  }

  /// A row by its name; with its columns, when some others of them could be read.
  private static func rows(_ table: TableReading, _ cause: MissingCause) -> [String] {
    table.form.rows.indices.compactMap { row in
      let columns = table.form.columns.indices.filter { table[row, $0].cause == cause }
      if columns.isEmpty { return nil }
      let required = table.form.columns.indices.count { table[row, $0].cause != .notInEdition }
      let name = table.form.rows[row].names[0]
      if columns.count == required { return name }
      return name + "（" + columns.map { table.form.columns[$0].names[0] }.joined(separator: "、") + "）"
    }
  }
}
