import Inspection
import Ledger
import SystemPackage
import TestSupport
import Testing

@Suite struct LedgerTests {
  let root = TestFolder()
  private var path: String { root.path.appending("ledger.sqlite").string }

  @Test func `what is recorded comes back whole`() throws {
    let entry = Sample.entry("a.txt", "11", [Sample.finding, Sample.unknown, Sample.waived])
    let recorded = try Ledger(path: path).record([entry])
    let unpublished = try Ledger(path: path).unpublished(limit: 10)
    #expect([unpublished] == recorded.map(\.inspections))
    #expect(unpublished.first?.inspection == entry.reports[0].inspection)
    #expect(unpublished.first?.arrival == entry.arrival)
    #expect(unpublished.first?.rules == Sample.rules)
    #expect(unpublished.first?.inspectedAt == 1_700_000_000_123)
  }

  @Test func `a rejection comes back with its reason`() throws {
    let ledger = try Ledger(path: path)
    let recorded = try ledger.record([Sample.rejected("a.txt", "22")])
    let inspection = recorded.first?.inspections.first?.inspection
    #expect(inspection?.rejection == Rejection(code: "empty", message: "空文件"))
    #expect(recorded.first?.verdict == .rejected)
  }

  @Test func `the outbox holds what was not published, oldest first`() throws {
    let ledger = try Ledger(path: path)
    let recorded = try ledger.record((1...5).map { Sample.entry("\($0).txt", "\($0)", []) })
    let ids = recorded.flatMap(\.inspections).map(\.id)
    try ledger.markPublished(upTo: ids[1])
    #expect(try ledger.unpublished(limit: 2).map(\.inspection.file) == ["3.txt", "4.txt"])
    #expect(try ledger.unpublished(after: ids[3], limit: 2).map(\.inspection.file) == ["5.txt"])
    let totals = try ledger.totals()
    #expect([totals.reports, totals.findings, totals.unpublished] == [5, 0, 3])
  }

  @Test func `the same bytes under the same rules are a duplicate without findings`() throws {
    let ledger = try Ledger(path: path)
    _ = try ledger.record([Sample.entry("a.txt", "11", [Sample.finding])])
    let second = try ledger.record([
      Sample.entry("b.txt", "11", [Sample.finding]), Sample.entry("c.txt", "11", [Sample.finding]),
    ])
    let inspections = second.flatMap(\.inspections)
    #expect(inspections.map(\.duplicateOf) == ["a.txt", "a.txt"])
    #expect(inspections.allSatisfy { $0.inspection.findings.isEmpty && $0.inspection.verdict == .flagged })
    #expect(try ledger.inspection(sha256: "11", rules: Sample.rules)?.inspection.file == "a.txt")
    #expect(try ledger.totals().findings == 1)
  }

  @Test(arguments: [
    RulesInForce(hash: "others", endedWaivers: 0, engine: "1"),
    RulesInForce(hash: "rules", endedWaivers: 1, engine: "1"),
    RulesInForce(hash: "rules", endedWaivers: 0, engine: "2"),
  ])
  func `other rules, a waiver that ended or another program make it new`(_ rules: RulesInForce) throws {
    let ledger = try Ledger(path: path)
    let recorded = try ledger.record([
      Sample.entry("a.txt", "11", [Sample.finding]),
      Sample.entry("b.txt", "11", [Sample.finding], rules: rules),
    ])
    #expect(recorded.flatMap(\.inspections).allSatisfy { $0.duplicateOf == nil })
    #expect(try ledger.inspection(sha256: "11", rules: rules)?.inspection.file == "b.txt")
  }

  @Test func `a rejection is told again`() throws {
    let ledger = try Ledger(path: path)
    let recorded = try ledger.record([Sample.rejected("c.txt", "22"), Sample.rejected("d.txt", "22")])
    #expect(recorded.flatMap(\.inspections).allSatisfy { $0.duplicateOf == nil })
  }

  @Test func `a file is known again after a crash by its inode and time`() throws {
    let ledger = try Ledger(path: path)
    let entry = Sample.entry("a.txt", "11", [])
    _ = try ledger.record([entry])
    #expect(try ledger.verdict(of: entry.arrival, sha256: "11") == .passed)
    let other = Arrival(name: "a.txt", size: 1, inode: 8, modified: 9)
    #expect(try ledger.verdict(of: other, sha256: "11") == nil)
    #expect(try ledger.verdict(of: entry.arrival, sha256: "12") == nil)
  }

  @Test func `what could not be assessed is no finding in the totals`() throws {
    let ledger = try Ledger(path: path)
    _ = try ledger.record([Sample.entry("a.txt", "11", [Sample.finding, Sample.unknown])])
    #expect(try ledger.totals().findings == 1)
  }

  @Test func `only its owner may read the ledger`() throws {
    let ledger = try Ledger(path: path)
    _ = try ledger.record([Sample.entry("a.txt", "11", [])])
    for name in ["ledger.sqlite", "ledger.sqlite-wal"] {
      #expect(try FilePermissions.of(root.path.appending(name)) == [.ownerReadWrite])
    }
  }

  @Test func `a ledger that cannot be opened is named`() {
    #expect {
      try Ledger(path: "/nowhere/ledger.sqlite")
    } throws: { error in
      "\(error)".hasPrefix("无法打开台账 /nowhere/ledger.sqlite：打不开")
    }
  }

  @Test func `a file that is no ledger is named and kept`() {
    Disk.write(
      "not a database, but long enough to be taken for one", to: root.path.appending("ledger.sqlite"))
    #expect {
      try Ledger(path: path)
    } throws: { error in
      "\(error)".contains("损坏或不是数据库")
    }
    #expect(Disk.read(root.path.appending("ledger.sqlite"))?.hasPrefix("not a database") == true)
  }
}
