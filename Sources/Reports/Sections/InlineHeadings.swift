import Diagnostics
import Documents

/// Divides paragraphs that hold several chapters: a page that was saved as one line has its headings in
/// the middle of it.
enum InlineHeadings {
  /// In bytes; no shorter paragraph holds chapters with their content.
  private static let shortest = 900
  /// In bytes; how far behind its numeral a heading can end.
  private static let longestHeading = 150
  /// So many chapters must be there for the paragraph to be taken for several.
  private static let fewest = 3

  static func divide(_ document: Document) -> Document {
    guard document.blocks.contains(where: isLong) else { return document }
    return document.divided(into: document.blocks.flatMap { divide($0, document.source) })
  }

  private static func isLong(_ block: Block) -> Bool {
    guard case .paragraph(let paragraph) = block else { return false }
    return paragraph.span.count >= shortest
  }

  private static func divide(_ block: Block, _ source: SourceText) -> [Block] {
    guard case .paragraph(let paragraph) = block, isLong(block) else { return [block] }
    let text = FoldedText(source, paragraph.span)
    let headings = headings(text.bytes[...])
    guard headings.count >= fewest else { return [block] }
    var blocks: [Block] = []
    var end = 0
    for heading in headings {
      append(end..<heading.lowerBound, text, level: nil, to: &blocks)
      append(heading, text, level: 1, to: &blocks)
      end = heading.upperBound
    }
    append(end..<text.bytes.count, text, level: nil, to: &blocks)
    return blocks
  }

  private static func append(_ range: Range<Int>, _ text: FoldedText, level: Int?, to blocks: inout [Block]) {
    if range.isEmpty { return }
    blocks.append(.paragraph(Paragraph(span: text.span(range), headingLevel: level)))
  }

  /// The chapters' headings in their order, each behind the one before.
  private static func headings(_ text: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = text.startIndex
    for form in SectionForm.all {
      guard let heading = heading(of: form, in: text[start...]) else { continue }
      found.append(heading)
      start = heading.upperBound
    }
    return found
  }

  private static func heading(of form: SectionForm, in text: ArraySlice<UInt8>) -> Range<Int>? {
    let numeral = SectionForm.numerals[form.number - 1]
    var rest = text
    while let index = rest.first(numeral) {
      rest = rest[(index + numeral.bytes.count)...]
      guard rest.begins("、"), let end = end(of: form, in: rest.prefix(longestHeading)) else { continue }
      return index..<end
    }
    return nil
  }

  /// Behind the first 情况 or 事项 that the words of the form stand before. A figure or the end of a
  /// sentence in between tells that this is no heading.
  private static func end(of form: SectionForm, in text: ArraySlice<UInt8>) -> Int? {
    let closings: [Needle] = ["情况", "事项"]
    let ends = closings.compactMap { word in text.first(word).map { $0 + word.bytes.count } }.sorted()
    for end in ends {
      let title = text[text.startIndex..<end]
      if title.holds("。") || title.contains(where: \.isASCIIDigit) { return nil }
      if form.wordings.contains(where: { words in words.allSatisfy { title.holds($0) } }) { return end }
    }
    return nil
  }
}
