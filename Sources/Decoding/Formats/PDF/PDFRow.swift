/// One row of a table.
struct PDFRow {
  /// From left to right.
  var labels: [PDFLabel]
  /// The figures, and other text that stands among them.
  var cells: [PDFSegment]
  let middleY: Double
  /// Whether figures of two labels stand here, nobody knows which of them is whose.
  var isShared = false

  /// Where its figures stand, from left to right. The lines of a wrapped cell are one.
  var figures: [PDFBox] {
    var boxes: [PDFBox] = []
    for cell in cells.filter(\.isFigure).map(\.box).sorted(by: { $0.minX < $1.minX }) {
      if let last = boxes.last, last.sharesColumn(with: cell), last.isBeyondLine(of: cell) {
        boxes[boxes.count - 1] = last.union(cell)
      } else {
        boxes.append(cell)
      }
    }
    return boxes
  }
}

extension PDFBox {
  fileprivate func isBeyondLine(of other: PDFBox) -> Bool {
    abs(middleY - other.middleY) > 0.35 * min(height, other.height)
  }
}
