import Diagnostics
import Figures
import Inspection
import Reports

/// A report as it was understood, as JSON. Its keys are a contract.
enum ReportJSON {
  static func text(_ report: Report, _ claims: [Claim], file: String) -> String {
    JSON.object([
      ("file", .string(file)),
      ("title", .optional(report.title?.text)),
      ("agency", .optional(report.agency)),
      ("year", .optional(report.year)),
      ("edition", .string(report.edition.rawValue)),
      ("published", .optional(report.published)),
      ("sections", .array(report.sections.map { section($0, report) })),
      ("tables", .object(report.tables.map { ($0.form.key, table($0)) })),
      ("missing", .array(report.tables.flatMap(missing))),
      ("claims", .array(claims.map(claim))),
    ]).line
  }

  private static func section(_ section: Section, _ report: Report) -> JSON {
    .object([
      ("number", .integer(section.form.number)),
      ("title", .string(section.headings.first?.title ?? section.form.title)),
      ("present", .truth(section.isPresent)),
      ("empty", .truth(section.isEmpty)),
      ("line", .optional(section.headings.first.map { report.source.line(at: $0.span.lower) })),
    ])
  }

  /// Rows and cells of the report's edition; a cell that could not be read is null.
  private static func table(_ table: TableReading) -> JSON {
    let rows = table.form.rows.indices.compactMap { row -> (String, JSON)? in
      let cells = table.form.columns.indices.compactMap { column -> (String, JSON)? in
        let reading = table[row, column]
        if reading.cause == .notInEdition { return nil }
        return (table.form.columns[column].key, reading.figure.map { .number($0.description) } ?? .null)
      }
      return cells.isEmpty ? nil : (table.form.rows[row].key, .object(cells))
    }
    return .object(rows)
  }

  private static func missing(_ table: TableReading) -> [JSON] {
    table.form.rows.indices.flatMap { row in
      table.form.columns.indices.compactMap { column in
        guard let cause = table[row, column].cause, cause != .notInEdition else { return nil }
        let cell = "\(table.form.key).\(table.form.rows[row].key).\(table.form.columns[column].key)"
        return .object([("cell", .string(cell)), ("cause", .string(cause.rawValue))])
      }
    }
  }

  private static func claim(_ claim: Claim) -> JSON {
    .object([
      ("kind", .string(claim.kind)), ("value", claim.value.map { .number($0.description) } ?? .null),
      ("text", .string(claim.text)),
      ("line", .integer(claim.line)), ("scope", .string(claim.scope)),
    ])
  }
}
