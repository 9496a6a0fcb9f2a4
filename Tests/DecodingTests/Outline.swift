import Decoding
import Diagnostics
import Documents

/// A document in lines of plain words, for comparison: `# ` and `## ` headings, `- ` paragraphs, and rows
/// as `0:text 3:text`.
enum Outline {
  static func of(_ bytes: [UInt8], limits: Limits = .standard) throws -> [String] {
    of(try Decoders.decode(bytes, limits: limits))
  }

  static func of(_ document: Document) -> [String] {
    document.blocks.flatMap { block in
      switch block {
      case .paragraph(let paragraph):
        let mark = paragraph.headingLevel.map { String(repeating: "#", count: $0) } ?? "-"
        return ["\(mark) \(document.source.text(paragraph.span))"]
      case .table(let table):
        return table.rows.map { row in
          row.cells.map { "\($0.column):\(document.source.text($0.span))" }.joined(separator: " ")
        }
      }
    }
  }
}
