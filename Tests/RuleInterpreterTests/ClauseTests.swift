import Diagnostics
import Figures
import RuleInterpreter
import RuleLanguage
import Testing

/// What rules as a whole say: instances, subjects, messages, places.
@Suite struct ClauseTests {
  static let balance = """
    for 列 in t3.columns
    check t3[新收, 列] + t3[上年结转, 列] == t3[办理结果总计, 列] + t3[结转下年, 列]
    message "{列}：新收 {t3[新收, 列]}，差 {lhs - rhs}"
    """

  @Test func consistentTablePassesEveryColumn() throws {
    let result = try SmallSubject.run(clauses: Self.balance)
    #expect(result.outcome == .pass)
    #expect(result.instances.map(\.subject) == ["natural", "legal", "total"])
  }

  @Test func failureTellsWhatAndWhere() throws {
    let facts = SmallSubject.facts(cells: ["t3.new.natural": SmallSubject.count(15)])
    let result = try SmallSubject.run(clauses: Self.balance, facts)
    let failure = try #require(result.instances.first { $0.outcome == .fail })
    #expect(result.outcome == .fail)
    #expect(failure.subject == "natural")
    #expect(failure.message == "自然人：新收 15，差 2")
    #expect(failure.lhs == "16")
    #expect(failure.rhs == "14")
    #expect(failure.spans.map(\.lower) == [1, 1030, 1150, 1180])
  }

  @Test func missingCellIsNotAssessable() throws {
    let facts = SmallSubject.facts(cells: [
      "t3.new.natural": .missing(cause: "column_ambiguous", SourceSpan(7, 9))
    ])
    let result = try SmallSubject.run(clauses: Self.balance, facts)
    #expect(result.outcome == .notAssessable)
    let instance = try #require(result.instances.first)
    #expect(instance.outcome == .notAssessable(causes: ["column_ambiguous"]))
    #expect(instance.message == "无法核对“核对”（自然人）：列不明（column_ambiguous）；由勾稽关系推算应为 13")
    #expect(instance.spans.first == SourceSpan(7, 9))
    #expect(instance.lhs == "未读出（列不明）")
  }

  @Test func nothingToCheckIsNotAPass() throws {
    let result = try SmallSubject.run(
      clauses: "for 列 in t3.columns where t3[新收, 列] > 100 check t3[新收, 列] == 1 message \"{列}\"")
    #expect(result.outcome == .notApplicable)
  }

  @Test func unknownConditionIsNotAssessable() throws {
    let facts = SmallSubject.facts(cells: ["t3.new.natural": .missing(cause: "blank", nil)])
    let result = try SmallSubject.run(
      clauses: "where t3[新收, 自然人] > 0 check t3[新收, 法人] == 4 message \"不对\"", facts)
    #expect(result.instances.map(\.outcome) == [.notAssessable(causes: ["blank"])])
  }

  @Test func ruleForAnotherEditionIsNotApplicable() throws {
    let clauses = "applies edition 2021 check t3[其他, 自然人] == 2 message \"不对\""
    #expect(try SmallSubject.run(clauses: clauses).outcome == .pass)
    #expect(
      try SmallSubject.run(clauses: clauses, SmallSubject.facts(edition: "2019")).outcome == .notApplicable)
    #expect(
      try SmallSubject.run(clauses: clauses, SmallSubject.facts(edition: nil)).outcome == .notApplicable)
  }

  @Test func rowsAreThoseOfTheEdition() throws {
    let clauses = "for 行 in t3.rows check t3[行, 总计] == t3[行, 自然人] + t3[行, 法人] message \"{行}\""
    #expect(try SmallSubject.run(clauses: clauses).instances.count == 7)
    #expect(try SmallSubject.run(clauses: clauses, SmallSubject.facts(edition: "2019")).instances.count == 6)
  }

  @Test func twoClausesAreOneRule() throws {
    let clauses = """
      check t3[新收, 自然人] == 13 message "甲"
      where t3[新收, 法人] == 4
      check t3[新收, 总计] == 5 message "乙"
      fix "改正"
      """
    let result = try SmallSubject.run(clauses: clauses)
    #expect(result.instances.map(\.outcome) == [.pass, .fail])
    #expect(result.instances.last?.message == "乙")
    #expect(result.instances.last?.fix == "改正")
  }

  @Test func recordsHaveSubjectsTitlesAndPlaces() throws {
    let sections = [
      SmallSubject.section(1, text: "甲"), SmallSubject.section(2, isPresent: false, text: ""),
    ]
    let result = try SmallSubject.run(
      clauses: "for s in sections check s.present message \"缺少{s}\"", SmallSubject.facts(sections: sections))
    let failure = try #require(result.instances.last)
    #expect(failure.subject == "2")
    #expect(failure.message == "缺少第2部分")
    #expect(failure.spans == [SourceSpan(200, 210)])
  }

  @Test func absentFieldIsAMissingValue() throws {
    let facts = SmallSubject.facts(report: SmallSubject.report(year: 2021, titleYear: nil))
    let result = try SmallSubject.run(
      clauses: "check report.title_year == report.year message \"标题写{lhs}\"", facts)
    #expect(result.instances.map(\.outcome) == [.notAssessable(causes: ["blank"])])
  }

  @Test func readFieldsArePointedAt() throws {
    let facts = SmallSubject.facts(report: SmallSubject.report(year: 2021, titleYear: 2020))
    let result = try SmallSubject.run(
      clauses: "check report.title_year == report.year message \"标题写{lhs}，应为{rhs}，{report.published}\"", facts
    )
    #expect(result.instances.first?.message == "标题写2020，应为2021，2022-02-03")
    #expect(result.instances.first?.spans == [SourceSpan(20, 24), SourceSpan(5, 9)])
  }

  @Test func namesCanBeCompared() throws {
    let result = try SmallSubject.run(
      clauses: "for 列 in t3.columns where 列 != 总计 check t3[新收, 列] < 10 message \"{列}\"")
    #expect(result.instances.map(\.subject) == ["natural", "legal"])
    #expect(result.instances.map(\.outcome) == [.fail, .pass])
  }
}
