/// Puts a flow together from what a walk over a page or a word processor's file comes upon.
///
/// Calls pair up: whoever opens a table, a row, a cell or a box closes it, in order.
struct FlowBuilder {
  struct OpenCell {
    let column: Int
    var blocks: [FlowBlock] = []

    var holdsTable: Bool {
      blocks.contains { block in
        if case .table = block { true } else { false }
      }
    }

    var firstLine: FlowLine? {
      if case .line(let line) = blocks.first { line } else { nil }
    }

    var lines: [FlowLine] {
      blocks.compactMap { block in
        if case .line(let line) = block { line } else { nil }
      }
    }
  }

  struct OpenRow {
    var cells: [OpenCell] = []
  }

  struct OpenTable {
    /// How many frames were open when the table was.
    let depth: Int
    var grid: GridPlacement
    var rows: [OpenRow] = []
    var column = 0
    var isInRow = false
  }

  /// What text goes into: the page, a cell, a text box.
  struct Frame {
    var line = InlineText()
    var headingLevel: Int?
    var blocks: [FlowBlock] = []
    /// Blocks of text boxes that hang on the open line and follow it.
    var hanging: [FlowBlock] = []
    /// Nothing of it is kept: the continuation of a merged cell.
    var isCovered = false
  }

  let limits: Limits
  var text: [UInt8] = []
  var frames = [Frame()]
  var tables: [OpenTable] = []
  var cellCount = 0
  var publication: String?

  init(limits: Limits) { self.limits = limits }

  /// Whether the innermost thing open is a table and not a cell of it.
  var isBetweenCells: Bool { tables.last?.depth == frames.count }

  var isInTable: Bool { !tables.isEmpty }

  var headingLevel: Int? {
    get { frames[frames.count - 1].headingLevel }
    set { frames[frames.count - 1].headingLevel = newValue }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) { frames[frames.count - 1].line.append(bytes) }

  mutating func append(_ string: String) { frames[frames.count - 1].line.append(string) }

  mutating func appendSpace() { frames[frames.count - 1].line.appendSpace() }

  /// Ends the open line, if anything stands in it.
  mutating func endLine() {
    let last = frames.count - 1
    if !frames[last].line.isEmpty {
      let start = text.count
      text.append(contentsOf: frames[last].line.bytes)
      let line = FlowLine(text: start..<text.count, headingLevel: frames[last].headingLevel)
      frames[last].blocks.append(.line(line))
    }
    frames[last].line.clear()
    guard !frames[last].hanging.isEmpty else { return }
    frames[last].blocks += frames[last].hanging
    frames[last].hanging = []
  }

  /// A text box: its lines follow the line that it hangs on.
  mutating func openBox() { frames.append(Frame()) }

  mutating func closeBox() {
    endLine()
    let box = frames.removeLast()
    frames[frames.count - 1].hanging += box.blocks
  }

  mutating func finish() -> Flow {
    endLine()
    return Flow(text: text, blocks: frames[0].blocks, publication: publication)
  }
}
