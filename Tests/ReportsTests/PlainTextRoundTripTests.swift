import Decoding
import Documents
import ReportFixtures
import Reports
import Testing

/// Reports are written in every layout and read back.
@Suite struct PlainTextRoundTripTests {
  @Test(arguments: PlainTextLayout.allCases)
  func readsWhatWasWritten(layout: PlainTextLayout) throws {
    let seed = Seed.announced("round trip, \(layout)")
    var random = SplitMix64(seed: seed)
    var right = 0
    var missing: [MissingCause: Int] = [:]
    for number in 0..<Seed.cases(300) {
      let file = FixtureFile(layout, &random)
      let bytes = random.pick(TextEncoding.allCases).encode(file.text, carriageReturns: random.once(in: 4))
      let report = try #require(ReportReader.read(Decoders.decode(bytes)), "seed \(seed), case \(number)")
      let comparison = Comparison(report, file.report)
      right += comparison.right
      missing.merge(comparison.missing, uniquingKeysWith: +)
      let isLossy = layout.isLossless && comparison.missingCount > 0
      if !comparison.wrong.isEmpty || isLossy || !Self.isIdentified(report, file.report) {
        Issue.record("seed \(seed), case \(number): \(comparison)\n\(file.text)")
        break
      }
    }
    print("round trip, \(layout): \(right) cells read, missing \(missing)")
  }

  /// Agency, year, edition and the six sections. A report without a title names its place in the text, and
  /// not its office.
  private static func isIdentified(_ report: Report, _ fixture: FixtureReport) -> Bool {
    let isNamed = report.title == nil || report.agency == fixture.canonicalAgency
    let isWhole = report.sections.allSatisfy { $0.headings.count == 1 && !$0.isEmpty }
    if !(isNamed && isWhole && report.year == fixture.year && report.edition == fixture.edition) {
      print(
        "read as", report.agency ?? "-", report.year ?? 0, report.edition, "sections",
        report.sections.map(\.headings.count))
      return false
    }
    return true
  }
}
