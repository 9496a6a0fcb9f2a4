import Diagnostics
import Documents

/// Divides tables that hold headings: a chapter's title merged over the first row of its table, or a whole
/// report drawn as one table.
enum TableHeadings {
  static func divide(_ document: Document) -> Document {
    let blocks = document.blocks.flatMap { block -> [Block] in
      guard case .table(let table) = block, table.rows.contains(where: { isHeading($0, document.source) })
      else {
        return [block]
      }
      return divide(table, document.source)
    }
    return document.divided(into: blocks)
  }

  private static func divide(_ table: Table, _ source: SourceText) -> [Block] {
    var blocks: [Block] = []
    var rows: [Table.Row] = []
    for row in table.rows {
      guard let span = only(row), isHeading(row, source) || isProse(span, source) else {
        rows.append(row)
        continue
      }
      if !rows.isEmpty { blocks.append(.table(Table(layout: table.layout, rows: rows))) }
      rows = []
      blocks.append(.paragraph(Paragraph(span: span)))
    }
    if !rows.isEmpty { blocks.append(.table(Table(layout: table.layout, rows: rows))) }
    return blocks
  }

  /// The one cell of a row that holds anything.
  private static func only(_ row: Table.Row) -> SourceSpan? {
    let filled = row.cells.filter { !$0.span.isEmpty }
    return filled.count == 1 ? filled[0].span : nil
  }

  /// In bytes.
  private static let longest = 200

  /// Number and words of a chapter, in the only cell of the row. Row labels of table 3 are none.
  private static func isHeading(_ row: Table.Row, _ source: SourceText) -> Bool {
    guard let span = only(row), span.count <= longest else { return false }
    let text = FoldedText(source, span).bytes[...]
    guard let (number, title) = ChapterNumber.chapter.read(text), Table3Labels.named(text) == nil else {
      return false
    }
    return SectionForm.all.contains { $0.number == number && $0.isWorded(title) }
  }

  private static func isProse(_ span: SourceSpan, _ source: SourceText) -> Bool {
    source.bytes[span.lower..<span.upper].holds("。")
  }
}
