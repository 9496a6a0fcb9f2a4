/// The ways in which extraction writes a table into plain text.
public enum PlainTextLayout: String, Sendable, CaseIterable {
  /// `| 规章 | 0 | 0 | 2 |`
  case pipes
  /// `| 规章 | 0 ||`: blank cells at the end for what merged cells swallowed.
  case paddedPipes
  /// `规章 | 0 | 0 | 2`
  case innerPipes
  /// `规章 |`, one cell a line; the last of a row is followed by what merged cells left: `2 | ||`.
  case cellWithPipe
  /// One cell a line, nothing else.
  case bareCell
  /// One cell a line, a blank line between two.
  case spacedCell
  /// The grid with tabs: blank cells lead where labels are merged.
  case tabs
  /// The same with a page break within table 3.
  case tabsOverPages
  case markdown
  /// OCR Markdown: a table of its own for every row.
  case markdownRows
  /// Columns drawn with spaces, long labels wrapped, the header again after a page break.
  case aligned

  /// Whether every cell can be read. Where labels are wrapped around their figures some cannot.
  public var isLossless: Bool { self != .aligned }
}

extension FormTable {
  /// The lines of the table in a layout.
  public func lines(_ layout: PlainTextLayout, _ random: inout SplitMix64) -> [String] {
    switch layout {
    case .pipes: rows.map { "| " + $0.texts.joined(separator: " | ") + " |" }
    case .paddedPipes: rows.map(padded)
    case .innerPipes: rows.map { $0.texts.joined(separator: " | ") + ($0.cells.count < 3 ? " |" : "") }
    case .cellWithPipe: rows.flatMap(cellLines)
    case .bareCell: rows.flatMap(\.texts)
    case .spacedCell: rows.flatMap(\.texts).flatMap { [$0, ""] }
    case .tabs: grid.map { $0.joined(separator: "\t") }
    case .tabsOverPages: broken(grid.map { $0.joined(separator: "\t") }, &random)
    case .markdown: markdown()
    case .markdownRows: markdownRows()
    case .aligned: alignedLines(&random)
    }
  }

  private func padded(_ row: Row) -> String {
    "| " + row.texts.joined(separator: " | ") + " |"
      + String(repeating: "|", count: max(0, columns - row.cells.count))
  }

  private func cellLines(_ row: Row) -> [String] {
    let padding = String(repeating: "|", count: max(0, columns - row.cells.count))
    return row.texts.dropLast().map { $0 + " |" } + row.texts.suffix(1).map { $0 + " | " + padding }
  }

  /// A page number between two rows.
  private func broken(_ lines: [String], _ random: inout SplitMix64) -> [String] {
    guard lines.count > 8 else { return lines }
    let page = Int.random(in: 2...9, using: &random)
    let mark = random.pick(["", "— \(page) —", "-\(page)-", "- \(page) -", "第\(page)页", "\u{C}"])
    var result = lines
    result.insert(mark, at: Int.random(in: 5..<lines.count, using: &random))
    return result
  }

  private func markdown() -> [String] {
    var lines = grid.map { "| " + $0.joined(separator: " | ") + " |" }
    lines.insert("|" + String(repeating: "---|", count: columns), at: min(1, lines.count))
    return lines
  }

  private func markdownRows() -> [String] {
    rows.flatMap { row in
      [
        "| " + row.texts.joined(separator: " | ") + " |",
        "|" + String(repeating: "---|", count: row.cells.count), "",
      ]
    }
  }
}

extension FormTable.Row {
  var texts: [String] { cells.map(\.text) }
}
