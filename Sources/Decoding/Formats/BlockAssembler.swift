import Diagnostics
import Documents

/// Puts the lines of a text file together to paragraphs and tables.
struct BlockAssembler {
  private let source: SourceText
  private let wrapping: Wrapping
  private let cellLimit: Int
  private var cellCount = 0
  private var blocks: [Block] = []
  private var rows: [Table.Row] = []
  private var lines: [PendingLine] = []

  private struct PendingLine {
    let span: SourceSpan
    let headingLevel: Int?
    /// Whether the next line of the file follows at once, with no blank line or table between.
    var isFollowed = false
  }

  init(source: SourceText, wrapping: Wrapping, cellLimit: Int) {
    self.source = source
    self.wrapping = wrapping
    self.cellLimit = cellLimit
  }

  mutating func add(_ line: TextLine) throws(DecodingFailure) {
    switch line.content {
    case .blank: endTable()
    case .rule: break
    case .row(let cells):
      endParagraphs()
      rows.append(Table.Row(span: line.span, cells: cells))
      cellCount += cells.count
      if cellCount > cellLimit { throw .tooManyCells(limit: cellLimit) }
    case .text(let span, let level):
      endTable()
      if let last = lines.last, isAdjacent(last.span, span) { lines[lines.count - 1].isFollowed = true }
      lines.append(PendingLine(span: span, headingLevel: level))
    }
  }

  mutating func finish() -> [Block] {
    endParagraphs()
    endTable()
    return blocks
  }

  private func isAdjacent(_ first: SourceSpan, _ second: SourceSpan) -> Bool {
    source.bytes[first.upper..<second.lower].count { $0 == UInt8(ascii: "\n") } == 1
  }

  private mutating func endTable() {
    if !rows.isEmpty { blocks.append(.table(Table(layout: .delimited, rows: rows))) }
    rows = []
  }

  /// Joins lines that were broken to fit a page: each but the last of a paragraph is about full.
  private mutating func endParagraphs() {
    var index = 0
    while index < lines.count {
      var span = lines[index].span
      let level = lines[index].headingLevel
      while level == nil, lines[index].isFollowed, index + 1 < lines.count,
        lines[index + 1].headingLevel == nil,
        wrapping.continues(lines[index].span, lines[index + 1].span)
      {
        index += 1
        span = span.union(lines[index].span)
      }
      blocks.append(.paragraph(Paragraph(span: span, headingLevel: level)))
      index += 1
    }
    lines = []
  }
}

/// Whether and where the lines of a file were broken to fit a page.
struct Wrapping {
  private let source: SourceText
  /// The width in terminal columns at which lines were broken; nil when they were not.
  private let width: Int?

  /// No page is narrower or wider than this, in terminal columns.
  private static let plausible = 36...130
  /// A full line can fall short of the width: some marks may not begin the next line, and digits and
  /// Latin words do not break.
  private static let slack = 10

  /// - Parameter lines: all lines of running text in the file; a sentence that is wider than any page tells that
  ///   a line is a paragraph.
  init(_ source: SourceText, _ lines: [SourceSpan]) {
    self.source = source
    // The rows of a table that is drawn with spaces say nothing of where sentences were broken.
    let running = lines.filter { !Self.hasGap(source, $0) }
    self.width = Self.width(running.map { ($0, DisplayWidth.of(source, $0)) }, source)
  }

  /// Cells of a table that stand in lines of their own are not broken, however wide: a few that end no sentence
  /// do not count, when many lines agree on a width.
  private static func width(_ lines: [(span: SourceSpan, width: Int)], _ source: SourceText) -> Int? {
    let sorted = lines.sorted { $0.width > $1.width }
    var best: (width: Int, full: Int)?
    for (passed, line) in sorted.prefix(fewCells + 1).enumerated() {
      let full = sorted.dropFirst(passed).prefix { $0.width > line.width - slack }.count
      if plausible.contains(line.width), full >= (passed == 0 ? 3 : many), full > best?.full ?? 0 {
        best = (line.width, full)
      }
      // A whole sentence: nothing wider than the rest may be passed over.
      if source.bytes[line.span.lower..<line.span.upper].suffix(3).elementsEqual("。".utf8) { break }
    }
    return best?.width
  }

  private static let fewCells = 3
  private static let many = 8

  func continues(_ line: SourceSpan, _ next: SourceSpan) -> Bool {
    guard let width, !Self.hasGap(source, line), !Self.hasGap(source, next) else { return false }
    let full = (width - Self.slack + 1)...width
    guard full.contains(DisplayWidth.of(source, line)), !isFigure(next) else { return false }
    return !beginsAnew(next) && !isHeading(line)
  }

  /// A cell with nothing but a figure in it: what follows a broken sentence has words, or a mark at least.
  private func isFigure(_ line: SourceSpan) -> Bool {
    source.bytes[line.lower..<line.upper].allSatisfy { 0x30...0x39 ~= $0 || ",./-".utf8.contains($0) }
  }

  /// Whether spaces stand side by side between its words.
  private static func hasGap(_ source: SourceText, _ line: SourceSpan) -> Bool {
    let space = UInt8(ascii: " ")
    let bytes = source.bytes[line.lower..<line.upper].drop { $0 == space }
    return zip(bytes, bytes.dropFirst()).contains { $0 == space && $1 == space }
  }

  /// `三、…情况`: a chapter's heading that ends with its line.
  private func isHeading(_ line: SourceSpan) -> Bool {
    beginsAnew(line)
      && Self.headingEnds.contains { ending in
        source.bytes[line.lower..<line.upper].suffix(ending.count).elementsEqual(ending)
      }
  }

  private static let headingEnds = ["情况", "事项", "问题", "情况。", "事项。", "情况：", "事项："].map { Array($0.utf8) }

  /// `（一）…`, `一、…`: a new paragraph whatever the line before it looks like.
  private func beginsAnew(_ line: SourceSpan) -> Bool {
    let scalars = Array(source.text(line).unicodeScalars.prefix(3))
    if let first = scalars.first, first == "（" || first == "(" {
      return scalars.count > 2 && Self.numerals.contains(scalars[1])
    }
    return scalars.count > 1 && Self.numerals.contains(scalars[0]) && scalars[1] == "、"
  }

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)
}
