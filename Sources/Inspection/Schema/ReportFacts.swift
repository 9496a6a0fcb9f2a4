import Diagnostics
import Figures
import Reports
import RuleInterpreter

/// The values of one report, in the order of `ReportSchema`.
enum ReportFacts {
  static func facts(_ report: Report, file: String) -> Facts {
    let sections = report.sections.map { section($0, report) }
    return Facts(
      edition: report.edition.rawValue, tables: report.tables.map { $0.cells.map(cell) },
      globals: [
        .text(report.prose),
        .text(report.whole),
        record(report, file: file),
        .list(sections),
        .list(report.tables.map { table($0, report) }),
      ] + sections)
  }

  private static func cell(_ reading: CellReading) -> CellFact {
    switch reading {
    case .value(let figure, let span, _): .value(figure, span)
    case .missing(let cause, let span): .missing(cause: cause.rawValue, span)
    }
  }

  private static func record(_ report: Report, file: String) -> Value {
    let title = report.title
    return .record(
      name: "report",
      fields: [
        text(report.agency),
        year(report.year, nil),
        text(title?.text),
        year(title?.year, title?.span),
        year(report.period?.year, report.period?.span),
        year(FileYear.find(file), nil),
        text(report.edition.rawValue),
      ])
  }

  private static func section(_ section: Section, _ report: Report) -> Value {
    .record(
      name: "section",
      fields: [
        number(section.form.number),
        text(section.form.title),
        .truth(section.isPresent),
        .truth(section.isEmpty),
        number(section.headings.count),
        .text(report.whole, section.text),
      ], key: String(section.form.number), title: section.form.title,
      // A doubled heading is pointed at where it comes again.
      span: section.headings.dropFirst().first?.span ?? section.headings.first?.span)
  }

  private static func table(_ table: TableReading, _ report: Report) -> Value {
    let section = report.sections.first { $0.form.number == table.form.section }
    return .record(
      name: "table",
      fields: [
        text(table.form.title),
        number(table.form.section),
        .truth(table.isPresent),
        .truth(section?.isPresent ?? false),
      ], key: table.form.key, title: table.form.title, span: section?.headings.first?.span)
  }

  private static func text(_ text: String?) -> Value {
    guard let text else { return .missing(cause: MissingCause.unreadable.rawValue) }
    let source = SourceText(text)
    return .text(FoldedText(source, source.span))
  }

  private static func number(_ value: Int) -> Value {
    .number(Figure(millionths: Int64(value) * Figure.scale), span: nil)
  }

  private static func year(_ year: Int?, _ span: SourceSpan?) -> Value {
    guard let year else { return .missing(cause: MissingCause.unreadable.rawValue) }
    return .number(Figure(millionths: Int64(year) * Figure.scale), span: span)
  }
}

/// The year that a file's name gives to its report.
enum FileYear {
  /// Only `2023年`: bare digits in a name can be a date of upload or a number.
  static func find(_ file: String) -> Int? {
    let name = Array((file.split(separator: "/").last ?? "").utf8)
    let mark = Array("年".utf8)
    let years = ProseScanner.occurrences(of: mark, in: name, 0..<name.count).compactMap { end -> Int? in
      let digits = name[..<end].reversed().prefix { $0.isDigit }.reversed()
      guard digits.count == 4, digits.first == UInt8(ascii: "2") else { return nil }
      return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    return Set(years).count == 1 ? years[0] : nil
  }
}
