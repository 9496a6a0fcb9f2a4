import Diagnostics
import Documents

/// Writes a flow out as the one canonical text: a line for each paragraph, a line for each row of a table
/// with its cells divided by tabs.
struct FlowWriter {
  private let flow: Flow
  private var bytes: [UInt8] = []
  private var blocks: [Block] = []

  /// - Throws: when the flow is not valid UTF-8, as every span's holder relies on it.
  static func document(_ flow: Flow) throws(DecodingFailure) -> Document {
    var writer = FlowWriter(flow)
    for block in flow.blocks { writer.write(block) }
    let surroundings = writer.writeSurroundings()
    guard String(validating: writer.bytes, as: UTF8.self) != nil else { throw .unknownCharset(offset: 0) }
    return Document(
      source: SourceText(utf8: writer.bytes), blocks: writer.blocks, surroundings: surroundings,
      publication: flow.publication)
  }

  private init(_ flow: Flow) {
    self.flow = flow
    bytes.reserveCapacity(flow.text.count * 5 / 4)
    blocks.reserveCapacity(flow.blocks.count)
  }

  private mutating func write(_ block: FlowBlock) {
    switch block {
    case .line(let line):
      let span = write([line])
      bytes.append(UInt8(ascii: "\n"))
      blocks.append(.paragraph(Paragraph(span: span, headingLevel: line.headingLevel)))
    case .table(let rows):
      blocks.append(.table(Table(layout: .grid, rows: rows.map { row in write(row) })))
    }
  }

  private mutating func writeSurroundings() -> SourceSpan {
    let start = bytes.count
    for line in flow.surroundings {
      bytes += flow.text[line.text]
      bytes.append(UInt8(ascii: "\n"))
    }
    return SourceSpan(start, bytes.count)
  }

  private mutating func write(_ row: FlowRow) -> Table.Row {
    let start = bytes.count
    var cells: [Table.Cell] = []
    cells.reserveCapacity(row.cells.count)
    for cell in row.cells {
      if !cells.isEmpty { bytes.append(UInt8(ascii: "\t")) }
      cells.append(Table.Cell(span: write(cell.lines), column: cell.column))
    }
    let span = SourceSpan(start, bytes.count)
    bytes.append(UInt8(ascii: "\n"))
    return Table.Row(span: span, cells: cells)
  }

  private mutating func write(_ lines: [FlowLine]) -> SourceSpan {
    let start = bytes.count
    for line in lines {
      if bytes.count > start { bytes.append(UInt8(ascii: " ")) }
      bytes.append(contentsOf: flow.text[line.text])
    }
    return SourceSpan(start, bytes.count)
  }
}
