import Diagnostics
import Documents

/// The agency's name on a line of its own: below a title that names none, above the date at the end, or behind
/// 发布机构： and the like, which a page says of itself.
enum Byline {
  /// Lines below a title among which it may stand.
  private static let linesBelow = 3
  /// Lines at the end of a report among which it may stand.
  private static let linesAtEnd = 6

  static func find(_ document: Document, title: Title?, preamble: Range<Int>) -> String? {
    below(title, document, preamble) ?? signature(document) ?? Publisher.find(document)
  }

  private static func below(_ title: Title?, _ document: Document, _ preamble: Range<Int>) -> String? {
    guard let title else { return nil }
    let lines = paragraphs(document, preamble).filter { $0.lower >= title.span.upper }.prefix(linesBelow)
    return lines.lazy.compactMap { name(document.source, $0) }.first
  }

  private static func signature(_ document: Document) -> String? {
    let lines = paragraphs(document, document.blocks.indices).suffix(linesAtEnd)
    return zip(lines, lines.dropFirst()).lazy.compactMap { line, next in
      let date = FoldedText(document.source, next).bytes
      return Dates.isDay(date[...]) ? name(document.source, line) : nil
    }.first
  }

  private static func name(_ source: SourceText, _ span: SourceSpan) -> String? {
    guard span.count <= 2 * Title.longest else { return nil }
    let text = FoldedText(source, span).bytes
    return Title.isName(text[...]) ? text[...].string : nil
  }

  private static func paragraphs(_ document: Document, _ range: Range<Int>) -> [SourceSpan] {
    range.compactMap { index in
      if case .paragraph(let paragraph) = document.blocks[index] { return paragraph.span }
      return nil
    }
  }
}
