import Inspection
import Testing

@Suite struct InspectorTests {
  private let inspector: Inspector

  init() throws { inspector = Inspector(try Shipped.rules()) }

  struct Sample: CustomTestStringConvertible {
    let file: String
    let verdict: Verdict
    let agency: String?
    let year: Int?
    let alarms: [String]

    var testDescription: String { file }
  }

  static let samples = [
    Sample(file: "yunxi-2023.txt", verdict: .passed, agency: "云溪县", year: 2023, alarms: []),
    Sample(
      file: "shiqiao-town-2022.txt", verdict: .flagged, agency: "临溪市石桥湾镇政府办公室", year: 2022,
      alarms: ["narrative-applications", "count-missing", "fee-statement-missing"]),
    Sample(
      file: "lanping-water-2024.txt", verdict: .flagged, agency: "澜坪县水务局", year: 2024,
      alarms: ["injected-term", "t3-balance total", "t3-row-total new"]),
    Sample(file: "wuling-2020.txt", verdict: .incomplete, agency: "芜岭县", year: 2020, alarms: []),
    Sample(file: "not-a-report.txt", verdict: .rejected, agency: nil, year: nil, alarms: []),
  ]

  @Test(arguments: samples) func samplesGetTheirVerdicts(_ sample: Sample) {
    let inspection = inspector.inspect(Shipped.sample(sample.file), file: sample.file)
    #expect(inspection.verdict == sample.verdict)
    #expect(inspection.agency == sample.agency)
    #expect(inspection.year == sample.year)
    let alarms = inspection.alarms.map { String($0.split(separator: ":")[0]) }
    #expect(alarms.sorted() == sample.alarms.sorted())
  }

  @Test func theSameBytesGiveTheSameInspection() {
    let bytes = Shipped.sample("lanping-water-2024.txt")
    #expect(inspector.inspect(bytes, file: "a") == inspector.inspect(bytes, file: "a"))
  }

  @Test func everyFindingHasAnIdOfItsOwn() {
    for sample in Self.samples {
      let ids = inspector.inspect(Shipped.sample(sample.file), file: sample.file).findings.map(\.id)
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test func findingsQuoteWhatStandsAtTheirPlace() throws {
    let bytes = Shipped.sample("shiqiao-town-2022.txt")
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for finding in inspector.inspect(bytes, file: "x").findings {
      let place = try #require(finding.places.first)
      let line = lines[place.line - 1].unicodeScalars.dropFirst(place.column - 1)
      #expect(String(String.UnicodeScalarView(line)).hasPrefix(place.text))
    }
  }

  @Test func wordsBeforeWhatIsUnreadableAccuseNobody() {
    let findings = inspector.inspect(Shipped.sample("wuling-2020.txt"), file: "x").findings
    #expect(!findings.isEmpty)
    for finding in findings {
      #expect(finding.outcome == .notAssessable)
      #expect(finding.severity == .info)
      #expect(finding.causes == ["column_ambiguous"])
      #expect(finding.message.contains("无法核对"))
    }
  }

  static let refused: [(name: String, bytes: [UInt8], code: String)] = [
    ("empty", [], "empty"),
    ("not a report", Array("关于召开会议的通知\n各单位：\n定于明日开会。\n".utf8), "not_a_report"),
    ("NUL bytes", Array("一、总体情况\u{0}\n".utf8), "not_text"),
    ("an ELF file", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0], "format_unsupported"),
    ("no charset", [0xB2, 0xBB, 0xFF, 0xFF, 0x80, 0x30, 0x0A], "charset_unknown"),
  ]

  @Test(arguments: refused.indices) func whatIsNoReportIsRejectedWithAReason(_ index: Int) {
    let (name, bytes, code) = Self.refused[index]
    let inspection = inspector.inspect(bytes, file: name)
    #expect(inspection.verdict == .rejected, "\(name)")
    #expect(inspection.rejection?.code == code, "\(name)")
    #expect(inspection.findings.isEmpty)
  }

  @Test func manyFaultsOfOneRuleAreSaidWithoutEnd() {
    let clean = String(decoding: Shipped.sample("yunxi-2023.txt"), as: UTF8.self)
    let flood = clean.replacing(
      "一、总体情况", with: "一、总体情况\n" + String(repeating: "各部門。", count: 500), maxReplacements: 1)
    let findings = inspector.inspect(Array(flood.utf8), file: "x").findings.filter {
      $0.rule == "script-mixed"
    }
    #expect(findings.count == 100)
    #expect(findings.contains { $0.message.contains("另有 400 处") })
  }
}
