import Diagnostics
import RuleLanguage
import Testing

/// What files say of each other's rules.
@Suite struct PackTests {
  private static let shipped = rule("a-1", "1") + rule("a-2", "2")

  private static func rule(_ id: String, _ value: String) -> String {
    "rule \(id) error \"甲\" { basis \"乙\" check t3[新收, 总计] == \(value) message \"丙\" }\n"
  }

  private static func check(_ site: String) -> Result<CheckedRules, RuleErrors> {
    CheckedRules.check(
      [
        RuleFile(name: "shipped/a.rules", bytes: Array(shipped.utf8)),
        RuleFile(name: "site/b.rules", bytes: Array(site.utf8)),
      ], against: SmallSchema.schema)
  }

  @Test func aRuleIsReplacedWhole() throws {
    let rules = try Self.check("override " + Self.rule("a-1", "7")).get().rules
    #expect(rules.map(\.id) == ["a-2", "a-1"])
    #expect(rules.map(\.file) == ["shipped/a.rules", "site/b.rules"])
    #expect(rules[1].statements.first { $0.kind == .check }?.text == "t3[新收, 总计] == 7")
  }

  @Test func theOrderOfFilesDoesNotMatter() throws {
    let files = [("b.rules", Self.shipped), ("a.rules", "override " + Self.rule("a-1", "7"))]
    let rules = try CheckedRules.check(
      files.map { RuleFile(name: $0.0, bytes: Array($0.1.utf8)) }, against: SmallSchema.schema
    ).get()
    #expect(rules.rules.count == 2)
  }

  @Test(arguments: [
    ("override " + rule("a-9", "7"), "E160"), (rule("a-1", "7"), "E152"),
    ("override " + rule("a-1", "7") + "override " + rule("a-1", "8"), "E152"),
    ("disable a-9 because \"不用\"", "E161"), ("severity a-9 info", "E161"),
  ])
  func slipsAreTold(_ site: String, _ code: String) {
    guard case .failure(let errors) = Self.check(site) else {
      Issue.record("accepted: \(site)")
      return
    }
    #expect(errors.diagnostics.map(\.diagnostic.code) == [code])
  }

  @Test func disabledRulesAreGoneAndRemembered() throws {
    let rules = try Self.check("disable a-1 because \"本地不办\"").get()
    #expect(rules.rules.map(\.id) == ["a-2"])
    #expect(rules.disabled.map(\.reason) == ["本地不办"])
  }

  @Test func aSiteSetsASeverity() throws {
    let rules = try Self.check("severity a-1 info").get().rules
    #expect(rules.map(\.severity) == ["info", "error"])
  }

  @Test func waiversEnd() throws {
    let rules = try Self.check("waive a-1 for year 2021 until 2026-12-31 because \"已说明\"").get()
    let waiver = try #require(rules.waivers.first)
    let last = try #require(WaiverDate("2026-12-31"))
    let after = try #require(WaiverDate("2027-1-1"))
    #expect(waiver.holds(today: last) && waiver.holds(today: nil) && !waiver.holds(today: after))
    #expect(waiver.expiryWarning(today: last) == nil)
    let warning = try #require(waiver.expiryWarning(today: after))
    #expect(warning.rendered.contains("site/b.rules:1:"))
    #expect(warning.diagnostic.code == "W203")
  }

  @Test func daysThatAreNone() {
    for text in ["2026-02-29", "2026-13-01", "2026-00-01", "2026-1", "x-1-1", "2026-04-31", ""] {
      #expect(WaiverDate(text) == nil, "\(text)")
    }
    #expect(WaiverDate("2024-02-29") != nil)
  }
}
