import Inspection
import Testing

/// Examples of a rule are tried on a report that the rule speaks of.
@Suite struct AppliesExampleTests {
  @Test(arguments: [
    "agency 县", "agency 乡镇 and agency 政府", "agency 县 and agency 部门", "agency 办公室", "agency 乡镇 and agency 办公室",
    "agency 设区的市 and agency 政府", "agency 市 and agency 部门", "agency 市 and agency 办公室",
    "agency 省 and agency 政府",
    "agency 省 and agency 部门", "agency 省 and agency 办公室", "year >= 2025", "year < 2022 and edition 2021",
    "edition 2019 and year 2019", "agency 乡镇 and year >= 2024 and edition 2021",
  ])
  func modelIsOneOfThem(_ applies: String) throws {
    let text = """
      rule r error "甲" {
        basis   "乙"
        applies \(applies)
        check   t3[新收, 总计] == 16
        message "丙"
        example fail { t3[新收, 总计] = 17 }
      }
      """
    let file = RuleSource(name: "r.rules", bytes: Array(text.utf8))
    let rules = try RuleSet([RuleFolder(path: "site", files: [file])])
    #expect(rules.examples().map(\.came) == ["fail：丙"])
    #expect(rules.mutate().isComplete)
  }
}
