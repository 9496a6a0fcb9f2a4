import Figures
import RuleInterpreter
import Testing

/// Figures that ran together: a rule fails only if it fails in every way in which they can be read.
@Suite struct AmbiguityTests {
  /// The consistent report with rows of table 3 that can be read in several ways.
  private static func facts(_ rows: [Int: [[Int64]]], cells: [String: CellFact] = [:]) -> Facts {
    var facts = SmallSubject.facts(cells: cells)
    for (row, ways) in rows {
      let offsets = (0..<3).map { row * 3 + $0 }
      for offset in offsets { facts.tables[0][offset] = .missing(cause: "column_ambiguous", nil) }
      facts.ambiguities.append(
        Ambiguity(table: 0, cells: offsets, ways: ways.map { $0.compactMap { Figure($0) } }))
    }
    return facts
  }

  private static let balance = """
    check t3[新收, 自然人] + t3[上年结转, 自然人] == t3[办理结果总计, 自然人] + t3[结转下年, 自然人]
    message "新收 {t3[新收, 自然人]}，结转下年 {t3[结转下年, 自然人]}"
    """
  private static let rowTotal = """
    check sum(t3[新收, 列] for 列 in t3.parts) == t3[新收, 总计]
    message "合计 {lhs}，总计 {rhs}"
    """

  @Test func whatFailsInEveryWayFails() throws {
    let result = try SmallSubject.run(clauses: Self.balance, Self.facts([0: [[1, 34, 17], [134, 1, 7]]]))
    #expect(result.outcome == .fail)
    #expect(result.instances.first?.message == "新收 ？，结转下年 1（“？”处的数字连写在一起，怎样断开都不成立）")
  }

  @Test func whatHoldsInOneWayIsNotAssessable() throws {
    let result = try SmallSubject.run(clauses: Self.balance, Self.facts([0: [[13, 4, 17], [134, 1, 7]]]))
    #expect(result.instances.map(\.outcome) == [.notAssessable(causes: ["column_ambiguous"])])
  }

  @Test func whatHoldsInEveryWayPasses() throws {
    let result = try SmallSubject.run(clauses: Self.balance, Self.facts([0: [[13, 4, 17], [13, 41, 7]]]))
    #expect(result.outcome == .pass)
  }

  /// 1 + 34 = 35 and 13 + 4 = 17: neither goes with the other's total, though the bounds overlap.
  @Test func figuresGoTogether() throws {
    let apart = try SmallSubject.run(clauses: Self.rowTotal, Self.facts([0: [[1, 34, 17], [13, 4, 35]]]))
    #expect(apart.outcome == .fail)
    let one = try SmallSubject.run(clauses: Self.rowTotal, Self.facts([0: [[1, 34, 35], [13, 4, 35]]]))
    #expect(one.outcome == .notAssessable)
  }

  @Test func twoRowsAreTriedInAllCombinations() throws {
    let balanced = try SmallSubject.run(
      clauses: Self.balance, Self.facts([0: [[20, 0, 0], [12, 0, 0]], 1: [[9, 0, 0], [2, 0, 0]]]))
    #expect(balanced.outcome == .notAssessable)
    let never = try SmallSubject.run(
      clauses: Self.balance, Self.facts([0: [[20, 0, 0], [12, 0, 0]], 1: [[9, 0, 0], [3, 0, 0]]]))
    #expect(never.outcome == .fail)
  }

  /// Which rows the sum takes in hangs on the very figures that are open.
  @Test func cellsThatComeUpOnTheWayAreTriedToo() throws {
    let clauses = """
      check sum(t3[上年结转, 列] for 列 in t3.parts where t3[新收, 列] > 9) == 1
      message "{lhs}"
      """
    let holds = Self.facts([0: [[13, 4, 17], [20, 4, 24]], 1: [[1, 0, 1], [1, 5, 6]]])
    #expect(try SmallSubject.run(clauses: clauses, holds).outcome == .pass)
    let fails = Self.facts([0: [[13, 14, 27], [14, 13, 27]], 1: [[1, 1, 2], [2, 2, 4]]])
    #expect(try SmallSubject.run(clauses: clauses, fails).outcome == .fail)
  }

  @Test func anotherCellThatIsMissingKeepsItOpen() throws {
    let facts = Self.facts(
      [0: [[1, 34, 17], [134, 1, 7]]], cells: ["t3.carried_in.natural": .missing(cause: "blank", nil)])
    #expect(try SmallSubject.run(clauses: Self.balance, facts).outcome == .notAssessable)
  }

  /// `known` asks whether it was read, which it was not, whichever way is right.
  @Test func knownAsksOfTheReading() throws {
    let facts = Self.facts([0: [[1, 34, 17], [134, 1, 7]]])
    let clauses = "check known(t3[新收, 自然人]) or t3[新收, 自然人] == 0\nmessage \"未读出\""
    #expect(try SmallSubject.run(clauses: clauses, facts).outcome == .fail)
    let instead = "check (t3[新收, 自然人] else 7) == 7\nmessage \"{lhs}\""
    #expect(try SmallSubject.run(clauses: instead, facts).outcome == .pass)
  }

  /// Too many combinations are not tried: what cannot be told stays not assessable, in a bounded time.
  @Test func tooManyWaysStayOpen() throws {
    let ways = (0..<100).map { [$0, $0, $0] as [Int64] }
    let facts = Self.facts([0: ways, 1: ways, 5: ways, 6: ways])
    #expect(try SmallSubject.run(clauses: Self.balance, facts).outcome == .notAssessable)
  }
}
