import Inspection
import Ledger
import SystemPackage
import TestSupport
import Testing

/// What later reports are compared with.
@Suite struct ArchiveTests {
  let root = TestFolder()
  private var path: String { root.path.appending("ledger.sqlite").string }

  @Test func `figures and prose come back whole, after reopening too`() throws {
    _ = try Ledger(path: path).record([Sample.entry("a.txt", "11", [])])
    let records = LedgerArchive(try Ledger(path: path)).records(agency: "云溪县")
    #expect(records == [Sample.record("a.txt", "11", year: 2023)])
  }

  @Test func `all years come, last inspected first; of one year no more than a few`() throws {
    let ledger = try Ledger(path: path)
    _ = try ledger.record([2022, 2024, 2023].map { Sample.entry("\($0).txt", "\($0)", [], year: $0) })
    _ = try ledger.record((1...9).map { Sample.entry("\($0).txt", "\($0)", [], year: 2022) })
    let files = LedgerArchive(ledger).records(agency: "云溪县").map(\.file)
    #expect(files == ["9.txt", "8.txt", "7.txt", "6.txt", "2023.txt", "2024.txt"])
    #expect(LedgerArchive(ledger).records(agency: "云溪").isEmpty)
  }

  @Test func `the batch in hand comes before what is recorded`() throws {
    let ledger = try Ledger(path: path)
    _ = try ledger.record([Sample.entry("a.txt", "11", [])])
    let archive = LedgerArchive(ledger)
    archive.add(Sample.record("b.txt", "22", year: 2022))
    archive.add(Sample.record("c.txt", "33", year: 2024))
    #expect(archive.records(agency: "云溪县").map(\.file) == ["c.txt", "b.txt", "a.txt"])
    #expect(archive.takeFailure() == nil)
  }

  @Test func `the same bytes under new rules are no other publication`() throws {
    let ledger = try Ledger(path: path)
    let later = RulesInForce(hash: "later", endedWaivers: 0, engine: "1")
    _ = try ledger.record([
      Sample.entry("a.txt", "11", []), Sample.entry("b.txt", "11", [], rules: later),
    ])
    #expect(LedgerArchive(ledger).records(agency: "云溪县").map(\.file) == ["b.txt"])
  }

  @Test func `an archive whose ledger fails says so`() throws {
    let ledger = try Ledger(path: path)
    _ = try ledger.record([Sample.entry("a.txt", "11", [])])
    let archive = LedgerArchive(ledger)
    try Sample.execute("DROP TABLE records", path)
    #expect(archive.records(agency: "云溪县").isEmpty)
    #expect(archive.takeFailure() != nil)
    #expect(archive.takeFailure() == nil)
  }
}
