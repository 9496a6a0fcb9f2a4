import Inspection
import Testing

@Suite struct MutationTests {
  /// The delivered rules: each is shown able to fail, none fails on a report that is in order.
  @Test func everyShippedRuleCanFail() throws {
    let report = try Shipped.rules().mutate()
    for result in report.results where result.witness == nil {
      Issue.record("\(result.rule) was never made to fail")
    }
    for alarm in report.falseAlarms {
      Issue.record("\(alarm.rule) fails on the consistent report of \(alarm.edition): \(alarm.message)")
    }
    #expect(report.isComplete)
  }

  @Test func aRuleThatCannotFailIsNamed() throws {
    let report = try mutate("check t3[新收, 总计] >= 0 or t3[新收, 总计] < 0")
    #expect(report.results.map(\.witness) == [nil])
    #expect(!report.isComplete)
  }

  @Test func anIdentityIsBrokenWithoutAnExample() throws {
    let report = try mutate("check t3[新收, 总计] == 16")
    #expect(report.results.map(\.witness) == [.perturbation])
    #expect(report.results[0].how.contains("表三“新收·总计”改为"))
  }

  @Test func aRuleThatNeedsProseIsShownByItsExample() throws {
    let report = try mutate("forbid m in find(正文, /甲乙丙/)", "example fail { 正文 \"甲乙丙\" }")
    #expect(report.results.map(\.witness) == [.example])
    #expect(report.isComplete)
  }

  @Test func aRuleThatAlarmsOnAReportInOrderIsAFalseAlarm() throws {
    let report = try mutate("check t3[新收, 总计] == 15")
    #expect(report.falseAlarms.map(\.rule) == ["r", "r"])
    #expect(report.results.map(\.witness) == [nil], "it fails already without a change")
    #expect(try mutate("check t3[新收, 总计] == 15", severity: "info").falseAlarms.isEmpty)
  }

  private func mutate(
    _ demand: String, _ example: String = "", severity: String = "error"
  ) throws -> MutationReport {
    let text = "rule r \(severity) \"甲\" { basis \"乙\"\n \(demand)\n message \"丙\"\n \(example)\n }"
    let file = RuleSource(name: "r.rules", bytes: Array(text.utf8))
    return try RuleSet([RuleFolder(path: "site", files: [file])]).mutate()
  }
}
