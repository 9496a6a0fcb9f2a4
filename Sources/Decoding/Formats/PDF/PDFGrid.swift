/// A band as rows of cells with their columns.
struct PDFGrid {
  struct Cell {
    let text: [UInt8]
    let column: Int
  }

  let rows: [[Cell]]

  init(_ band: PDFBand) {
    let columns = Self.columns(band)
    let hasLabels = band.rows.contains { !$0.labels.isEmpty }
    let first = band.rows.map(\.labels.count).max() ?? 0
    let header = band.header.map { Self.heads($0, columns) }
    rows =
      header
      + band.rows.indices.map { index in
        let row = band.rows[index]
        let labels = row.labels.enumerated().map { Cell(text: $1.text, column: $0) }
        let isOrphan = hasLabels && row.labels.isEmpty
        let isMisfit = row.isDoubtful || isOrphan || columns.misfits.contains(index)
        return labels + Self.cells(row, isMisfit ? nil : columns, first: first, count: columns.boxes.count)
      }
  }

  private static func columns(_ band: PDFBand) -> PDFColumns {
    let columns = PDFColumns(band.rows.map { $0.isDoubtful ? [] : $0.figures })
    guard band.rows.count == 1, band.rows[0].labels.isEmpty else { return columns }
    return columns.adding(heads: band.header.flatMap(\.segments))
  }

  /// A line of the head, divided where a gap is seen or where one column ends and the next begins.
  private static func heads(_ line: PDFLine, _ columns: PDFColumns) -> [Cell] {
    var heads: [PDFSegment] = []
    for segment in line.segments {
      heads.append(PDFSegment(segment.words[0]))
      for (word, next) in zip(segment.words, segment.words.dropFirst()) {
        if let column = columns.index(of: word.box), let other = columns.index(of: next.box), column != other
        {
          heads.append(PDFSegment(next))
        } else {
          heads[heads.count - 1].append(next)
        }
      }
    }
    return heads.enumerated().map { Cell(text: $1.text, column: $0) }
  }

  /// One cell for each column. Where the columns of a row are not clear, one cell beyond them all that holds
  /// everything: so nobody takes a figure for another column's.
  private static func cells(_ row: PDFRow, _ columns: PDFColumns?, first: Int, count: Int) -> [Cell] {
    if row.cells.isEmpty { return (0..<count).map { Cell(text: [], column: first + $0) } }
    var byColumn = [[PDFSegment]](repeating: [], count: count)
    for cell in row.cells {
      guard let column = columns?.index(of: cell.box) else {
        return [Cell(text: doubtful(row.cells + row.strays), column: first + count)]
      }
      byColumn[column].append(cell)
    }
    return byColumn.indices.map { column in
      let strays = row.strays.filter { columns?.boxes[column].reaches($0.box) ?? true }
      return Cell(text: text(byColumn[column], strays), column: first + column)
    }
  }

  /// What stands in one column of a row; with strays nobody knows where the figure ends.
  private static func text(_ segments: [PDFSegment], _ strays: [PDFSegment]) -> [UInt8] {
    let hasSeveral = segments.count > 1 && segments.contains(where: \.isFigure)
    if hasSeveral || !strays.isEmpty { return doubtful(segments + strays) }
    return Array(segments.map(\.text).joined())
  }

  /// Figures of which nobody knows whether they are one, written so that they make no number: `- 12` and
  /// `2（其中1件） 8（其中3件）` could be taken for one.
  private static func doubtful(_ segments: [PDFSegment]) -> [UInt8] {
    let bar = Array("| ".utf8)
    return bar + segments.sorted(by: isBefore).map(\.text).joined(separator: [UInt8(ascii: " ")] + bar)
  }

  private static func isBefore(_ first: PDFSegment, _ second: PDFSegment) -> Bool {
    (first.box.middleY, first.box.minX) < (second.box.middleY, second.box.minX)
  }
}
