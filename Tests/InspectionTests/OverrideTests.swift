import Inspection
import Testing

/// A site's own folder beside the shipped one.
@Suite struct OverrideTests {
  private static func rules(_ site: String) throws -> RuleSet {
    let file = RuleSource(name: "site.rules", bytes: Array(site.utf8))
    return try RuleSet([Shipped.folder, RuleFolder(path: "/etc/govreportd/rules.d", files: [file])])
  }

  private static let town = "shiqiao-town-2022.txt"

  private static func inspect(_ site: String, today: CalendarDate? = nil) throws -> Inspection {
    Inspector(try rules(site), today: today).inspect(Shipped.sample(town), file: town)
  }

  @Test func aDisabledRuleIsSilent() throws {
    let before = try Self.inspect("").findings.map(\.rule)
    #expect(before.contains("narrative-applications"))
    let after = try Self.inspect("disable narrative-applications because \"口径不同\"").findings.map(\.rule)
    #expect(after == before.filter { $0 != "narrative-applications" })
  }

  @Test func aSeverityOfTheSiteIsTheFindings() throws {
    let findings = try Self.inspect("severity narrative-applications info").findings
    #expect(findings.first { $0.rule == "narrative-applications" }?.severity == .info)
  }

  @Test func anOverrideSpeaksInTheRulesPlace() throws {
    let site = """
      override rule narrative-applications warning "本地" {
        basis "本地办法"
        check t3[新收, 总计] == 0
        message "本地的说法"
      }
      """
    let finding = try Self.inspect(site).findings.first { $0.rule == "narrative-applications" }
    #expect(finding?.message == "本地的说法")
  }

  @Test func aWaivedFindingIsRecordedAndDoesNotCount() throws {
    let rules = Set(try Self.inspect("").findings.filter { $0.severity >= .warning }.map(\.rule))
    let site = rules.map { "waive \($0) for year 2022 until 2026-12-31 because \"已说明\"\n" }.joined()
    let inspection = try Self.inspect(site)
    #expect(inspection.verdict == .passed)
    #expect(Set(inspection.findings.map(\.rule)).isSuperset(of: rules))
    #expect(inspection.findings.allSatisfy { $0.waived == "已说明" || $0.severity == .info })
    let late = try #require(CalendarDate(year: 2027, month: 1, day: 1))
    #expect(try Self.inspect(site, today: late).verdict == .flagged)
    #expect(try Self.rules(site).expiredWaivers(today: late).count == rules.count)
  }

  @Test func aWaiverIsForItsAgencyAndYearAlone() throws {
    let agency = try #require(try Self.inspect("").agency)
    func verdict(_ subject: String) throws -> String? {
      try Self.inspect("waive narrative-applications for \(subject) because \"已说明\"").findings
        .first { $0.rule == "narrative-applications" }?.waived
    }
    #expect(try verdict("agency \"\(agency)\"") == "已说明")
    #expect(try verdict("agency \"\(agency)人民政府\" year 2022") == "已说明")
    #expect(try verdict("agency \"别的镇\"") == nil)
    #expect(try verdict("year 2021") == nil)
  }
}
