import Inspection
import Testing

/// The rules that are delivered.
@Suite struct ShippedRulesTests {
  @Test func loadWithoutErrorsOrWarnings() throws {
    let rules = try Shipped.rules()
    #expect(rules.warnings == [])
    #expect(rules.hash.count == 64)
  }

  @Test func haveTheIdsOfTheCatalogue() throws {
    let expected: Set<String> = [
      "section-missing", "section-empty", "section-duplicated", "table-missing", "t3-balance", "t3-row-total",
      "t3-results-total", "t4-total", "count-missing", "blank-left", "narrative-applications",
      "narrative-review",
      "injected-term", "year-mismatch", "docnumber-malformed", "date-malformed", "script-mixed",
      "breakdown-sum",
      "fee-statement-missing",
    ]
    #expect(try Shipped.rules().summaries.map(\.id).sorted() == expected.sorted())
  }

  @Test func allCiteABasis() throws {
    for rule in try Shipped.rules().summaries { #expect(!rule.basis.isEmpty, "\(rule.id)") }
  }

  @Test func allExamplesComeOutAsStated() throws {
    let results = try Shipped.rules().examples()
    for result in results where !result.isAsExpected {
      Issue.record(
        "\(result.rule) example \(result.number): expected \(result.expected), came \(result.came)")
    }
    #expect(
      Set(results.filter { $0.expected == "fail" }.map(\.rule)).count == 19, "every rule is shown to fail")
  }

  @Test func theSameRulesHaveTheSameHash() throws {
    let moved = RuleFolder(path: "/elsewhere", files: Shipped.folder.files)
    #expect(try RuleSet([moved]).hash == Shipped.rules().hash)
    let changed = RuleFolder(path: "Rules", files: Array(Shipped.folder.files.dropLast()))
    #expect((try? RuleSet([changed]).hash) != (try Shipped.rules().hash))
  }
}
