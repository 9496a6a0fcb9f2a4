import Diagnostics
import Figures
import RuleInterpreter
import RuleLanguage
import Testing

/// No rule and no report makes the interpreter trap, run on or run out of memory.
@Suite struct BoundsTests {
  @Test func workIsBounded() throws {
    let clauses = """
      for 甲 in find(正文, /./)
      for 乙 in find(正文, /./)
      check 甲.text != 乙.text
      message "{甲}{乙}"
      """
    let facts = SmallSubject.facts(prose: String(repeating: "甲乙丙丁", count: 2000))
    let result = try SmallSubject.run(clauses: clauses, facts)
    #expect(result.outcome != .pass)
    #expect(result.instances.count <= 10_002, "each of two loops says that it was cut short")
  }

  @Test func manyMatchesAreCut() throws {
    let facts = SmallSubject.facts(prose: String(repeating: "信息条。", count: 20_000))
    let result = try SmallSubject.run(clauses: "forbid m in find(正文, /信息条/) message \"{m.context}\"", facts)
    #expect(result.outcome == .fail)
    #expect(result.instances.count == 10_000)
  }

  @Test func aMegabyteWithoutAStop() throws {
    let facts = SmallSubject.facts(prose: String(repeating: "收到申请5件", count: 60_000))
    let rules = try SmallSubject.checked(ProseTests.claims)
    #expect(Interpreter(rules, functions: []).claims(facts).count == 1000)
  }

  @Test func hostMayGiveTooLittle() throws {
    let facts = Facts(edition: "2021", tables: [], globals: [])
    let clauses = [
      "check t3[新收, 自然人] == 1", "check report.year == 2021", "for s in sections check s.present and known(s)",
      "forbid m in find(正文, /甲/) where m.text == \"甲\"", "check section(1).present",
    ]
    for clause in clauses {
      let result = try SmallSubject.run(clauses: clause + " message \"不对\"", facts)
      #expect(result.outcome == .notAssessable || clause.contains("section(1)"), "\(clause)")
    }
  }

  @Test func functionWithoutBodyIsToldAndNotAssessable() throws {
    let rules = try SmallSubject.checked(
      "rule r error \"a\" { basis \"b\" check section(1).present message \"c\" }")
    let interpreter = Interpreter(rules, functions: [])
    #expect(interpreter.functionsWithoutBody == ["section"])
    #expect(interpreter.run(SmallSubject.facts()).first?.outcome == .notAssessable)
  }

  @Test(arguments: [
    "t3[新收, 自然人] + t3[新收, 法人]", "t3[新收, 自然人] - t3[新收, 法人]", "-t3[新收, 法人]", "t3[新收, 自然人] * 3",
    "t3[新收, 法人] * -3", "t3[新收, 自然人] / 3", "t3[新收, 法人] / t3[新收, 自然人]", "t3[新收, 法人] / -0.000001",
    "sum(t3[新收, 列] for 列 in t3.columns)", "max(t3[新收, 列] for 列 in t3.columns)", "0 - t3[新收, 法人] - 1",
  ])
  func hugeFiguresDoNotTrap(_ expression: String) throws {
    let facts = SmallSubject.facts(
      cells: [
        "t3.new.natural": .value(Figure(millionths: .max), nil),
        "t3.new.legal": .value(Figure(millionths: .min), nil),
      ])
    for comparison in ["== 1", "<= 1", "== 1 within 1"] {
      let result = try SmallSubject.run(clauses: "check \(expression) \(comparison) message \"{lhs}\"", facts)
      #expect(result.instances.count == 1)
    }
  }

  @Test(arguments: [(2022, 1, 31), (2020, 2, 29), (1900, 3, 1), (2000, 12, 31), (1, 1, 1), (9999, 12, 31)])
  func datesComeBack(_ year: Int, _ month: Int, _ day: Int) throws {
    let facts = SmallSubject.facts()
    let result = try SmallSubject.run(
      clauses:
        "check date(\(year), \(month), \(day)) != date(report.year, 5, 5) and 1 == 2 message \"{date(\(year), \(month), \(day))}\"",
      facts)
    let parts = [month, day].map { $0 < 10 ? "0\($0)" : "\($0)" }
    #expect(result.instances.first?.message == "\(year)-\(parts[0])-\(parts[1])")
  }

  @Test func oneInterpreterServesManyThreads() async throws {
    let rules = try SmallSubject.checked(
      ProseTests.claims
        + "\nrule r error \"a\" { basis \"b\" forbid m in find(正文, /申请\\d+件/, /无关/) message \"{m.text}\" }")
    let interpreter = Interpreter(rules, functions: [])
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<64 {
        group.addTask {
          let facts = SmallSubject.facts(prose: "收到申请\(number)件")
          let (results, claims) = interpreter.runReadingClaims(facts)
          return results.first?.instances.first?.message == "申请\(number)件"
            && claims.first?.value?.whole == Int64(number)
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
