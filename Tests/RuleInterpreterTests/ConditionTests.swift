import Figures
import RuleInterpreter
import RuleLanguage
import Testing

/// Conditions as data: what a check of them says when 自然人 of 新收 is blank and 法人 of 新收 is ambiguous.
@Suite struct ConditionTests {
  enum Expected: Sendable {
    case pass, fail
    case unknown([String])
  }

  static let cases: [(String, Expected)] = [
    // Known numbers.
    ("t3[上年结转, 自然人] == 1", .pass),
    ("t3[上年结转, 自然人] != 1", .fail),
    ("t3[予以公开, 自然人] + t3[denied.law, 自然人] * 2 == 14", .pass),
    ("t3[予以公开, 自然人] / t3[予以公开, 法人] == 4", .pass),
    ("-t3[予以公开, 自然人] < 0", .pass),
    ("t3[予以公开, 自然人] * 100 / t3[办理结果总计, 自然人] == 61.5 within 0.1", .pass),
    ("t3[予以公开, 自然人] * 100 / t3[办理结果总计, 自然人] == 61 within 0.1", .fail),
    ("t3[予以公开, 自然人] == 9 within 1", .pass),
    ("t3[予以公开, 自然人] != 9 within 1", .fail),
    ("t3[\"予以公开\", 自然人] == 8", .pass),
    // Missing is not zero: it is any number from zero up.
    ("2 + 5 + t3[新收, 自然人] == 6", .fail),
    ("2 + 3 + t3[新收, 自然人] == 6", .unknown(["blank"])),
    ("t3[新收, 自然人] >= 0", .pass),
    ("t3[新收, 自然人] < 0", .fail),
    ("t3[新收, 自然人] > 0", .unknown(["blank"])),
    ("t3[新收, 自然人] * 0 == 0", .pass),
    ("t3[新收, 自然人] - t3[新收, 法人] == 0", .unknown(["blank", "column_ambiguous"])),
    ("5 / t3[新收, 自然人] == 1", .unknown(["blank"])),
    ("t3[新收, 自然人] + 1 != 0", .pass),
    ("t3[新收, 自然人] == 5 within 10", .unknown(["blank"])),
    ("t3[新收, 自然人] == -20 within 10", .fail),
    ("t2[收费, 增减] == -3", .unknown(["unreadable"])),
    // Strong Kleene, with the causes of what mattered.
    ("t3[新收, 自然人] == 1 and t3[上年结转, 自然人] == 2", .fail),
    ("t3[新收, 自然人] == 1 or t3[上年结转, 自然人] == 1", .pass),
    ("t3[上年结转, 自然人] == 1 and t3[新收, 自然人] == 1", .unknown(["blank"])),
    ("t3[上年结转, 自然人] == 2 or t3[新收, 法人] == 1", .unknown(["column_ambiguous"])),
    ("t3[新收, 自然人] == 1 or t3[新收, 法人] == 1", .unknown(["blank", "column_ambiguous"])),
    ("not (t3[新收, 自然人] == 1)", .unknown(["blank"])),
    // Said out loud.
    ("known(t3[新收, 自然人])", .fail),
    ("known(t3[上年结转, 自然人])", .pass),
    ("(t3[新收, 自然人] else 7) == 7", .pass),
    ("(t3[上年结转, 自然人] else 7) == 1", .pass),
    ("known(report.title_year) or report.year == 2021", .pass),
    // Aggregates.
    ("sum(t3[行, 自然人] for 行 in t3.results) == t3[办理结果总计, 自然人]", .pass),
    ("sum(t3[行, 自然人] for 行 in t3.results where t3[行, 自然人] > 100) == 0", .pass),
    ("sum(t3[新收, 列] for 列 in t3.parts) == 3", .unknown(["blank", "column_ambiguous"])),
    ("sum(t3[行, 自然人] for 行 in t3.rows) < 1", .fail),
    ("count(t3[行, 自然人] > 2 for 行 in t3.results) == 2", .pass),
    ("count(s in sections) == 0", .pass),
    ("all(t3[行, 自然人] > 0 for 行 in t3.results)", .pass),
    ("all(t3[行, 自然人] > 100 for 行 in t3.rows)", .fail),
    ("all(t3[行, 自然人] > 0 for 行 in t3.rows)", .unknown(["blank"])),
    ("any(t3[行, 自然人] > 100 for 行 in t3.results)", .fail),
    ("any(t3[行, 自然人] == 8 for 行 in t3.rows)", .pass),
    ("max(t3[行, 自然人] for 行 in t3.results) == 8", .pass),
    ("min(t3[行, 自然人] for 行 in t3.results) == 2", .pass),
    ("max(t3[行, 自然人] for 行 in t3.rows) < 5", .fail),
    ("max(t3[行, 自然人] for 行 in t3.rows) < 50", .unknown(["blank"])),
    ("min(s.number for s in sections) == 1", .unknown(["empty_list"])),
    // No figure holds it, and nothing traps.
    ("9000000000000 * t3[予以公开, 自然人] * 9 == 1", .unknown(["out_of_range"])),
    ("t3[予以公开, 自然人] + 9000000000000 + 9000000000000 == 1", .unknown(["out_of_range"])),
    ("t3[予以公开, 自然人] / t3[新收, 自然人] >= 0", .unknown(["blank"])),
    ("t3[予以公开, 自然人] / (t3[予以公开, 自然人] - 8) == 1", .unknown(["division_by_zero"])),
    // Years, dates, text.
    ("report.year - 1 == 2020", .pass),
    ("report.year == report.title_year", .pass),
    ("report.published <= date(report.year + 1, 1, 31)", .fail),
    ("report.published - date(report.year + 1, 2, 28) == -25", .pass),
    ("date(report.year, 2, 30) < report.published", .unknown(["out_of_range"])),
    ("matches(report.title, /年度报告$/)", .pass),
    ("contains(report.title, \"政府 信息\")", .pass),
    ("report.title == \"别的\"", .fail),
    ("matches(正文, /^乙段/)", .pass),
    ("matches(正文, /甲段[^，]*乙段/)", .fail),
    ("section(3).text == \"第3部分\"", .pass),
  ]

  @Test(arguments: cases.indices)
  func condition(_ index: Int) throws {
    let (condition, expected) = Self.cases[index]
    let facts = SmallSubject.facts(
      cells: [
        "t3.new.natural": .missing(cause: "blank", nil),
        "t3.new.legal": .missing(cause: "column_ambiguous", nil),
        "t2.change": .missing(cause: "unreadable", nil),
      ], prose: "甲段\n乙段")
    let result = try SmallSubject.run(clauses: "check \(condition)\n message \"不对\"", facts)
    let instance = try #require(result.instances.first, "\(condition)")
    switch expected {
    case .pass: #expect(instance.outcome == .pass, "\(condition)")
    case .fail: #expect(instance.outcome == .fail, "\(condition)")
    case .unknown(let causes): #expect(instance.outcome == .notAssessable(causes: causes), "\(condition)")
    }
  }
}
