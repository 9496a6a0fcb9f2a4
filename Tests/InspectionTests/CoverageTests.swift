import Inspection
import Testing

@Suite struct CoverageTests {
  private static func idle(_ text: String) throws -> [String] {
    let file = RuleSource(name: "r.rules", bytes: Array(text.utf8))
    return try RuleSet([RuleFolder(path: "site", files: [file])]).coverage().filter { !$0.isDecisive }
      .map { "\($0.part) \($0.text)" }
  }

  private static func rule(_ demand: String, _ examples: String = "") -> String {
    "rule r error \"甲\" { basis \"乙\"\n \(demand)\n message \"丙\"\n \(examples)\n }"
  }

  @Test func aPatternWithoutAnExampleIsNamed() throws {
    let demand = "forbid m in find(正文, /甲甲/, /乙乙/)"
    #expect(try Self.idle(Self.rule(demand, "example fail { 正文 \"甲甲\" }")) == ["pattern /乙乙/"])
    #expect(try Self.idle(Self.rule(demand, "example fail { 正文 \"甲甲乙乙\" }")) == [])
  }

  @Test func anAlternativeThatIsNeverTakenIsNamed() throws {
    let idle = try Self.idle(Self.rule("check t3[新收, 总计] == 16 or matches(正文, /甲甲/)"))
    #expect(idle == ["alternative matches(正文, /甲甲/)"])
  }

  @Test func aConditionThatNeverFiltersIsNamed() throws {
    let idle = try Self.idle(Self.rule("where known(report.edition)\n check t3[新收, 总计] == 16"))
    #expect(idle == ["filter known(report.edition)"])
    #expect(try Self.idle(Self.rule("where known(t3[上年结转, 总计])\n check t3[新收, 总计] == 16")) == [])
  }

  @Test func aScopeOfAClaimIsLookedAt() throws {
    let claim = """
      claim 数 : 件 {
        pattern /收到(?P<n>\\d+)件/ in 正文
        scope   of_which before /其中/
        scope   earlier_year before /去年/
      }

      """
    let examples = "example fail { 正文 \"收到9件。\" } example pass { 正文 \"其中收到9件。\" }"
    let demand = "for c in claims(数) where c.scope == whole_year\n check c.value == 16"
    #expect(try Self.idle(claim + Self.rule(demand, examples)) == ["scope 去年"])
  }
}
