import Inspection
import Testing

/// `similarity` as rules see it.
@Suite struct SimilarityTests {
  /// What comes of comparing the similarity of two texts with a figure that it cannot be.
  private static func finding(_ left: String, _ right: String) throws -> Finding? {
    let rule = """
      rule r error "甲" {
        basis   "乙"
        check   similarity("\(left)", "\(right)") == -1
        message "丙"
      }
      """
    let file = RuleSource(name: "r.rules", bytes: Array(rule.utf8))
    let inspector = Inspector(try RuleSet([RuleFolder(path: "site", files: [file])]))
    return inspector.inspect(Shipped.sample("yunxi-2023.txt"), file: "a").findings.first
  }

  @Test(arguments: [
    ("部分信息更新不够及时", "部分信息更新不够及时", "100"), ("部分信息更新不够及时", "下一步加强人员培训工作", "0"),
    ("甲乙丙", "甲乙丙", "100"), ("甲乙丙", "甲乙丁", "0"), ("甲乙丙丁戊己", "甲乙丙丁戊庚", "50"),
    ("一二三四五", "一二三四五六七八九", "33.333333"),
  ])
  func runsInCommon(_ left: String, _ right: String, _ percentage: String) throws {
    #expect(try Self.finding(left, right)?.lhs == percentage)
    #expect(try Self.finding(right, left)?.lhs == percentage, "either way round")
  }

  @Test func nothingIsLikeNothing() throws {
    #expect(try Self.finding("", "甲乙丙丁戊")?.causes == ["blank"])
  }
}
