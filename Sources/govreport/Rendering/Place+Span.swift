import Diagnostics
import Inspection

extension Finding.Place {
  /// Where the quote stands. A long quote was cut and ends in `…`, which is not in the report.
  func span(in source: SourceText) -> SourceSpan {
    let lower = lower(in: source)
    let quote = isWhole(in: source) ? text.utf8.count : String(text.dropLast()).utf8.count
    return SourceSpan(lower, min(source.bytes.count, lower + quote))
  }

  /// Whether nothing was cut off the quote.
  func isWhole(in source: SourceText) -> Bool {
    source.bytes[lower(in: source)...].starts(with: text.utf8)
  }

  private func lower(in source: SourceText) -> Int {
    let line = source.lineSpan(line)
    let before = source.text(line).unicodeScalars.prefix(column - 1)
    return line.lower + String(String.UnicodeScalarView(before)).utf8.count
  }
}
