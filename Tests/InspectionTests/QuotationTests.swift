import Inspection
import Testing

/// What findings quote of a report.
@Suite struct QuotationTests {
  /// However many bytes lie around a fault, no character is cut in two.
  @Test(arguments: 0..<4) func quotationsAreWholeCharacters(_ letters: Int) throws {
    let around = String(repeating: "a", count: letters)
    let report = String(decoding: Shipped.sample("yunxi-2023.txt"), as: UTF8.self).replacingFirst(
      "主动公开",
      with: "统筹安排专项\(around)资金资金\(around)支持各村更新公开栏目；主动公开核准\(around)企业资质条，主动公开")
    let inspection = try Inspector(Shipped.rules()).inspect(Array(report.utf8), file: "a.txt")
    #expect(inspection.findings.contains { $0.rule == "text-doubled" })
    #expect(inspection.findings.contains { $0.rule == "count-missing" })
    #expect(inspection.findings.allSatisfy { !$0.message.contains("\u{FFFD}") })
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    var copy = self
    if let range = copy.firstRange(of: part) { copy.replaceSubrange(range, with: other) }
    return copy
  }
}
