import Inspection
import Ledger
import SystemPackage
import TestSupport
import Testing

/// Inspecting again: what is due, what takes the place of what, what is news.
@Suite struct InspectingAgainTests {
  let root = TestFolder()
  private func ledger() throws -> Ledger {
    try Ledger(path: root.path.appending("ledger.sqlite").string)
  }

  @Test func `an older report makes its successor due, not its predecessor`() throws {
    let ledger = try ledger()
    _ = try ledger.record([2021, 2023, 2024].map { Sample.entry("\($0).txt", "\($0)", [], year: $0) })
    #expect(try ledger.due(limit: 9).isEmpty)
    _ = try ledger.record([Sample.entry("2022.txt", "2022", [], year: 2022)])
    let due = try ledger.due(limit: 9)
    #expect(due.map(\.inspection.inspection.file) == ["2023.txt"])
    #expect(due.map(\.reason) == [.history])
  }

  @Test func `the same again changes nothing but the rules`() throws {
    let ledger = try ledger()
    let old = try due(ledger, [Sample.finding])
    let rules = RulesInForce(hash: "later", endedWaivers: 0, engine: "1")
    let same = Sample.report("a.txt", "11", [Sample.finding])
    #expect(try ledger.replace([(old, same)], rules: rules, at: 9) == [nil])
    #expect(try ledger.dueCount() == 0)
    #expect(try ledger.unpublished(limit: 9).isEmpty)
    #expect(try ledger.inspection(sha256: "11", rules: rules)?.id == old.inspection.id)
  }

  @Test func `another outcome takes the old one's place, and only what is new of it is news`() throws {
    let ledger = try ledger()
    let old = try due(ledger, [Sample.finding, Sample.unknown])
    let other = Sample.report("a.txt", "11", [Sample.unknown, Sample.waived])
    let new = try #require(try ledger.replace([(old, other)], rules: Sample.rules, at: 9)[0])
    #expect(new.news == [Sample.waived])
    #expect(new.settled == [Sample.finding])
    #expect(new.again?.verdict == .flagged)
    #expect(try ledger.unpublished(limit: 9) == [new])
    #expect(try ledger.inspection(sha256: "11", rules: Sample.rules)?.id == new.id)
    #expect(try ledger.due(limit: 9).map(\.reason) == [.move])
    let totals = try ledger.totals()
    #expect([totals.reports, totals.findings] == [1, 0])
    #expect(LedgerArchive(ledger).records(agency: "云溪县").count == 1)
  }

  @Test func `duplicates follow the verdict of their first`() throws {
    let ledger = try ledger()
    let old = try due(ledger, [Sample.finding])
    _ = try ledger.record([Sample.entry("b.txt", "11", [Sample.finding])])
    let new = try ledger.replace(
      [(old, Sample.report("a.txt", "11", []))], rules: Sample.rules, at: 9)
    let due = try ledger.due(limit: 9)
    #expect(due.map(\.inspection.inspection.file).sorted() == ["a.txt", "b.txt"])
    #expect(due.allSatisfy { $0.reason == .move && $0.inspection.inspection.verdict == .passed })
    #expect(due.contains { $0.inspection.id == new[0]?.id })
  }

  @Test func `of its own year a report is compared with what came before it`() throws {
    let ledger = try ledger()
    _ = try ledger.record(
      ["1", "2", "3"].map { Sample.entry("\($0).txt", $0, []) })
    let ids = try ledger.unpublished(limit: 9).map(\.id)
    try ledger.ask(for: ids, because: .asked)
    let files = try ledger.due(limit: 9).map { due in
      try ledger.archive(for: due).records(agency: "云溪县").map(\.file)
    }
    #expect(files == [[], ["1.txt"], ["2.txt", "1.txt"]])
  }

  @Test func `what was replaced cannot be asked for`() throws {
    let ledger = try ledger()
    let old = try due(ledger, [Sample.finding])
    _ = try ledger.replace([(old, Sample.report("a.txt", "11", []))], rules: Sample.rules, at: 9)
    try ledger.settle(try ledger.due(limit: 9).map(\.inspection.id))
    try ledger.ask(for: [old.inspection.id], because: .asked)
    #expect(try ledger.dueCount() == 0)
  }

  /// A report that was inspected, said, and is due.
  private func due(_ ledger: Ledger, _ findings: [Finding]) throws -> DueInspection {
    let file = try ledger.record([Sample.entry("a.txt", "11", findings)])[0]
    try ledger.markPublished(upTo: file.inspections[0].id)
    try ledger.ask(for: [file.inspections[0].id], because: .asked)
    return try #require(try ledger.due(limit: 9).first)
  }
}
