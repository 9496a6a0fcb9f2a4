/// Walks the main part of a word processor's file and tells a flow what stands in it.
///
/// Changes that were tracked count as accepted; notes, fields' instructions and hidden text are left out.
struct DOCXWalk {
  let styles: DOCXStyles
  var numbering: DOCXNumbering
  let limits: Limits
  var flow: FlowBuilder
  var paragraphs: [OpenParagraph] = []
  private var cells: [OpenCell] = []
  /// For each open row, whether it was deleted.
  private var deletedRows: [Bool] = []
  /// For each open alternative, whether a branch was taken.
  private var alternatives: [Bool] = []
  private var opened: [Opened] = []
  /// How deep in something that is left out.
  private var skipped = 0
  private var isText = false
  /// Whether the open run stands above or below the line: a note's mark, and no part of a figure.
  private var isRaised = false
  private var isHidden = false
  private var inRunProperties = false
  private var inRowProperties = false

  struct OpenParagraph {
    var style: String?
    var number = DOCXNumbering.Reference()
    var outlineLevel: Int?
    /// Whether its end was deleted, so that it runs on into the next.
    var isJoined = false
    var hasBegun = false
    var inProperties = false
  }

  private struct OpenCell {
    /// Whether a table can take it here.
    let isPlaced: Bool
    var columns = 1
    var isCovered = false
    /// Whether its properties are known and the flow's cell is open.
    var isOpen = false
  }

  init(styles: DOCXStyles, numbering: DOCXNumbering, limits: Limits) {
    self.styles = styles
    self.numbering = numbering
    self.limits = limits
    self.flow = FlowBuilder(limits: limits)
  }

  mutating func flow(_ part: [UInt8]) throws(DecodingFailure) -> Flow {
    try XMLPart.forEach(part, limits: limits) { (part, event) throws(DecodingFailure) in
      switch event {
      case .start(let name, _): opened.append(try start(name, part))
      case .end: if let last = opened.popLast() { try close(last) }
      case .text(let text): if skipped == 0, isText, !isHidden { write(text) }
      }
    }
    return flow.finish()
  }

  private static let leftOut: Set<String> = [
    "w:del", "w:moveFrom", "w:rt", "w:instrText", "w:delText", "w:footnote", "w:endnote", "w:sdtPr",
    "w:tblGrid",
    "w:sectPr", "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:tblPrExChange", "w:trPrChange",
    "w:tcPrChange",
    "w:sectPrChange", "w:tblGridChange", "w:numberingChange",
  ]

  private var inProperties: Bool {
    inRunProperties || inRowProperties || paragraphs.last?.inProperties == true
  }

  /// What an element opened, so that its end closes that and nothing else, however odd the file.
  private enum Opened {
    case nothing, leftOut, alternative
    case paragraph, run, text, box, table, row, cell
    case paragraphProperties, runProperties, rowProperties
  }

  private mutating func start(_ name: String, _ part: XMLPart) throws(DecodingFailure) -> Opened {
    // Among properties, a deletion is told of the thing itself.
    let isOwnDeletion = name == "w:del" && inProperties
    if skipped > 0 || !takesBranch(name) || Self.leftOut.contains(name) && !isOwnDeletion {
      skipped += 1
      return .leftOut
    }
    if name == "mc:AlternateContent" {
      alternatives.append(false)
      return .alternative
    }
    if inProperties {
      takeProperty(name, part)
      return .nothing
    }
    if let opened = try startPlace(name) { return opened }
    startContent(name, part)
    return .nothing
  }

  /// Elements whose end means something.
  private mutating func startPlace(_ name: String) throws(DecodingFailure) -> Opened? {
    switch name {
    case "w:p":
      try openCell()
      paragraphs.append(OpenParagraph())
      return .paragraph
    case "w:pPr" where !paragraphs.isEmpty:
      paragraphs[paragraphs.count - 1].inProperties = true
      return .paragraphProperties
    case "w:r":
      (isRaised, isHidden) = (false, false)
      return .run
    case "w:rPr":
      inRunProperties = true
      return .runProperties
    case "w:t", "m:t":
      isText = true
      return .text
    case "w:trPr":
      inRowProperties = true
      return .rowProperties
    default: return try startBlock(name)
    }
  }

  private mutating func startBlock(_ name: String) throws(DecodingFailure) -> Opened? {
    switch name {
    case "w:txbxContent":
      try openCell()
      flow.openBox()
      return .box
    case "w:tbl":
      try openCell()
      try flow.openTable()
      return .table
    case "w:tr":
      deletedRows.append(false)
      flow.openRow()
      return .row
    case "w:tc":
      cells.append(OpenCell(isPlaced: flow.isBetweenCells))
      return .cell
    default: return nil
    }
  }

  private mutating func startContent(_ name: String, _ part: XMLPart) {
    switch name {
    case "w:gridSpan": changeCell { $0.columns = Self.integer(part) ?? 1 }
    case "w:vMerge", "w:hMerge": changeCell { $0.isCovered = part.attribute("val") != "restart" }
    case "w:tab", "w:ptab": flow.appendSpace()
    case "w:br", "w:cr": flow.endLine()
    case "w:noBreakHyphen": write("-")
    // A sign of a symbol font, of which nobody knows what it shows; but the cell is not blank.
    case "w:sym": write("\u{FFFD}")
    default: break
    }
  }

  private mutating func takeProperty(_ name: String, _ part: XMLPart) {
    if inRunProperties {
      if name == "w:vanish" { isHidden = Self.isOn(part) }
      guard name == "w:vertAlign", part.attribute("val") != "baseline" else { return }
      isRaised = true
      flow.appendSpace()
    } else if inRowProperties {
      if name == "w:del", !deletedRows.isEmpty { deletedRows[deletedRows.count - 1] = true }
      if name == "w:gridBefore" { flow.skip(columns: Self.integer(part) ?? 0) }
    } else {
      paragraphs[paragraphs.count - 1].take(name, part)
    }
  }

  private mutating func close(_ opened: Opened) throws(DecodingFailure) {
    switch opened {
    case .nothing: break
    case .leftOut: skipped -= 1
    case .alternative: alternatives.removeLast()
    case .paragraph: endParagraph()
    case .run: if isRaised { flow.appendSpace() }
    case .text: isText = false
    case .box: flow.closeBox()
    case .table: flow.closeTable()
    case .row:
      flow.closeRow()
      if deletedRows.removeLast() { flow.dropRow() }
    case .cell: try closeCell()
    case .paragraphProperties: paragraphs[paragraphs.count - 1].inProperties = false
    case .runProperties: inRunProperties = false
    case .rowProperties: inRowProperties = false
    }
  }

  /// Of the branches that say the same thing for programs of different age, one is taken.
  private mutating func takesBranch(_ name: String) -> Bool {
    guard name == "mc:Choice" || name == "mc:Fallback", let isTaken = alternatives.last else { return true }
    alternatives[alternatives.count - 1] = true
    return !isTaken
  }

  private mutating func changeCell(_ change: (inout OpenCell) -> Void) {
    if let last = cells.last, !last.isOpen { change(&cells[cells.count - 1]) }
  }

  /// The properties of a cell come first; with its first content all of them are known.
  private mutating func openCell() throws(DecodingFailure) {
    guard let cell = cells.last, cell.isPlaced, !cell.isOpen else { return }
    cells[cells.count - 1].isOpen = true
    try flow.openCell(columns: cell.columns, rows: 1, isCovered: cell.isCovered)
  }

  private mutating func closeCell() throws(DecodingFailure) {
    try openCell()
    if cells.removeLast().isPlaced { flow.closeCell() }
  }

  private static func integer(_ part: XMLPart) -> Int? { part.attribute("val").flatMap { Int($0) } }

  private static func isOn(_ part: XMLPart) -> Bool {
    let value = part.attribute("val")
    return value != "0" && value != "false" && value != "off"
  }
}
