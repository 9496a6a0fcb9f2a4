import Diagnostics
import Documents

/// Writes the canonical text, one line for each line of text and each row, and the blocks in it.
struct PDFDocumentBuilder {
  private let cellLimit: Int
  private var bytes: [UInt8] = []
  private var blocks: [Block] = []
  private var cellCount = 0

  init(cellLimit: Int) { self.cellLimit = cellLimit }

  /// - Parameter pages: the elements of each.
  consuming func build(_ pages: [[PDFElement]]) throws(DecodingFailure) -> Document {
    var builder = self
    var paragraph: [SourceSpan] = []
    var wrapping: PDFWrapping?
    let margins = PDFMargins(pages)
    for elements in pages {
      for element in elements {
        switch element {
        case .line(let line):
          let next = PDFWrapping(line, margins)
          if let wrapping, !wrapping.continues(in: next) { builder.end(&paragraph) }
          paragraph.append(builder.write(line))
          wrapping = next
        case .band(let band):
          builder.end(&paragraph)
          wrapping = nil
          try builder.write(band)
        }
      }
    }
    builder.end(&paragraph)
    return Document(source: SourceText(utf8: builder.bytes), blocks: builder.blocks)
  }

  private mutating func end(_ lines: inout [SourceSpan]) {
    guard let first = lines.first else { return }
    blocks.append(.paragraph(Paragraph(span: lines.reduce(first) { $0.union($1) })))
    lines = []
  }

  private mutating func write(_ line: PDFLine) -> SourceSpan {
    let start = bytes.count
    // A figure alone between lines of text is a piece of a table: nobody knows which.
    if line.segments[0].isFigure, PDFNumeral.holdsDigit(line.segments[0].text) {
      bytes.append(UInt8(ascii: "|"))
    }
    for (index, segment) in line.segments.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: " ")) }
      bytes += segment.text
    }
    defer { bytes.append(UInt8(ascii: "\n")) }
    return SourceSpan(start, bytes.count)
  }

  private mutating func write(_ band: PDFBand) throws(DecodingFailure) {
    let rows = PDFGrid(band).rows.filter { !$0.isEmpty }
    cellCount += rows.reduce(0) { $0 + $1.count }
    if cellCount > cellLimit { throw .tooManyCells(limit: cellLimit) }
    if rows.isEmpty { return }
    blocks.append(.table(Table(layout: .grid, rows: rows.map { write($0) })))
  }

  private mutating func write(_ cells: [PDFGrid.Cell]) -> Table.Row {
    let start = bytes.count
    var written: [Table.Cell] = []
    for cell in cells {
      if !written.isEmpty { bytes.append(UInt8(ascii: "\t")) }
      let lower = bytes.count
      bytes += cell.text
      written.append(Table.Cell(span: SourceSpan(lower, bytes.count), column: cell.column))
    }
    defer { bytes.append(UInt8(ascii: "\n")) }
    return Table.Row(span: SourceSpan(start, bytes.count), cells: written)
  }
}

/// Between where and where the lines of text run. A page of its own may have but a short one.
struct PDFMargins {
  let left: Double
  let right: Double

  /// Lines that end so near each other, in heights of a line, end at the same margin: some marks may not begin the
  /// next line, and words do not break.
  static let slack = 2.5

  init(_ pages: [[PDFElement]]) {
    let boxes = pages.joined().compactMap { if case .line(let line) = $0 { line.box } else { nil } }
    left = boxes.map(\.minX).min() ?? .infinity
    right = Self.right(boxes)
  }

  /// Where most lines end that reach far; a few beyond are heads of tables that are wider than the text.
  private static func right(_ boxes: [PDFBox]) -> Double {
    let sorted = boxes.sorted { $0.maxX > $1.maxX }
    var end = 0
    let counts = sorted.indices.map { first in
      let limit = sorted[first].maxX - slack * sorted[first].height
      while end < sorted.count, sorted[end].maxX > limit { end += 1 }
      return end - first
    }
    let most = counts.max() ?? 0
    return zip(sorted, counts).first { 3 * $1 >= most }?.0.maxX ?? -.infinity
  }
}

/// Whether a paragraph goes on from one line to the next.
struct PDFWrapping {
  private let isFull: Bool
  private let isIndented: Bool
  private let isNumbered: Bool
  private let middleY: Double
  private let height: Double

  init(_ line: PDFLine, _ margins: PDFMargins) {
    let box = line.box
    isFull = box.maxX > margins.right - PDFMargins.slack * box.height
    isIndented = box.minX > margins.left + 1.2 * box.height
    isNumbered = line.segments[0].isNumbered
    middleY = box.middleY
    height = box.height
  }

  /// A line as wide as the page goes on in one that is not indented, is of the same type, and stands close
  /// below it or on the next page.
  func continues(in next: PDFWrapping) -> Bool {
    guard isFull, !next.isIndented, !next.isNumbered, abs(next.height - height) < 0.2 * height else {
      return false
    }
    let distance = next.middleY - middleY
    return distance < 0 || distance < 2.6 * height
  }
}
