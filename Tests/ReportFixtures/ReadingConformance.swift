import Diagnostics
import Figures
public import Reports

/// What every reading has to keep, whatever the report: figures stand where they are said to.
public enum ReadingConformance {
  /// The ways in which a report breaks the rules; none when it is sound.
  public static func check(_ report: Report) -> [String] {
    report.tables.flatMap { table in
      table.cells.indices.compactMap { index in
        fault(table.cells[index], report.source).map { "\(table.form.key) \(index): \($0)" }
      }
    }
  }

  private static func fault(_ cell: CellReading, _ source: SourceText) -> String? {
    switch cell {
    case .missing(_, let span):
      guard let span, !source.span.contains(span) else { return nil }
      return "\(span) is outside"
    case .value(let figure, let span, let manner):
      guard source.span.contains(span) else { return "\(span) is outside" }
      let digits = FoldedText(source, span).bytes.filter(isDigit)
      return isQuoted(figure, manner, digits) ? nil : "\(figure) from “\(source.text(span))”"
    }
  }

  /// Units move the point and take away zeros; all other digits stand in what is quoted, in their order.
  private static func isQuoted(_ figure: Figure, _ manner: CellReading.Manner, _ digits: [UInt8]) -> Bool {
    if manner == .customaryZero { return figure == .zero && digits.isEmpty }
    let zero = UInt8(ascii: "0")
    if figure == .zero { return digits.contains(zero) }
    var needed = figure.description.utf8.filter(isDigit)[...].drop { $0 == zero }
    while needed.last == zero { needed.removeLast() }
    return digits.indices.contains { digits[$0...].starts(with: needed) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
