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
    let cells: String
    let alarms: [String]

    var testDescription: String { file }
  }

  static let expected = [
    Expected(
      file: "qingchuan-2021.txt", agency: "青川县", year: 2021, edition: "2021", cells: "200/200",
      alarms: [
        "injected-term:1", "injected-term:1", "injected-term:1", "injected-term:18", "injected-term:18",
        "injected-term:28", "injected-term:83",
      ]),
    Expected(
      file: "shibing-2021.txt", agency: "施秉县", year: 2021, edition: "2021", cells: "200/200",
      alarms: ["fee-statement-missing:295"]),
    Expected(
      file: "luanchuan-office-2022.txt", agency: "栾川县政府办", year: 2022, edition: "2021", cells: "200/200",
      alarms: [
        "narrative-applications:19", "section-duplicated 1:7", "count-missing:19", "fee-statement-missing:95",
      ]),
    Expected(
      file: "qingfeng-town-2020.txt", agency: "重庆市永川区青峰镇", year: 2020, edition: "2019", cells: "198/198",
      alarms: ["date-malformed:5", "docnumber-malformed:5", "breakdown-sum:11", "date-malformed:623"]),
    Expected(
      file: "huachuan-2020.txt", agency: "桦川县", year: 2020, edition: "2019", cells: "142/198",
      alarms: ["script-mixed:93", "script-mixed:93"]),
    Expected(
      file: "suqian-2023.txt", agency: "宿迁市", year: 2023, edition: "2021", cells: "200/200", alarms: []),
  ]

  @Test(arguments: expected) func whatIsWrongIsFoundAndNothingElse(_ expected: Expected) throws {
    let path = URL(filePath: try #require(realReports)).appending(path: expected.file)
    let inspection = Inspector(try Shipped.rules()).inspect(Shipped.bytes(path), file: expected.file)
    #expect(inspection.agency == expected.agency)
    #expect(inspection.year == expected.year)
    #expect(inspection.edition == expected.edition)
    let assessment = inspection.assessment
    #expect("\(assessment.cellsRead)/\(assessment.cellsRequired)" == expected.cells)
    #expect(inspection.alarms == expected.alarms)
  }
}
