import Diagnostics
import Figures
import Inspection
import Reports

/// A report as it was understood, for reading.
enum ReportText {
  static func render(_ report: Report, _ claims: [Claim], file: String) -> String {
    var lines = [VisibleText.of(file)]
    lines.append("  标题  \(VisibleText.of(report.title?.text ?? "（没有）"))")
    lines.append("  机关  \(VisibleText.of(report.agency ?? "（看不出）"))")
    lines.append("  年度  \(report.year.map(String.init) ?? "（看不出）")    格式  \(report.edition.rawValue)")
    lines.append("  公布  \(report.published ?? "（看不出）")")
    lines += report.sections.map { section($0, report) }
    for table in report.tables { lines += self.table(table) }
    lines.append("")
    lines.append("读出 \(report.cellsRead)/\(report.cellsRequired) 个单元格")
    lines += claims.map {
      "  正文第 \($0.line) 行  \($0.kind) \($0.value?.description ?? "?")（\($0.scope)）  \(VisibleText.of($0.text))"
    }
    return lines.joined(separator: "\n")
  }

  private static func section(_ section: Section, _ report: Report) -> String {
    let lines = section.headings.map { "第 \(report.source.line(at: $0.span.lower)) 行" }.joined(separator: "、")
    let state = section.isPresent ? lines + (section.isEmpty ? "，标题下没有内容" : "") : "没有"
    return
      "  \(section.form.number) \(VisibleText.of(section.headings.first?.title ?? section.form.title))  \(state)"
  }

  private static func table(_ table: TableReading) -> [String] {
    let columns = table.form.columns.indices.filter { column in
      table.form.rows.indices.contains { table[$0, column].cause != .notInEdition }
    }
    let rows = table.form.rows.indices.filter { row in
      columns.contains { table[row, $0].cause != .notInEdition }
    }
    var grid = [[""] + columns.map { table.form.columns[$0].names[0] }]
    grid += rows.map { row in [table.form.rows[row].names[0]] + columns.map { cell(table[row, $0]) } }
    return ["", table.form.title] + aligned(grid)
  }

  private static func cell(_ reading: CellReading) -> String {
    switch reading {
    case .value(let figure, _, _): figure.description
    case .missing(.notInEdition, _): ""
    case .missing(let cause, _): "?" + cause.rawValue
    }
  }

  private static func aligned(_ grid: [[String]]) -> [String] {
    let widths = grid[0].indices.map { column in grid.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return grid.map { row in
      let cells = row.enumerated().map { column, text in
        let padding = String(repeating: " ", count: widths[column] - DisplayWidth.of(text))
        return column == 0 ? text + padding : padding + text
      }
      return "  " + cells.joined(separator: "  ")
    }
  }
}
