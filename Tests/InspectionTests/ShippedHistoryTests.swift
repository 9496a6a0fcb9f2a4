import Figures
import Foundation
import Inspection
import Testing

private let realReports = ProcessInfo.processInfo.environment["GOVREPORT_REPORTS"]

/// The delivered rules that compare a report with those of other years.
@Suite struct ShippedHistoryTests {
  static let rules: Set<String> = [
    "carry-over", "stock-documents", "section-reused", "changed-after-publication",
  ]

  private struct Archive: ReportArchive {
    let all: [ReportRecord]

    func records(agency: String) -> [ReportRecord] { all.filter { $0.agency == agency } }
  }

  private let inspector: Inspector
  private static let report = String(decoding: Shipped.sample("yunxi-2023.txt"), as: UTF8.self)

  init() throws { inspector = Inspector(try Shipped.rules()) }

  /// The report of the year before, from the sample with these texts replaced.
  private func predecessor(_ changes: [(String, String)] = []) throws -> ReportRecord {
    // In 2022 two applications were carried over and eighteen documents were in force.
    let text =
      ([("2024", "二零二四"), ("2023", "2022"), ("二零二四", "2023"), ("| 2 | 1 | 19 |", "| 2 | 1 | 18 |")] + changes)
      .reduce(Self.report) { $0.replacing($1.0, with: $1.1) }
    return try #require(try ReportRecord.read(Array(text.utf8), file: "2022.txt"))
  }

  private func alarms(_ report: String, after records: [ReportRecord]) -> [String] {
    inspector.inspect(Array(report.utf8), file: "2023.txt", archive: Archive(all: records)).alarms
      .map { String($0.split(separator: ":")[0]) }
  }

  /// Another text for section five, and one paragraph of section one.
  private static let rewritten = report.replacing("部分乡镇的公开目录与实际职责对应不够", with: "个别部门解读材料照抄文件，群众看不懂")

  @Test func yearsThatFitTogetherRaiseNothing() throws {
    #expect(
      alarms(Self.rewritten, after: [try predecessor()]).filter { !$0.hasPrefix("section-reused") } == [])
  }

  @Test func whatIsCarriedOverMustArrive() throws {
    let before = try predecessor([
      ("四、结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2", "四、结转下年度继续办理 | 5 | 0 | 0 | 0 | 0 | 0 | 5")
    ])
    #expect(alarms(Self.rewritten, after: [before]).contains("carry-over"))
  }

  @Test func theStockOfDocumentsGoesOn() throws {
    let before = try predecessor([("| 2 | 1 | 18 |", "| 2 | 1 | 30 |")])
    #expect(alarms(Self.rewritten, after: [before]).contains("stock-documents normative"))
  }

  @Test func aSectionCopiedFromTheYearBeforeIsTold() throws {
    let told = alarms(Self.report, after: [try predecessor()])
    #expect(told.contains("section-reused 1"))
  }

  @Test func otherFiguresForTheSameYearAreTold() throws {
    let other = Self.report.replacing(
      "（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 3 |", with: "（二）部分公开（区分处理的，只计这一情形，不计其他情形） | 4 |")
    let before = try #require(try ReportRecord.read(Array(other.utf8), file: "old.txt"))
    #expect(alarms(Self.report, after: [before]) == ["changed-after-publication partial/natural"])
  }

  @Test func withoutOtherYearsNothingIsSaid() {
    #expect(alarms(Self.report, after: []) == [])
  }

  /// Pages whose cells ran together: which figures they have cannot be told, and yet no way of cutting them
  /// makes the stocks meet. With its cells told apart, the same is found.
  @Test(
    .enabled(if: realReports != nil, "GOVREPORT_REPORTS names no folder"),
    arguments: [(2024, 2025, "行政规范性文件5845546", "行政规范性文件 58 45 546")])
  func aRealStockIsCompared(_ before: Int, _ after: Int, _ joined: String, _ apart: String) throws {
    let folder = URL(filePath: try #require(realReports))
    let read: (Int) throws -> String = { year in
      String(decoding: Shipped.bytes(folder.appending(path: "pingtan-\(year).txt")), as: UTF8.self)
    }
    let record = try #require(try ReportRecord.read(Array(read(before).utf8), file: "before.txt"))
    #expect(try alarms(read(after), after: [record]).contains("stock-documents normative"))
    // 440 + 58 − 45 is one way: with a stock that meets it, nobody is accused by a guess.
    let met = try read(after).replacing(joined, with: "行政规范性文件5845453")
    #expect(!alarms(met, after: [record]).contains { $0.hasPrefix("stock-documents") })
    #expect(try read(after).contains(joined))
    var cells = record.cells
    cells["t2.normative.in_force"] = Figure(440)
    let whole = ReportRecord(
      file: record.file, sha256: record.sha256, agency: record.agency, year: record.year,
      edition: record.edition, cells: cells, sections: record.sections)
    #expect(
      try alarms(read(after).replacing(joined, with: apart), after: [whole]).contains(
        "stock-documents normative"))
  }
}
