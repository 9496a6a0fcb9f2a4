import Diagnostics
import Reports
import RuleInterpreter

/// Looks up what one report is to be compared with.
struct ArchiveSearch {
  private let agency: String?
  private let year: Int?
  private let sha256: String
  private let archive: any ReportArchive

  init(_ report: Report, sha256: String, _ archive: any ReportArchive) {
    self.agency = report.agency
    self.year = report.year
    self.sha256 = sha256
    self.archive = archive
  }

  /// The same bytes are never compared with themselves. Of another year's reports, the last stands for all of
  /// them; a figure that they state differently is not known. Of this year's, the last is the one to compare
  /// with, and where there is none, there is nothing to compare; nor is there where the archive has no other
  /// year of this agency.
  func answer(_ request: ArchiveRequest) -> ArchiveAnswer {
    let others = archive.records(agency: name(request.agency)).filter { $0.sha256 != sha256 }
    let found = others.filter { $0.year == request.year }
    guard let last = found.first else {
      return request.year == year || others.allSatisfy { $0.year == year } ? .nothing : .notFound
    }
    let disputed = request.year == year ? [] : Self.disputed(last, found.dropFirst())
    return .report(EarlierReport.facts(last, disputed: disputed))
  }

  /// Rules compute with folded text; the archive knows the name as it was read.
  private func name(_ folded: String) -> String {
    guard let agency else { return folded }
    let source = SourceText(agency)
    return FoldedText(source, source.span).text == folded ? agency : folded
  }

  private static func disputed(_ last: ReportRecord, _ others: ArraySlice<ReportRecord>) -> Set<String> {
    Set(
      others.filter { $0.edition == last.edition }.flatMap { other in
        last.cells.filter { key, figure in other.cells[key].map { $0 != figure } ?? false }.keys
      })
  }
}
