import Diagnostics
import Figures
import Reports
import RuleInterpreter

/// The values of one report, in the order of `ReportSchema`.
enum ReportFacts {
  static func facts(_ report: Report, file: String) -> Facts {
    let sections = report.sections.map { section($0, report) }
    return Facts(
      edition: report.edition.rawValue, year: report.year,
      selfReference: report.agency.map(OwnAgency.reference),
      agencyKinds: kinds(report),
      tables: report.tables.map { $0.cells.map(cell) }, ambiguities: ambiguities(report),
      globals: [
        .text(report.prose),
        .text(report.whole),
        record(report, file: file),
        .list(sections),
        .list(report.tables.map { table($0, report) }),
        .list(headings(report)),
        .list(report.overviewParts.map { part($0, report) }),
        .list(report.statutoryRows.map { row($0, report) }),
        .list(report.oddCells.map { oddCell($0, report) }),
        inferredRows(report, "t3"),
        inferredRows(report, "t4"),
      ] + sections + [.text(report.surroundings)])
  }

  /// Rows that were read with the help of their own sum, which then proves nothing.
  private static func inferredRows(_ report: Report, _ key: String) -> Value {
    let table = report.tables.first { $0.form.key == key }
    return .list((table?.inferredRows ?? []).sorted().map(Value.index))
  }

  private static func ambiguities(_ report: Report) -> [Ambiguity] {
    report.tables.enumerated().flatMap { index, table in
      table.joined.compactMap { joined in
        let ways = joined.ways
        return ways.isEmpty ? nil : Ambiguity(table: index, cells: joined.cells, ways: ways)
      }
    }
  }

  private static func cell(_ reading: CellReading) -> CellFact {
    switch reading {
    case .value(let figure, let span, _): .value(figure, span)
    case .missing(let cause, let span): .missing(cause: cause.rawValue, span)
    }
  }

  private static func record(_ report: Report, file: String) -> Value {
    let title = report.title
    let kind = report.agency.map { AgencyKind($0) }
    return .record(
      name: "report",
      fields: [
        text(report.agency),
        name(kind?.level.map(ReportSchema.index)),
        name(kind?.body.map(ReportSchema.index)),
        year(report.year, nil),
        text(title?.text),
        year(title?.year, title?.span),
        year(report.period?.year, report.period?.span),
        year(FileYear.find(file), nil),
        name(Edition.allCases.firstIndex(of: report.edition)),
        published(report),
        due(report, kind),
        .truth(report.hasSingleOtherRow),
      ], span: title?.span ?? SourceSpan(0, 0))
  }

  /// In the order of `ReportSchema.agencySets`.
  private static func kinds(_ report: Report) -> [Int?] {
    let kind = report.agency.map { AgencyKind($0) }
    return [kind?.level.map(ReportSchema.index), kind?.body.map(ReportSchema.index)]
  }

  private static func name(_ index: Int?) -> Value {
    index.map(Value.index) ?? .missing(cause: MissingCause.unreadable.rawValue)
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
        length(section, report),
        .text(report.prose, report.proseRange(section)),
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

  /// In characters, white space and line ends not counted.
  private static func length(_ section: Section, _ report: Report) -> Value {
    let count = report.whole.bytes[section.text].count { $0 & 0xC0 != 0x80 && $0 != UInt8(ascii: "\n") }
    return .whole(count, span: section.headings.last?.span)
  }

  private static func headings(_ report: Report) -> [Value] {
    let headings = report.headings
    return headings.indices.map { index in
      let heading = headings[index]
      let form = report.sections.first { $0.form.number == heading.section }?.form
      return .record(
        name: "heading",
        fields: [
          number(heading.section),
          heading.number.map(number) ?? .missing(cause: MissingCause.blank.rawValue),
          text(heading.title),
          .truth(heading.isWorded),
          number(index > 0 ? headings[index - 1].section : 0),
          text(form?.title),
        ], key: String(heading.section), title: heading.title, span: heading.span)
    }
  }

  private static func part(_ part: OverviewPart, _ report: Report) -> Value {
    .record(
      name: "part", fields: [text(part.name), .truth(part.isPresent)], key: part.name, title: part.name,
      span: report.sections.first { $0.form.number == 1 }?.headings.first?.span)
  }

  private static func row(_ row: StatutoryRow, _ report: Report) -> Value {
    let section = report.sections.first { $0.form.number == row.table.section }
    let name = row.row.names.last ?? row.row.key
    return .record(
      name: "row", fields: [text(row.table.title), text(name), .truth(row.isPresent)], key: row.row.key,
      title: name, span: section?.headings.first?.span)
  }

  private static func oddCell(_ cell: OddCell, _ report: Report) -> Value {
    let name = cell.row.names[0] + "·" + cell.column.names[0]
    return .record(
      name: "odd_cell",
      fields: [
        text(cell.table.title),
        text(cell.row.names[0]),
        text(cell.column.names[0]),
        .truth(cell.fault == .blank),
        .truth(cell.fault == .words),
        .truth(cell.fault == .negative),
        .truth(cell.fault == .fractional),
        cell.span.map { .text(FoldedText(report.source, $0)) } ?? text(""),
      ], key: [cell.table.key, cell.row.key, cell.column.key].joined(separator: "."), title: name,
      span: cell.span)
  }

  private static func published(_ report: Report) -> Value {
    let parts = (report.published ?? "").split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return .missing(cause: MissingCause.unreadable.rawValue) }
    let span = WrittenDay(year: parts[0], month: parts[1], day: parts[2]).place(in: report.whole)
    return .date(year: parts[0], month: parts[1], day: parts[2], span: span)
  }

  private static func due(_ report: Report, _ kind: AgencyKind?) -> Value {
    guard let year = report.year, let kind, let due = DueDate.month(kind, report.edition) else {
      return .missing(cause: MissingCause.unreadable.rawValue)
    }
    return .date(year: year + 1, month: due.month, day: due.day)
  }

  private static func text(_ text: String?) -> Value {
    guard let text else { return .missing(cause: MissingCause.unreadable.rawValue) }
    return .textElsewhere(text)
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
