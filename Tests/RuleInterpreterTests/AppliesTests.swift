import Figures
import RuleInterpreter
import RuleLanguage
import Testing

/// Of which reports a rule speaks: by edition, year and kind of agency.
@Suite struct AppliesTests {
  struct Case: CustomTestStringConvertible {
    let applies: String
    var year: Int? = 2021
    var kinds: [Int?] = [1, 0]
    var isMet = true
    let outcome: RuleResult.Outcome
    var causes: [String] = []

    var testDescription: String { "\(applies) \(year ?? 0) \(kinds)" }
  }

  /// Kinds by index: 县 or 乡镇, 政府 or 部门.
  static let cases = [
    Case(applies: "year >= 2021", outcome: .pass),
    Case(applies: "year > 2021", outcome: .notApplicable),
    Case(applies: "year 2019, 2021", outcome: .pass),
    Case(applies: "year 2019, 2020", outcome: .notApplicable),
    Case(applies: "year != 2021", outcome: .notApplicable),
    Case(applies: "year >= 2020 and year <= 2022", outcome: .pass),
    Case(applies: "agency 乡镇", outcome: .pass),
    Case(applies: "agency 县, township", outcome: .pass),
    Case(applies: "agency 县", outcome: .notApplicable),
    Case(applies: "agency 乡镇 and agency 政府", outcome: .pass),
    Case(applies: "agency 乡镇 and agency 部门", outcome: .notApplicable),
    Case(applies: "edition 2019 and agency 乡镇", outcome: .notApplicable),
    // Not known: what passes passes either way.
    Case(applies: "year >= 2021", year: nil, outcome: .pass),
    Case(applies: "year >= 2021", year: nil, isMet: false, outcome: .notAssessable, causes: ["year_unknown"]),
    Case(
      applies: "agency 乡镇", kinds: [nil, 0], isMet: false, outcome: .notAssessable,
      causes: ["agency_kind_unknown"]),
    Case(
      applies: "agency 乡镇", kinds: [], isMet: false, outcome: .notAssessable, causes: ["agency_kind_unknown"]),
    // A part that is false decides, whatever is not known of the rest.
    Case(applies: "agency 乡镇 and agency 部门", kinds: [nil, 0], isMet: false, outcome: .notApplicable),
    Case(applies: "edition 2019 and year >= 2021", year: nil, isMet: false, outcome: .notApplicable),
    Case(
      applies: "agency 乡镇 and year >= 2021", year: nil, kinds: [nil, nil], isMet: false,
      outcome: .notAssessable, causes: ["agency_kind_unknown", "year_unknown"]),
    Case(applies: "agency 乡镇", isMet: false, outcome: .fail),
  ]

  @Test(arguments: cases)
  func outcome(_ example: Case) throws {
    var facts = SmallSubject.facts()
    facts.year = example.year
    facts.agencyKinds = example.kinds
    let clauses = "applies \(example.applies) check t3[新收, 总计] == \(example.isMet ? 17 : 16) message \"不符\""
    let result = try SmallSubject.run(clauses: clauses, facts)
    #expect(result.outcome == example.outcome)
    if !example.causes.isEmpty {
      #expect(result.instances.map(\.outcome) == [.notAssessable(causes: example.causes)])
      #expect(result.instances.first?.message.hasPrefix("无法核对“核对”：") == true)
    }
  }

  @Test func forbiddenThingsAreInDoubtToo() throws {
    var facts = SmallSubject.facts(prose: "待补充")
    facts.year = nil
    let clauses = "applies year >= 2021 forbid m in find(正文, /待补充/) message \"{m}\""
    #expect(try SmallSubject.run(clauses: clauses, facts).outcome == .notAssessable)
    facts.globals[0] = SmallSubject.facts().globals[0]
    #expect(try SmallSubject.run(clauses: clauses, facts).outcome == .pass)
  }
}
