import Inspection
import Testing

@Suite struct RuleErrorTests {
  private func errors(_ text: String) -> [String] {
    do throws(RuleErrors) {
      _ = try RuleSet([
        RuleFolder(path: "rules.d", files: [RuleSource(name: "a.rules", bytes: Array(text.utf8))])
      ])
      return []
    } catch {
      return error.rendered
    }
  }

  @Test func aWrongRowNameGetsItsPlaceACaretAndASuggestion() throws {
    let rendered = errors(
      """
      rule a error "甲" {
        basis "乙"
        for 列 in t3.columns
        check t3[新 收到, 列] == 0
        message "丙"
      }
      """.replacing(" 收到", with: "收到"))
    #expect(rendered.count == 1)
    let text = try #require(rendered.first)
    #expect(text.contains("rules.d/a.rules:4:12"))
    #expect(text.contains("did you mean 新收?"))
    let lines = text.split(separator: "\n").map(String.init)
    let source = try #require(lines.firstIndex { $0.contains("check t3[") })
    // `4 |   check t3[` takes 15 columns before the name; the name takes two columns a character.
    #expect(
      lines[source + 1].hasPrefix(
        String(repeating: " ", count: 2) + "|" + String(repeating: " ", count: 12) + "^^^^^^"))
  }

  /// Below a condition that holds for one edition only, a check may look at what only that edition has.
  @Test(arguments: [
    ("report.edition == \"2019\"", true), ("known(report.year) and report.edition == \"2019\"", true),
    ("report.edition == \"2021\"", false), ("report.edition != \"2021\"", false),
    ("report.edition == \"2019\" or known(report.year)", false), ("known(report.year)", false),
  ])
  func conditionsNarrowTheEditions(condition: String, isEnough: Bool) {
    let rule = """
      rule a error "甲" {
        basis "乙"
        where \(condition)
        check t2[规范性文件, 新制作] >= 0
        message "丙"
      }
      """
    #expect(errors(rule).isEmpty == isEnough)
  }

  @Test func theRealTablesHaveRightAndWrongCells() {
    let rule = { (check: String, applies: String) in
      "rule a error \"甲\" {\n \(applies)\n basis \"乙\"\n check \(check)\n message \"丙\"\n}"
    }
    #expect(errors(rule("t3[新收, 自然人] >= 0", "")).isEmpty)
    #expect(errors(rule("t2[行政事业性收费, 金额] >= 0", "applies edition 2021")).isEmpty)
    #expect(errors(rule("t2[政府集中采购, 采购项目] >= 0", "applies edition 2019")).isEmpty)
    #expect(errors(rule("t3[逾期不缴费, 自然人] == 0", "applies edition 2019")).count == 1)
    #expect(errors(rule("t2[行政事业性收费, 金额] == t3[新收, 总计]", "applies edition 2021")).count == 1)
    #expect(errors(rule("t2[规章, 金额] == 0", "")).count == 1)
  }
}
