import Foundation
import Inspection
import Testing

private let realReports = ProcessInfo.processInfo.environment["GOVREPORT_REPORTS"]

/// Real reports, where a folder of them is at hand (`GOVREPORT_REPORTS`): what a person found in them.
@Suite(.enabled(if: realReports != nil, "GOVREPORT_REPORTS names no folder"))
struct RealReportsTests {

  struct Expected: CustomTestStringConvertible {
    let file: String
    let agency: String
    let year: Int
    let edition: String
    /// How many cells are read of how many; nil where that is still getting better.
    var cells: String?
    /// Of severity warning and above: all of them were confirmed by eye.
    let alarms: [String]
    /// Of severity info.
    let notes: [String]

    var testDescription: String { file }
  }

  static let expected = [
    Expected(
      file: "qingchuan-2021.txt", agency: "青川县", year: 2021, edition: "2021", cells: "200/200",
      alarms: [
        "injected-term:1", "injected-term:1", "injected-term:1", "injected-term:18", "injected-term:18",
        "injected-term:28", "injected-term:83",
      ], notes: ["assessment-missing", "overview-length:2"]),
    Expected(
      file: "shibing-2021.txt", agency: "施秉县", year: 2021, edition: "2021", cells: "200/200",
      alarms: ["fee-statement-missing:295"],
      notes: ["assessment-missing", "assessment-missing", "overview-length:2"]),
    Expected(
      file: "luanchuan-office-2022.txt", agency: "栾川县政府办", year: 2022, edition: "2021", cells: "200/200",
      alarms: [
        "narrative-applications:19", "section-duplicated 1:7", "count-missing:19", "fee-statement-missing:95",
      ], notes: ["overview-length:7"]),
    Expected(
      file: "qingfeng-town-2020.txt", agency: "重庆市永川区青峰镇", year: 2020, edition: "2019", cells: "198/198",
      alarms: ["date-malformed:5", "docnumber-malformed:5", "breakdown-sum:11", "date-malformed:623"],
      notes: []),
    Expected(
      file: "huachuan-2020.txt", agency: "桦川县", year: 2020, edition: "2019",
      alarms: ["script-mixed:93", "script-mixed:93"],
      notes: ["assessment-missing", "assessment-missing", "narrative-review-silent:5"]),
    Expected(
      file: "suqian-2023.txt", agency: "宿迁市", year: 2023, edition: "2021", cells: "200/200", alarms: [],
      notes: ["assessment-missing", "narrative-review-silent:3", "overview-length:3"]),
    Expected(
      file: "hongze-2024.layout.txt", agency: "淮安市洪泽区", year: 2024, edition: "2021",
      alarms: ["edition-mismatch:128"], notes: ["assessment-missing", "assessment-missing"]),
    Expected(
      file: "hongze-2024.flow.txt", agency: "淮安市洪泽区", year: 2024, edition: "2021",
      alarms: ["edition-mismatch:389"], notes: ["assessment-missing", "assessment-missing"]),
    Expected(
      file: "shanghai-office-2025.md", agency: "上海市政府办公厅", year: 2025, edition: "2021",
      alarms: ["section-missing 5"], notes: ["overview-length:15"]),
    Expected(
      file: "pingtan-2019.txt", agency: "平潭综合实验区", year: 2019, edition: "2019",
      alarms: ["breakdown-sum:10", "count-missing:10"], notes: ["text-doubled:10"]),
    Expected(
      file: "pingtan-2022.txt", agency: "平潭综合实验区", year: 2022, edition: "2021", alarms: [],
      notes: ["text-doubled:10", "overview-length:10"]),
    Expected(
      file: "pingtan-2024.txt", agency: "平潭综合实验区", year: 2024, edition: "2021", alarms: [],
      notes: ["narrative-review-silent:10", "overview-length:10"]),
    Expected(
      file: "pingtan-2025.txt", agency: "平潭综合实验区", year: 2025, edition: "2021", alarms: [], notes: []),
  ]

  @Test(arguments: expected) func whatIsWrongIsFoundAndNothingElse(_ expected: Expected) throws {
    let path = URL(filePath: try #require(realReports)).appending(path: expected.file)
    let inspection = Inspector(try Shipped.rules()).inspect(Shipped.bytes(path), file: expected.file)
    #expect(inspection.agency == expected.agency)
    #expect(inspection.year == expected.year)
    #expect(inspection.edition == expected.edition)
    let assessment = inspection.assessment
    if let cells = expected.cells { #expect("\(assessment.cellsRead)/\(assessment.cellsRequired)" == cells) }
    let grave = inspection.findings.count { $0.outcome == .fail && $0.severity >= .warning }
    #expect(Array(inspection.alarms.prefix(grave)) == expected.alarms)
    #expect(inspection.alarms.dropFirst(grave).sorted() == expected.notes.sorted())
  }
}
