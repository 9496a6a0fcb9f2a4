import Inspection
import Testing

/// `breakdowns(正文)` through a rule, as an author sees it.
@Suite struct BreakdownTests {
  struct Case: CustomTestStringConvertible {
    let prose: String
    /// What the rule says: the sums of exhaustive breakdowns that do not fit.
    let sums: [String]

    var testDescription: String { prose }
  }

  static let cases = [
    Case(prose: "公开信息100条，其中甲类20条、乙类30条、其他50条。", sums: []),
    Case(prose: "公开信息100条，其中甲类20条、乙类30条、其他40条。", sums: ["90"]),
    Case(prose: "公开信息100条。其中，甲类20条，其余70条。", sums: ["90"]),
    Case(prose: "公开信息100条，其中甲类20条、乙类30条。", sums: []),
    Case(prose: "公开信息100余条，其中甲类20条、其他30条。", sums: []),
    Case(prose: "公开信息100条，其中甲类20余条、其他30条。", sums: []),
    Case(prose: "公开信息100条，网站40条、微信62条，其中甲类2条，其他60条。", sums: []),
    Case(prose: "公开信息100条，其中法人20条、其他组织80条，占50.5%。", sums: []),
    Case(prose: "公开信息100条，其中甲类60条，其中子类10条，其他20条。", sums: []),
    Case(prose: "公开信息100条，其中文件5件，其他3件。", sums: []),
    Case(prose: "其中甲类5条，其他3条。", sums: []),
  ]

  private static let rule = """
    rule a error "甲" {
      basis "乙"
      for b in breakdowns(正文) where b.exhaustive
      check any(w == b.sum for w in b.wholes)
      message "{b.sum}"
    }
    """

  @Test(arguments: cases) func exhaustiveListsMustAddUp(_ item: Case) throws {
    let rules = try RuleSet([
      RuleFolder(path: "r", files: [RuleSource(name: "a.rules", bytes: Array(Self.rule.utf8))])
    ])
    let report = String(decoding: Shipped.sample("yunxi-2023.txt"), as: UTF8.self)
      .replacing("一、总体情况\n", with: "一、总体情况\n\(item.prose)\n", maxReplacements: 1)
    let inspection = Inspector(rules).inspect(Array(report.utf8), file: "x")
    #expect(inspection.verdict != .rejected)
    #expect(inspection.findings.filter { $0.message.contains("{") == false }.map(\.message) == item.sums)
  }
}
