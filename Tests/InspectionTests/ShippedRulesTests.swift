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
      "section-missing", "section-empty", "section-duplicated", "section-order", "section-title",
      "part-missing",
      "table-missing", "row-missing", "edition-mismatch", "overview-length",
      "t3-balance", "t3-row-total", "t3-results-total", "t4-total", "count-form", "cell-blank",
      "count-missing", "blank-left", "template-left",
      "narrative-applications", "narrative-results", "narrative-completed", "narrative-review",
      "narrative-review-silent", "narrative-documents", "breakdown-sum", "percentage", "rules-authority",
      "injected-term", "mojibake", "script-mixed", "year-mismatch", "date-malformed", "docnumber-malformed",
      "text-doubled", "unit-mismatch",
      "fee-statement-missing", "published-late", "assessment-missing", "basis-outdated",
      "carry-over", "stock-documents", "section-reused", "changed-after-publication",
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
    let rules = Set(results.map(\.rule))
    for kind in ["pass", "fail"] {
      let shown = Set(results.filter { $0.expected == kind }.map(\.rule))
      #expect(rules.subtracting(shown) == [], "every rule is shown to \(kind)")
    }
  }

  /// Where a figure can be unread, the rule is shown to say so.
  @Test func whatCanBeUnknownIsShownToBe() throws {
    let unknown = Set(try Shipped.rules().examples().filter { $0.expected == "unknown" }.map(\.rule))
    let expected: Set<String> = [
      "t3-balance", "t3-row-total", "t3-results-total", "t4-total", "narrative-applications",
      "narrative-results", "narrative-completed", "narrative-review", "narrative-review-silent",
      "narrative-documents", "rules-authority", "carry-over", "stock-documents", "section-reused",
    ]
    #expect(expected.subtracting(unknown) == [])
  }

  @Test func theSameRulesHaveTheSameHash() throws {
    let moved = RuleFolder(path: "/elsewhere", files: Shipped.folder.files)
    #expect(try RuleSet([moved]).hash == Shipped.rules().hash)
    let changed = RuleFolder(path: "Rules", files: Array(Shipped.folder.files.dropLast()))
    #expect((try? RuleSet([changed]).hash) != (try Shipped.rules().hash))
  }
}
