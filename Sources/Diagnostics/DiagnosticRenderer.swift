/// Shows a diagnostic as a compiler does: file, line and column, the line itself, and a caret that
/// stands under the fault in a terminal where a Chinese character takes two columns.
///
///     error[E104]: …
///       --> 表三.rules:5:14
///        |
///      5 |   check t3[新收到, 列] == 1
///        |            ^^^^^^ …
///        = help: …
public enum DiagnosticRenderer {
  public static func render(_ diagnostic: Diagnostic, file: String, source: SourceText) -> String {
    let position = source.position(at: diagnostic.label.span.lower)
    let number = String(position.line)
    let gutter = String(repeating: " ", count: number.count)
    var lines = [
      "\(diagnostic.severity.rawValue)[\(diagnostic.code)]: \(VisibleText.of(diagnostic.message))",
      "\(gutter)--> \(VisibleText.of(file)):\(position.line):\(position.column)",
      "\(gutter) |",
    ]
    let excerpt = Excerpt(source, around: diagnostic.label.span)
    lines.append("\(number) | \(excerpt.text)")
    let label = diagnostic.label.text.isEmpty ? "" : " " + VisibleText.of(diagnostic.label.text)
    lines.append("\(gutter) | \(excerpt.underline)\(label)")
    lines += diagnostic.notes.map { "\(gutter) = note: \(VisibleText.of($0))" }
    if let help = diagnostic.help { lines.append("\(gutter) = help: \(VisibleText.of(help))") }
    return lines.joined(separator: "\n")
  }
}

/// A line cut to what fits around a span, and the carets under that span.
public struct Excerpt: Sendable {
  public let text: String
  public let underline: String

  /// A paragraph of a report is one line of a thousand characters: so many are shown on each side.
  private static let margin = 24
  /// … and of the span itself.
  private static let longest = 60

  public init(_ source: SourceText, around span: SourceSpan) {
    let line = source.lineSpan(source.line(at: span.lower))
    let begin = min(span.lower, line.upper)
    let end = max(begin, min(span.upper, line.upper))
    let before = Self.shown(source.text(SourceSpan(line.lower, begin)))
    let marked = Self.shown(source.text(SourceSpan(begin, end)))
    let after = Self.shown(source.text(SourceSpan(end, line.upper)))
    let shownBefore = Self.tail(before, Self.margin)
    let shownMarked = Self.head(marked, Self.longest)
    self.text = shownBefore + shownMarked + Self.head(after, Self.margin)
    self.underline =
      String(repeating: " ", count: DisplayWidth.of(shownBefore))
      + String(repeating: "^", count: max(1, DisplayWidth.of(shownMarked)))
  }

  private static func head(_ text: String, _ count: Int) -> String {
    text.unicodeScalars.count <= count ? text : String(text.unicodeScalars.prefix(count)) + "…"
  }

  private static func tail(_ text: String, _ count: Int) -> String {
    text.unicodeScalars.count <= count ? text : "…" + String(text.unicodeScalars.suffix(count))
  }

  private static func shown(_ text: String) -> String {
    VisibleText.of(String(text.map { $0 == "\t" ? " " : $0 }))
  }
}
