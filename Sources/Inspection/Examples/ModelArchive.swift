import Figures
import Reports
import RuleInterpreter
import RuleLanguage

/// The archive that examples of rules see: the consistent report's predecessor, and the same report as it was
/// published before, each with the example's changes.
struct ModelArchive {
  private let identity: ModelIdentity
  private let changes: [(need: Int?, change: RuleExample.EarlierChange)]

  init(_ identity: ModelIdentity, _ changes: [RuleExample.Change]) {
    self.identity = identity
    self.changes = changes.compactMap { change in
      if case .earlier(let need, let earlier) = change { (need, earlier) } else { nil }
    }
  }

  /// Whatever agency and year are asked for: an example may have changed either.
  func answer(_ request: ArchiveRequest) -> ArchiveAnswer {
    let isOfThisYear = request.year == identity.year
    guard var record = isOfThisYear ? Self.published[identity.edition] : Self.predecessors[identity.edition]
    else { return .nothing }
    record = record.dated(request.year)
    for (need, change) in changes where need == nil || need == request.need {
      switch change {
      case .absent: return isOfThisYear ? .nothing : .notFound
      case .cell(let table, let row, let column, let content):
        record = record.replacing(cell: Self.key(table, row, column), with: Self.figure(content))
      case .section(let number, let text): record = record.replacing(section: number, with: text)
      }
    }
    return .report(EarlierReport.facts(record))
  }

  private static func key(_ table: Int, _ row: Int, _ column: Int) -> String {
    ReportRecord.cellKeys[table][TableForm.all[table].index(row: row, column: column)]
  }

  private static func figure(_ content: RuleExample.CellContent) -> Figure? {
    if case .value(let figure) = content { figure } else { nil }
  }

  /// The consistent report as it was published before.
  static let published = models { ModelReport(.standard($0), []).read() }

  private static let predecessors = models { ModelReport.predecessor($0).read() }

  private static func models(_ read: (Edition) -> Report?) -> [Edition: ReportRecord] {
    let records = Edition.allCases.compactMap { edition in
      read(edition).flatMap { ReportRecord($0, file: "上一份报告", sha256: "") }.map { (edition, $0) }
    }
    return Dictionary(uniqueKeysWithValues: records)
  }
}

extension ReportRecord {
  fileprivate func dated(_ year: Int) -> ReportRecord {
    ReportRecord(
      file: file, sha256: sha256, agency: agency, year: year, edition: edition, cells: cells,
      sections: sections)
  }

  fileprivate func replacing(cell: String, with figure: Figure?) -> ReportRecord {
    var cells = cells
    cells[cell] = figure
    return ReportRecord(
      file: file, sha256: sha256, agency: agency, year: year, edition: edition, cells: cells,
      sections: sections)
  }

  fileprivate func replacing(section: Int, with text: String) -> ReportRecord {
    var sections = sections
    sections[section] = text.isEmpty ? nil : text
    return ReportRecord(
      file: file, sha256: sha256, agency: agency, year: year, edition: edition, cells: cells,
      sections: sections)
  }
}
