public import Diagnostics

/// An annual report as it was understood: a plain value.
public struct Report: Sendable {
  public let source: SourceText
  public let title: Title?
  /// In the canonical form (云溪县, not 云溪县人民政府); nil when the text names none.
  public let agency: String?
  public let year: Int?
  /// The year of the period that the report says its figures cover, and where it says so.
  public let period: Dated?
  public let edition: Edition
  /// `YYYY-MM-DD`.
  public let published: String?
  /// All six, in order.
  public let sections: [Section]
  /// Tables 2, 3 and 4.
  public private(set) var tables: [TableReading]
  /// Everything, folded.
  public let whole: FoldedText
  /// Sentences and headings, folded, without what stands in statutory tables.
  public let prose: FoldedText

  /// What a page holds around and under the report, folded: menus, footers, what is hidden.
  public let surroundings: FoldedText
  /// Where these begin, and the report ends.
  let end: Int

  /// A year and where it stands.
  public struct Dated: Sendable, Hashable {
    public let year: Int
    public let span: SourceSpan
  }

  /// Cells that the edition demands.
  public var cellsRequired: Int { tables.reduce(0) { $0 + $1.requiredCells(edition).count } }

  /// Those of them that have a value.
  public var cellsRead: Int { tables.reduce(0) { $0 + $1.requiredCells(edition).count { $0.figure != nil } } }

  /// The section in which an offset lies; nil before the first heading and behind the report.
  public func section(at offset: Int) -> Int? {
    guard offset < end else { return nil }
    var best: Heading?
    for section in sections {
      for heading in section.headings where heading.span.lower <= offset {
        if best.map({ $0.span.lower < heading.span.lower }) ?? true { best = heading }
      }
    }
    return best?.section
  }

  /// The same report with one cell read otherwise: for asking what rules would say then.
  public func replacing(table: Int, row: Int, column: Int, with reading: CellReading) -> Report {
    var report = self
    report.tables[table][row, column] = reading
    return report
  }
}
