import Diagnostics
import Figures
import RuleInterpreter
import RuleLanguage
import Synchronization
import Testing

/// Rules that compare a report with another one out of an archive.
@Suite struct ArchiveTests {
  private static let carryOver = """
    needs prev = archive("某县", report.year - 1)
    for 列 in t3.columns
    check t3[上年结转, 列] == prev.t3[结转下年, 列]
    message "“{列}”：{prev.year} 年 {rhs}，本年 {lhs}"
    """

  /// The consistent report, with an archive that answers every request the same way.
  private static func facts(
    cells: [String: CellFact] = [:], report: Value? = nil, _ answer: @escaping ArchiveLookup
  ) -> Facts {
    var facts = SmallSubject.facts(cells: cells, report: report)
    facts.archive = answer
    return facts
  }

  private static func earlier(
    edition: String = "2021", cells: [String: CellFact] = [:], words: String = "甲乙丙丁"
  ) -> ArchiveAnswer {
    .report(
      EarlierFacts(
        edition: edition, tables: SmallSubject.facts(edition: edition, cells: cells).tables,
        record: .record(
          name: "earlier",
          fields: [.whole(2020), words.isEmpty ? .missing(cause: "blank") : .textElsewhere(words)]
        )))
  }

  @Test func agreementPasses() throws {
    let result = try SmallSubject.run(clauses: Self.carryOver, Self.facts { _ in Self.earlier() })
    #expect(result.outcome == .pass)
    #expect(result.instances.map(\.subject) == ["natural", "legal", "total"])
  }

  @Test func differenceFailsAtThePlaceInThisReport() throws {
    let facts = Self.facts { _ in Self.earlier(cells: ["t3.carried_out.total": SmallSubject.count(3)]) }
    let result = try SmallSubject.run(clauses: Self.carryOver, facts)
    let failure = try #require(result.instances.first { $0.outcome == .fail })
    #expect(failure.message == "“总计”：2020 年 3，本年 1")
    #expect(failure.subject == "total")
    #expect(failure.spans == [SourceSpan(1050, 1055)], "never the place of a cell of the other report")
  }

  @Test func agencyAndYearAreAskedFor() throws {
    let facts = Self.facts { request in
      request.agency == "某县" && request.year == 2020 && request.need == 0 ? Self.earlier() : .nothing
    }
    #expect(try SmallSubject.run(clauses: Self.carryOver, facts).outcome == .pass)
  }

  @Test func withoutAnArchiveItDoesNotApply() throws {
    let result = try SmallSubject.run(clauses: Self.carryOver)
    #expect(result.outcome == .notApplicable)
    #expect(!result.applied)
    #expect(
      try SmallSubject.run(clauses: Self.carryOver, Self.facts { _ in .nothing }).outcome == .notApplicable)
  }

  @Test func aYearThatIsLackingIsNotAssessable() throws {
    let result = try SmallSubject.run(clauses: Self.carryOver, Self.facts { _ in .notFound })
    #expect(result.instances.map(\.outcome) == [.notAssessable(causes: ["prior_report_not_found"])])
    #expect(result.instances.first?.message == "无法核对“核对”：没有上年报告（prior_report_not_found）")
  }

  @Test func withoutAYearNothingIsAskedFor() throws {
    let clauses = Self.carryOver.replacing("report.year", with: "report.title_year")
    let report = SmallSubject.report(year: 2021, titleYear: nil)
    let result = try SmallSubject.run(clauses: clauses, Self.facts(report: report) { _ in Self.earlier() })
    #expect(result.instances.map(\.outcome) == [.notAssessable(causes: ["blank", "prior_report_not_found"])])
  }

  @Test func aRowThatTheOtherEditionLacksIsNothingToCheck() throws {
    let clauses = """
      applies edition 2021
      needs prev = archive("某县", report.year - 1)
      for 行 in t3.results
      check t3[行, 总计] == prev.t3[行, 总计]
      message "{行}"
      """
    let result = try SmallSubject.run(clauses: clauses, Self.facts { _ in Self.earlier(edition: "2019") })
    #expect(result.instances.map(\.subject) == ["granted", "denied.law"])
    #expect(result.outcome == .pass)
  }

  @Test func whatTheOtherReportLacksIsMissingWithItsCause() throws {
    let facts = Self.facts { _ in
      Self.earlier(cells: ["t3.carried_out.total": .missing(cause: "unreadable", nil)])
    }
    let result = try SmallSubject.run(clauses: Self.carryOver, facts)
    #expect(result.instances.last?.outcome == .notAssessable(causes: ["unreadable"]))
    #expect(result.instances.last?.message.contains("推算") == false, "it is not for this report to fill in")
  }

  @Test func aMissingCellOfThisReportIsImpliedByTheOther() throws {
    let facts = Self.facts(cells: ["t3.carried_in.total": .missing(cause: "blank", nil)]) { _ in
      Self.earlier()
    }
    let result = try SmallSubject.run(clauses: Self.carryOver, facts)
    #expect(result.instances.last?.message.hasSuffix("；由勾稽关系推算应为 1") == true)
  }

  @Test func intervalsReachOverBothReports() throws {
    let clauses = """
      needs prev = archive("某县", report.year - 1)
      check t3[新收, 总计] + prev.t3[新收, 总计] <= 3
      message "{lhs}"
      """
    let facts = Self.facts { _ in Self.earlier(cells: ["t3.new.total": .missing(cause: "blank", nil)]) }
    #expect(try SmallSubject.run(clauses: clauses, facts).outcome == .fail, "17 and at least none is over 3")
  }

  @Test func wordsOfTheOtherReportHaveNoPlace() throws {
    let clauses = """
      needs prev = archive("某县", report.year - 1)
      forbid m in find(prev.words, /乙./)
      message "{m.text} {m.context}"
      """
    let result = try SmallSubject.run(clauses: clauses, Self.facts { _ in Self.earlier() })
    #expect(result.instances.map(\.message) == ["乙丙 甲乙丙丁"])
    #expect(result.instances.map(\.spans) == [[]])
  }

  /// An archive may have to go to disk.
  @Test func theArchiveIsAskedOnceForAllRules() throws {
    let asked = Mutex(0)
    let facts = Self.facts { _ in
      asked.withLock { $0 += 1 }
      return Self.earlier()
    }
    let rules = (1...3).map { "rule r-\($0) error \"核对\" {\n basis \"依据\"\n \(Self.carryOver) }" }
    #expect(
      try SmallSubject.run(rules.joined(separator: "\n"), facts).map(\.outcome) == [.pass, .pass, .pass])
    #expect(asked.withLock { $0 } == 1)
  }

  @Test func twoReportsAreTwo() throws {
    let clauses = """
      needs prev = archive("某县", report.year - 1)
      needs last = archive("某县", report.year - 2)
      check prev.t3[新收, 总计] == last.t3[新收, 总计]
      message "{lhs} {rhs}"
      """
    let facts = Self.facts { request in
      Self.earlier(cells: ["t3.new.total": SmallSubject.count(Int64(request.year))])
    }
    let result = try SmallSubject.run(clauses: clauses, facts)
    #expect(result.instances.map(\.message) == ["2020 2019"])
  }
}
