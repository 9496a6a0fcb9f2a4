import Inspection
import Testing

/// A heading that stands twice is one fault, and makes no others.
@Suite struct DoubledSectionTests {
  private static let report = String(decoding: Shipped.sample("yunxi-2023.txt"), as: UTF8.self)

  @Test(arguments: [
    ("六、其他需要报告的事项", "一、总体情况\n见前文。\n六、其他需要报告的事项"),
    ("一、总体情况\n", "一、总体情况\n本县认真落实条例。\n一、总体情况\n"),
    ("2023年本机关未收取信息处理费。", "2023年本机关未收取信息处理费。\n六、其他需要报告的事项\n无。"),
  ])
  func nothingElseIsSaidOfIt(_ part: String, _ other: String) throws {
    #expect(Self.report.contains(part))
    let report = Self.report.replacing(part, with: other, maxReplacements: 1)
    let inspection = try Inspector(Shipped.rules()).inspect(Array(report.utf8), file: "x")
    #expect(inspection.findings.map(\.rule).contains("section-duplicated"))
    #expect(Set(inspection.findings.map(\.rule)).isSubset(of: ["section-duplicated", "section-order"]))
  }
}
