/// A stretch of a table whose rows share their columns: between one head of columns and the next.
struct PDFBand {
  /// The lines of the head, if one stands above the rows.
  var header: [PDFLine]
  var rows: [PDFRow]
}

/// A label that may be wrapped over several lines.
struct PDFLabel {
  private(set) var segments: [PDFSegment]
  private(set) var box: PDFBox

  init(_ segment: PDFSegment) {
    self.segments = [segment]
    self.box = segment.box
  }

  mutating func append(_ segment: PDFSegment) {
    segments.append(segment)
    box = box.union(segment.box)
  }

  var text: [UInt8] { Array(segments.map(\.text).joined()) }

  var isNumbered: Bool { PDFNumbering.begins(text) }
}
