import Figures
import Reports
import RuleInterpreter

/// Another report as rules see it: its record as facts, in the order of `ReportSchema`.
enum EarlierReport {
  /// What a figure or section has as its cause when the other report has none that could be read.
  static let unreadable = "prior_report_unreadable"
  /// What a figure has as its cause when the reports of that year do not agree on it.
  static let differing = "prior_reports_differ"
  static let notFound = MissingCause.priorReportNotFound.rawValue
  /// Causes that lie outside the report under inspection.
  static let causes: Set<String> = [unreadable, differing, notFound]

  /// - Parameter disputed: keys of cells that other reports of the same year state otherwise.
  static func facts(_ record: ReportRecord, disputed: Set<String> = []) -> EarlierFacts {
    let tables = ReportRecord.cellKeys.map { keys in
      keys.map { key in
        disputed.contains(key) ? .missing(cause: differing, nil) : cell(record.cells[key])
      }
    }
    let known = record.joined.filter { disputed.isDisjoint(with: $0.keys) }
    return EarlierFacts(
      edition: record.edition, tables: tables, ambiguities: known.compactMap(ambiguity),
      record: value(record))
  }

  private static func ambiguity(_ joined: JoinedCells) -> Ambiguity? {
    let table = ReportRecord.cellKeys.firstIndex { keys in joined.keys.allSatisfy { keys.contains($0) } }
    guard let table else { return nil }
    let cells = joined.keys.compactMap { ReportRecord.cellKeys[table].firstIndex(of: $0) }
    let ways = JoinedFigures(cells: cells, runs: joined.runs).ways
    return ways.isEmpty ? nil : Ambiguity(table: table, cells: cells, ways: ways)
  }

  private static func cell(_ figure: Figure?) -> CellFact {
    figure.map { .value($0, nil) } ?? .missing(cause: unreadable, nil)
  }

  private static func value(_ record: ReportRecord) -> Value {
    let sections = SectionForm.all.map { section($0, record.sections[$0.number]) }
    return .record(
      name: "earlier",
      fields: [
        .whole(record.year), edition(record.edition), .textElsewhere(record.file), .list(sections),
      ] + sections, title: record.file)
  }

  private static func edition(_ name: String) -> Value {
    Edition.allCases.firstIndex { $0.rawValue == name }.map(Value.index) ?? .missing(cause: unreadable)
  }

  /// One of the six sections of such a record; missing when there is no section of that number.
  static func section(_ number: Int64?, of report: RecordValue) -> Value {
    let index = number.flatMap { number in SectionForm.all.firstIndex { $0.number == number } }
    return index.map { report.fields[firstSection + $0] } ?? .missing(cause: unreadable)
  }

  /// Where the fields for the six sections begin.
  private static let firstSection = 4

  private static func section(_ form: SectionForm, _ text: String?) -> Value {
    .record(
      name: "earlier_section",
      fields: [
        .whole(form.number), .textElsewhere(form.title),
        text.map { .textElsewhere($0) } ?? .missing(cause: unreadable),
      ], title: form.title)
  }
}
