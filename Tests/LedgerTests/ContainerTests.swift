import Inspection
import Ledger
import SystemPackage
import TestSupport
import Testing

/// Files that hold several reports.
@Suite struct ContainerTests {
  @Test(arguments: [
    ([Verdict.passed, .flagged, .rejected], Verdict.flagged), ([.passed, .rejected], .incomplete),
    ([.passed, .incomplete], .incomplete), ([.rejected, .rejected], .rejected),
    ([.passed, .passed], .passed),
    ([.incomplete, .rejected], .incomplete),
  ])
  func `the gravest verdict decides for the file`(_ verdicts: [Verdict], _ file: Verdict) {
    #expect(Verdict.ofFile(verdicts) == file)
  }

  @Test func `members are recorded under their names, the file is known by its own hash`() throws {
    let root = TestFolder()
    let ledger = try Ledger(path: root.path.appending("ledger.sqlite").string)
    let members = [
      Sample.report("a.zip!/甲.txt", "11", [Sample.finding]), Sample.report("a.zip!/乙.txt", "22", []),
    ]
    let entry = Sample.entry(members, "a.zip", container: "zip")
    let file = try ledger.record([entry])[0]
    #expect(file.verdict == .flagged)
    #expect(file.inspections.map(\.inspection.file) == ["a.zip!/甲.txt", "a.zip!/乙.txt"])
    #expect(try ledger.verdict(of: entry.arrival, sha256: "zip") == .flagged)
    #expect(try ledger.unpublished(limit: 9).map(\.arrival.name) == ["a.zip", "a.zip"])
    try ledger.ask(for: file.inspections.map(\.id), because: .asked)
    #expect(try ledger.due(limit: 9).map(\.container) == ["zip", "zip"])
  }
}
