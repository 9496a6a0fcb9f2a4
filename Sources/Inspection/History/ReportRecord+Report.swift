import Decoding
import Diagnostics
import Documents
import Figures
import Reports

extension ReportRecord {
  /// Nil when no agency or no year was found: nobody could look it up.
  init?(_ report: Report, file: String, sha256: String) {
    guard let agency = report.agency, let year = report.year else { return nil }
    self.init(
      file: file, sha256: sha256, agency: agency, year: year, edition: report.edition.rawValue,
      cells: Self.cells(report.tables), joined: Self.joined(report.tables), sections: Self.sections(report))
  }

  /// Reads a report for its record alone, without running any rule.
  ///
  /// - Returns: nil when no agency or no year was found.
  public static func read(_ bytes: [UInt8], file: String) throws(Rejection) -> ReportRecord? {
    let document: Document
    do throws(DecodingFailure) {
      document = try Decoders.decode(bytes)
    } catch {
      throw Rejection(error)
    }
    guard let report = ReportReader.read(document) else { throw .notAReport }
    return ReportRecord(report, file: file, sha256: Digest.sha256(bytes))
  }

  private static func cells(_ tables: [TableReading]) -> [String: Figure] {
    var cells: [String: Figure] = [:]
    for (table, keys) in zip(tables, cellKeys) {
      for (cell, key) in zip(table.cells, keys) {
        if let figure = cell.figure { cells[key] = figure }
      }
    }
    return cells
  }

  private static func joined(_ tables: [TableReading]) -> [JoinedCells] {
    zip(tables, cellKeys).flatMap { table, keys in
      table.joined.map { joined in JoinedCells(keys: joined.cells.map { keys[$0] }, runs: joined.runs) }
    }
  }

  private static func sections(_ report: Report) -> [Int: String] {
    var sections: [Int: String] = [:]
    for section in report.sections {
      let prose = report.proseRange(section)
      if !prose.isEmpty { sections[section.form.number] = report.prose.text(prose) }
    }
    return sections
  }

  /// `t3.new.natural`, in the order of the forms' cells.
  static let cellKeys: [[String]] = TableForm.all.map { form in
    form.rows.flatMap { row in form.columns.map { "\(form.key).\(row.key).\($0.key)" } }
  }
}

extension Report {
  /// What a section says in sentences, as a range of `prose`: neither its heading nor its table.
  func proseRange(_ section: Section) -> Range<Int> {
    guard !section.text.isEmpty else { return 0..<0 }
    let range = prose.range(from: whole.span(section.text))
    // The line feed that divides it from the next piece is not its own.
    let isDivided = !range.isEmpty && prose.bytes[range.upperBound - 1] == UInt8(ascii: "\n")
    return range.lowerBound..<(range.upperBound - (isDivided ? 1 : 0))
  }
}
