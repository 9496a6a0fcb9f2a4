import Diagnostics
import Figures

/// The smallest piece of a table region: a label, a figure, a blank cell.
struct Atom {
  enum Content {
    /// Folded bytes, in the region's text.
    case text(Range<Int>)
    case figure(Figure, NumeralUnit?, CellReading.Manner)
    case blank
    /// Something in a cell that is no figure and no label, such as two numbers.
    case unreadable
  }

  /// Where in a table an atom stands.
  struct Place: Hashable {
    /// Tables are numbered through the document; paragraphs between them have numbers of their own.
    let block: Int
    let row: Int
    let column: Int
    /// Cells in this row.
    let rowLength: Int
    /// Those of them that hold something.
    let filled: Int
    let layout: Layout
    /// Where a figure stands in a line of several, in terminal columns; empty for anything else.
    var reach = 0..<0

    /// What is alike for all atoms of one line.
    var line: Line { Line(block: block, row: row) }
  }

  struct Line: Hashable {
    let block: Int
    let row: Int
  }

  enum Layout { case grid, delimited, running }

  let content: Content
  let span: SourceSpan
  let place: Place

  /// A figure or a blank: something that takes a column.
  var isSlot: Bool {
    switch content {
    case .figure, .blank, .unreadable: true
    case .text: false
    }
  }

  var isFigure: Bool {
    if case .figure = content { return true }
    return false
  }

  var isBlank: Bool {
    if case .blank = content { return true }
    return false
  }
}
