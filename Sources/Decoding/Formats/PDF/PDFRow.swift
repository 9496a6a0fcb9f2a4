/// One row of a table.
struct PDFRow {
  /// From left to right.
  var labels: [PDFLabel]
  /// What stands in one line beside the label: the figures, and other text among them.
  var cells: [PDFSegment]
  let middleY: Double
  /// Figures so near that they may be further lines of these cells.
  var strays: [PDFSegment] = []
  /// Whether nobody knows whose figures these are.
  var isDoubtful = false

  /// Where its figures stand, from left to right.
  var figures: [PDFBox] { cells.filter(\.isFigure).map(\.box).sorted { $0.minX < $1.minX } }
}
