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
    #expect(unpublished == recorded)
    #expect(unpublished.first?.inspection == entry.inspection)
    #expect(unpublished.first?.arrival == entry.arrival)
    #expect(unpublished.first?.rulesHash == "rules")
    #expect(unpublished.first?.inspectedAt == 1_700_000_000_123)
  }

  @Test func `a rejection comes back with its reason`() throws {
    let ledger = try Ledger(path: path)
    let recorded = try ledger.record([Sample.rejected("a.txt", "22")])
    #expect(recorded.first?.inspection.rejection == Rejection(code: "empty", message: "空文件"))
    #expect(recorded.first?.inspection.verdict == .rejected)
  }

  @Test func `the outbox holds what was not published, oldest first`() throws {
    let ledger = try Ledger(path: path)
    let recorded = try ledger.record((1...5).map { Sample.entry("\($0).txt", "\($0)", []) })
    try ledger.markPublished([recorded[0].id, recorded[2].id])
    #expect(try ledger.unpublished(limit: 2).map(\.inspection.file) == ["2.txt", "4.txt"])
    let totals = try ledger.totals()
    #expect([totals.reports, totals.findings, totals.unpublished] == [5, 0, 3])
  }

  @Test func `the same bytes under the same rules are a duplicate without findings`() throws {
    let ledger = try Ledger(path: path)
    _ = try ledger.record([Sample.entry("a.txt", "11", [Sample.finding])])
    let second = try ledger.record([
      Sample.entry("b.txt", "11", [Sample.finding]), Sample.entry("c.txt", "11", [Sample.finding]),
    ])
    #expect(second.map(\.duplicateOf) == ["a.txt", "a.txt"])
    #expect(second.allSatisfy { $0.inspection.findings.isEmpty && $0.inspection.verdict == .flagged })
    #expect(try ledger.inspection(sha256: "11", rulesHash: "rules")?.inspection.file == "a.txt")
    #expect(try ledger.totals().findings == 1)
  }

  @Test func `other rules make it new, and a rejection is told again`() throws {
    let ledger = try Ledger(path: path)
    let recorded = try ledger.record([
      Sample.entry("a.txt", "11", [Sample.finding]),
      Sample.entry("b.txt", "11", [Sample.finding], rules: "others"),
      Sample.rejected("c.txt", "22"), Sample.rejected("d.txt", "22"),
    ])
    #expect(recorded.allSatisfy { $0.duplicateOf == nil })
  }

  @Test func `a file is known again after a crash by its inode and time`() throws {
    let ledger = try Ledger(path: path)
    let entry = Sample.entry("a.txt", "11", [])
    _ = try ledger.record([entry])
    #expect(try ledger.inspection(of: entry.arrival, sha256: "11")?.inspection.file == "a.txt")
    let other = Arrival(name: "a.txt", size: 1, inode: 8, modified: 9)
    #expect(try ledger.inspection(of: other, sha256: "11") == nil)
    #expect(try ledger.inspection(of: entry.arrival, sha256: "12") == nil)
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
