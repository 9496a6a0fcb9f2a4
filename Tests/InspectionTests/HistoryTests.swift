import Figures
import Inspection
import Testing

/// History rules over an archive of earlier reports.
@Suite struct HistoryTests {
  /// The reports of one year after another, as an archive in memory.
  private struct Archive: ReportArchive {
    let all: [ReportRecord]

    func records(agency: String) -> [ReportRecord] { all.filter { $0.agency == agency } }
  }

  private static let rules = """
    rule carry-over error "跨年结转不一致" {
      basis   "表三"
      needs   prev = archive(report.agency, report.year - 1)
      for     列 in t3.columns
      check   t3[上年结转, 列] == prev.t3[结转下年, 列]
      message "“{列}”：上年报告结转 {rhs} 件，本年填 {lhs} 件"
    }
    rule section-reused warning "年年雷同" {
      basis   "第五部分"
      needs   prev = archive(report.agency, report.year - 1)
      for     节 in sections
      where   not 节.empty and known(prev.section(节.number).prose)
      check   similarity(节.prose, prev.section(节.number).prose) < 90
      message "“{节}”与上年相同 {lhs}%"
    }
    rule changed info "发布后改动" {
      basis   "条例"
      needs   earlier = archive(report.agency, report.year)
      for     列 in t3.columns
      check   t3[新收, 列] == earlier.t3[新收, 列]
      message "{列}：{rhs} 改为 {lhs}"
    }
    """

  private let inspector: Inspector
  private let bytes = Shipped.sample("yunxi-2023.txt")
  private let record: ReportRecord

  init() throws {
    let file = RuleSource(name: "history.rules", bytes: Array(Self.rules.utf8))
    inspector = Inspector(try RuleSet([RuleFolder(path: "site", files: [file])]))
    record = try #require(try ReportRecord.read(bytes, file: "yunxi-2023.txt"))
  }

  private func inspect(_ records: [ReportRecord]) -> Inspection {
    inspector.inspect(bytes, file: "yunxi-2023.txt", archive: Archive(all: records))
  }

  /// The record of another report, with figures of its own.
  private func record(year: Int, sha256: String = "0", cells: [String: Int64?] = [:]) -> ReportRecord {
    var figures = record.cells
    for (key, value) in cells { figures[key] = value.flatMap { Figure($0) } }
    return ReportRecord(
      file: "\(year).txt", sha256: sha256, agency: record.agency, year: year, edition: record.edition,
      cells: figures, sections: [5: "今年的问题与往年不同，另作说明。"])
  }

  /// The report of 2022 that this one goes on from.
  private func predecessor(_ cells: [String: Int64?] = [:], sha256: String = "0") -> ReportRecord {
    var carried: [String: Int64?] = [:]
    for column in ["natural", "business", "research", "public_interest", "legal", "other", "total"] {
      carried["t3.carried_out.\(column)"] = record.cells["t3.carried_in.\(column)"]?.whole
    }
    return record(year: 2022, sha256: sha256, cells: carried.merging(cells) { $1 })
  }

  @Test func aRecordHoldsWhatWasRead() throws {
    #expect(record.agency == "云溪县")
    #expect(record.year == 2023)
    #expect(record.edition == "2021")
    #expect(record.sha256 == Inspector.sha256(bytes))
    let examination = inspector.examine(bytes, file: "yunxi-2023.txt")
    #expect(examination.record == record)
    #expect(record.cells.count == examination.inspection.assessment.cellsRead)
    #expect(record.cells["t3.new.total"] != nil)
    let prose = try #require(record.sections[1])
    #expect(!prose.contains("一、总体情况") && !prose.isEmpty)
    #expect(record.sections[3]?.contains("自然人") != true, "cells are no prose")
  }

  @Test func agreementPasses() {
    let inspection = inspect([predecessor()])
    #expect(inspection.findings == [])
    #expect(inspection.assessment.rulesRun == 2)
    #expect(inspection.verdict == .passed)
  }

  @Test func differencesAreFound() {
    let inspection = inspect([predecessor(["t3.carried_out.total": 9])])
    #expect(inspection.alarms.map { String($0.split(separator: ":")[0]) } == ["carry-over total"])
    #expect(inspection.verdict == .flagged)
  }

  @Test func anUnknownAgencyIsNothingToCheck() {
    #expect(inspect([]).assessment.rulesRun == 0)
    #expect(inspector.inspect(bytes, file: "a").assessment.rulesRun == 0)
  }

  @Test func theSameBytesAreNotTheirOwnPredecessor() {
    let inspection = inspect([record])
    #expect(inspection.assessment.rulesRun == 0)
    #expect(inspection.findings == [])
  }

  /// Nothing of the report itself is unread, and so it is not incomplete for it.
  @Test func aLackingYearIsToldAndLeavesTheVerdict() {
    let inspection = inspect([record(year: 2019)])
    #expect(inspection.findings.map(\.causes) == [["prior_report_not_found"], ["prior_report_not_found"]])
    #expect(inspection.findings.allSatisfy { $0.outcome == .notAssessable })
    #expect(inspection.verdict == .passed)
    #expect(inspection.assessment.rulesNotAssessable == 0)
  }

  @Test func whatThePredecessorLacksIsMissing() {
    let inspection = inspect([predecessor(["t3.carried_out.total": nil as Int64?])])
    #expect(inspection.findings.map(\.causes) == [["prior_report_unreadable"]])
    #expect(inspection.verdict == .passed)
  }

  /// A corrected report and the one that it corrects: nobody is accused by the wrong one.
  @Test func figuresThatPredecessorsDisagreeOnAreNotKnown() {
    let inspection = inspect([predecessor(), predecessor(["t3.carried_out.total": 9], sha256: "1")])
    #expect(inspection.findings.map(\.causes) == [["prior_reports_differ"]])
  }

  @Test func theSameTextTwiceIsReused() {
    var sections = predecessor().sections
    sections[5] = record.sections[5]
    let before = predecessor()
    let same = ReportRecord(
      file: before.file, sha256: "0", agency: before.agency, year: 2022, edition: before.edition,
      cells: before.cells, sections: sections)
    let findings = inspect([same]).findings
    #expect(findings.map(\.subject) == ["5"])
    #expect(findings.first?.lhs == "100")
  }

  @Test func anotherPublicationOfTheYearIsCompared() {
    let inspection = inspect([record(year: 2023, cells: ["t3.new.natural": 1000])])
    let changed = inspection.findings.filter { $0.rule == "changed" }
    #expect(changed.map(\.subject) == ["natural"])
    #expect(changed.first?.rhs == "1000")
  }
}
