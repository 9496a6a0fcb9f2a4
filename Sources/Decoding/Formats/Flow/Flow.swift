/// A line of running text or of a cell, as a range of the flow's text.
struct FlowLine {
  let text: Range<Int>
  let headingLevel: Int?
}

/// What a page or a word processor's file holds, in reading order, before it becomes a document.
enum FlowBlock {
  case line(FlowLine)
  /// A table of data. Its cells hold lines and nothing else.
  case table([FlowRow])
}

/// A row of a table of data.
struct FlowRow {
  let cells: [FlowCell]
}

struct FlowCell {
  /// The first grid column that the cell takes.
  let column: Int
  let lines: [FlowLine]
}

/// Blocks and the text that they refer to.
struct Flow {
  /// Valid UTF-8.
  var text: [UInt8] = []
  var blocks: [FlowBlock] = []
  /// Lines that are not the document's own, for `Document.surroundings`.
  var surroundings: [FlowLine] = []
  /// What stands beside the text of the day of its publication.
  var publication: String?
}
