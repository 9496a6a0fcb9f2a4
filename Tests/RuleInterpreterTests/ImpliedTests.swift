import Figures
import RuleInterpreter
import Testing

/// The one missing cell of an identity is told, and never taken as read.
@Suite struct ImpliedTests {
  private static func message(_ clauses: String, missing: String...) throws -> String {
    let cells = missing.map { ($0, CellFact.missing(cause: "blank", nil)) }
    let facts = SmallSubject.facts(cells: Dictionary(uniqueKeysWithValues: cells))
    let result = try SmallSubject.run(clauses: clauses + " message \"不符\"", facts)
    #expect(result.outcome == .notAssessable)
    return result.instances.first { $0.outcome != .pass }?.message ?? ""
  }

  private static let balance =
    "check t3[新收, 自然人] + t3[上年结转, 自然人] == t3[办理结果总计, 自然人] + t3[结转下年, 自然人]"

  @Test func oneMissingCellIsTold() throws {
    #expect(try Self.message(Self.balance, missing: "t3.new.natural").hasSuffix("；由勾稽关系推算应为 13"))
    #expect(try Self.message(Self.balance, missing: "t3.total.natural").hasSuffix("；由勾稽关系推算应为 13"))
    #expect(try Self.message(Self.balance, missing: "t3.carried_out.natural").hasSuffix("应为 1"))
    let sum = "check sum(t3[新收, 列] for 列 in t3.parts) == t3[新收, 总计]"
    #expect(try Self.message(sum, missing: "t3.new.legal").hasSuffix("应为 4"))
    #expect(try Self.message("check 20 - t3[新收, 总计] == 3", missing: "t3.new.total").hasSuffix("应为 17"))
  }

  @Test func twoMissingCellsAreNot() throws {
    let message = try Self.message(Self.balance, missing: "t3.new.natural", "t3.total.natural")
    #expect(!message.contains("推算"))
  }

  @Test(arguments: [
    "check t3[新收, 总计] * 2 == 34", "check t3[新收, 总计] + t3[新收, 总计] == 34", "check t3[新收, 总计] <= 4",
    "check t3[新收, 总计] == 17 within 1", "check t3[新收, 总计] == 17 or t3[新收, 总计] == 16",
    "check t3[新收, 总计] == max(t3[新收, 列] for 列 in t3.columns)",
  ])
  func whatIsNoPlainIdentityIsNot(_ clause: String) throws {
    #expect(!(try Self.message(clause, missing: "t3.new.total")).contains("推算"))
  }
}
