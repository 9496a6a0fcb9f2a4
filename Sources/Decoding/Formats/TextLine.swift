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
      let cells = cells(source, separator == .pipe ? trimmed : line, separator)
      if !isProse(source, cells) { return .row(cells) }
    }
    return heading(source, trimmed)
  }

  private enum Separator { case pipe, tab }

  /// A row is told by a pipe at an end or two pipes, by one before nothing but a short figure, or by a tab
  /// behind its first character.
  private static func separator(_ source: SourceText, line: SourceSpan, trimmed: SourceSpan) -> Separator? {
    let pipes = Pipes.all(source.bytes, trimmed)
    if let first = pipes.first, let last = pipes.last {
      let isAtEnd = first.lower == trimmed.lower || last.upper == trimmed.upper
      if pipes.count > 1 || isAtEnd || isShortFigure(source, SourceSpan(last.upper, trimmed.upper)) {
        return .pipe
      }
    }
    return source.bytes[trimmed.lower..<line.upper].contains(UInt8(ascii: "\t")) ? .tab : nil
  }

  private static func isShortFigure(_ source: SourceText, _ span: SourceSpan) -> Bool {
    let text = Trimming.trim(source, span)
    return text.count <= 24 && !text.isEmpty
      && source.bytes[text.lower..<text.upper].allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: ">") }
      && source.bytes[text.lower..<text.upper].contains { $0 &- UInt8(ascii: "0") < 10 }
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

  private static func cells(_ source: SourceText, _ line: SourceSpan, _ separator: Separator) -> [Table.Cell]
  {
    var bounds = line
    var dividers = separator == .pipe ? Pipes.all(source.bytes, line) : tabs(source.bytes, line)
    if separator == .pipe {
      if let first = dividers.first, first.lower == bounds.lower {
        bounds = SourceSpan(first.upper, bounds.upper)
        dividers.removeFirst()
      }
      if let last = dividers.last, last.upper == bounds.upper {
        bounds = SourceSpan(bounds.lower, last.lower)
        dividers.removeLast()
      }
    }
    var cells: [Table.Cell] = []
    var start = bounds.lower
    for divider in dividers + [SourceSpan(bounds.upper, bounds.upper)] {
      let span = Trimming.trimMarkup(source, SourceSpan(start, divider.lower))
      cells.append(Table.Cell(span: span, column: cells.count))
      start = divider.upper
    }
    return cells
  }

  private static func tabs(_ bytes: [UInt8], _ line: SourceSpan) -> [SourceSpan] {
    (line.lower..<line.upper).filter { bytes[$0] == UInt8(ascii: "\t") }.map { SourceSpan($0, $0 + 1) }
  }

  /// `|---|:--:|`, `--------→----`: marks of a drawn table, no cells.
  private static func isRule(_ source: SourceText, _ span: SourceSpan) -> Bool {
    let bytes = source.bytes[span.lower..<span.upper]
    if bytes.first == 0xE2 { return Pipes.isBorder(bytes) }
    let marks = bytes.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
    guard marks >= 3 else { return false }
    let drawing: Set<UInt8> = Set("-=|:+ \t".utf8)
    guard bytes.allSatisfy({ drawing.contains($0) }) else { return false }
    // Single dashes with spaces around them are zeros of a row.
    let isDense = !bytes.contains { $0 <= UInt8(ascii: " ") }
    return isDense || zip(bytes, bytes.dropFirst()).contains { $0 == $1 && $0 > UInt8(ascii: " ") }
  }

  private static func heading(_ source: SourceText, _ span: SourceSpan) -> Content {
    let level = source.bytes[span.lower..<span.upper].prefix { $0 == UInt8(ascii: "#") }.count
    let isMarked = (1...6).contains(level)
    let text = isMarked ? SourceSpan(span.lower + level, span.upper) : span
    return .text(Trimming.trimMarkup(source, text), headingLevel: isMarked ? level : nil)
  }
}
