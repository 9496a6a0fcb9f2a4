import Diagnostics
import Documents

/// One line of a text file: blank, a row of cells, or a piece of a paragraph.
struct TextLine {
  enum Content {
    case blank
    case row([Table.Cell])
    /// The line of dashes under a Markdown header.
    case rule
    case text(SourceSpan, headingLevel: Int?)
  }

  let span: SourceSpan
  let content: Content

  init(_ source: SourceText, _ line: SourceSpan) {
    self.span = Trimming.trim(source, line)
    self.content = Self.classify(source, line: line, trimmed: span)
  }

  /// The text of a line that is a piece of a paragraph.
  var text: SourceSpan? {
    if case .text(let span, _) = content { return span }
    return nil
  }

  private static func classify(_ source: SourceText, line: SourceSpan, trimmed: SourceSpan) -> Content {
    if trimmed.isEmpty { return .blank }
    if isRule(source, trimmed) { return .rule }
    if let separator = separator(source, line: line, trimmed: trimmed) {
      let cells = cells(source, separator == UInt8(ascii: "|") ? trimmed : line, separator)
      if !isProse(source, cells) { return .row(cells) }
    }
    return heading(source, trimmed)
  }

  /// A row is told by a pipe at an end or two pipes, or by a tab behind its first character.
  private static func separator(_ source: SourceText, line: SourceSpan, trimmed: SourceSpan) -> UInt8? {
    let pipe = UInt8(ascii: "|")
    let tab = UInt8(ascii: "\t")
    let bytes = source.bytes
    let pipes = bytes[trimmed.lower..<trimmed.upper].count { $0 == pipe }
    if pipes > 1 || bytes[trimmed.lower] == pipe || bytes[trimmed.upper - 1] == pipe { return pipe }
    return bytes[trimmed.lower..<line.upper].contains(tab) ? tab : nil
  }

  /// A whole sentence in one cell, the others blank, is prose with a stray separator.
  private static func isProse(_ source: SourceText, _ cells: [Table.Cell]) -> Bool {
    let filled = cells.filter { !$0.span.isEmpty }
    return filled.count == 1 && holdsFullStop(source, filled[0].span)
  }

  /// E3 80 82 in UTF-8.
  private static func holdsFullStop(_ source: SourceText, _ span: SourceSpan) -> Bool {
    let bytes = source.bytes
    return (span.lower..<max(span.lower, span.upper - 2)).contains {
      bytes[$0] == 0xE3 && bytes[$0 + 1] == 0x80 && bytes[$0 + 2] == 0x82
    }
  }

  private static func cells(_ source: SourceText, _ line: SourceSpan, _ separator: UInt8) -> [Table.Cell] {
    var bounds = line
    if separator == UInt8(ascii: "|") {
      if source.bytes[bounds.lower] == separator { bounds = SourceSpan(bounds.lower + 1, bounds.upper) }
      if bounds.upper > bounds.lower, source.bytes[bounds.upper - 1] == separator {
        bounds = SourceSpan(bounds.lower, bounds.upper - 1)
      }
    }
    var cells: [Table.Cell] = []
    var start = bounds.lower
    for index in bounds.lower...bounds.upper
    where index == bounds.upper || source.bytes[index] == separator {
      let span = Trimming.trimMarkup(source, SourceSpan(start, index))
      cells.append(Table.Cell(span: span, column: cells.count))
      start = index + 1
    }
    return cells
  }

  /// `|---|:--:|`, `--------→----`: marks of a drawn table, no cells.
  private static func isRule(_ source: SourceText, _ span: SourceSpan) -> Bool {
    let bytes = source.bytes[span.lower..<span.upper]
    let marks = bytes.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
    guard marks >= 3 else { return false }
    let drawing: Set<UInt8> = Set("-=|:+ \t".utf8)
    return bytes.allSatisfy { drawing.contains($0) }
  }

  private static func heading(_ source: SourceText, _ span: SourceSpan) -> Content {
    let level = source.bytes[span.lower..<span.upper].prefix { $0 == UInt8(ascii: "#") }.count
    let isMarked = (1...6).contains(level)
    let text = isMarked ? SourceSpan(span.lower + level, span.upper) : span
    return .text(Trimming.trimMarkup(source, text), headingLevel: isMarked ? level : nil)
  }
}
