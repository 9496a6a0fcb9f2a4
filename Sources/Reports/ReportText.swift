import Diagnostics
import Documents

/// The folded texts of a report that rules search.
struct ReportText {
  /// Everything, cell by cell and paragraph by paragraph.
  let whole: FoldedText
  /// Sentences and headings, without what stands in statutory tables.
  let prose: FoldedText
  /// For each block, its range in `whole`.
  let blocks: [Range<Int>]

  init(_ document: Document, _ outline: Outline) {
    var whole = FoldedText.Builder()
    var prose = FoldedText.Builder()
    whole.reserve(document.source.bytes.count)
    prose.reserve(document.source.bytes.count)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(document.blocks.count)
    for (index, block) in document.blocks.enumerated() {
      let start = whole.count
      Self.append(block, document.source, to: &whole)
      ranges.append(start..<max(start, whole.count - 1))
      if Self.isProse(block, document.source, section: outline.section(ofBlock: index), index, outline) {
        Self.append(block, document.source, to: &prose)
      }
    }
    self.whole = whole.build()
    self.prose = prose.build()
    self.blocks = ranges
  }

  /// The range in `whole` that a stretch of blocks covers.
  func range(_ stretch: Range<Int>) -> Range<Int> {
    guard !stretch.isEmpty else { return 0..<0 }
    return blocks[stretch.lowerBound].lowerBound..<blocks[stretch.upperBound - 1].upperBound
  }

  private static func append(_ block: Block, _ source: SourceText, to builder: inout FoldedText.Builder) {
    switch block {
    case .paragraph(let paragraph):
      builder.append(source, paragraph.span)
      builder.appendBreak()
    case .table(let table):
      for row in table.rows {
        for cell in row.cells where !cell.span.isEmpty {
          builder.append(source, cell.span)
          builder.appendBreak()
        }
      }
    }
  }

  /// In the sections that hold tables, a line that is no sentence is a cell or a caption.
  private static func isProse(
    _ block: Block, _ source: SourceText, section: Int?, _ index: Int, _ outline: Outline
  ) -> Bool {
    guard case .paragraph(let paragraph) = block else { return false }
    guard let section, (2...4).contains(section) else { return true }
    if outline.headings.contains(where: { $0.block == index }) { return true }
    let text = source.bytes[paragraph.span.lower..<paragraph.span.upper]
    return text.holds("。") || leadsIn(text)
  }

  /// `全年共收到政府信息公开申请388件，具体情况如下：`
  private static func leadsIn(_ text: ArraySlice<UInt8>) -> Bool {
    let comma: [Needle] = ["，", ","]
    let endings: [Needle] = ["：", ":", "如下", "下表", "如下表", "附表", "表格"]
    let words = text.droppingLast("\n").droppingLast("\r")
    return comma.contains { words.holds($0) } && endings.contains { words.ends($0) }
  }
}
