import Decoding
import Diagnostics
import Documents
import ReportFixtures
import Reports
import Testing

/// Reports are set on pages, read back through pdftotext, and agree with what was written.
@Suite struct PDFRoundTripTests {
  @Test func readsWhatWasWritten() throws {
    let seed = Seed.announced("PDF round trip")
    var random = SplitMix64(seed: seed)
    var right = 0
    var missing: [MissingCause: Int] = [:]
    for number in 0..<Seed.cases(25) {
      let fixture = FixtureReport(&random)
      let tables = FormTable.all(fixture, CellStyle(&random))
      let bytes = PDFReportWriter(&random).write(fixture, tables: tables)
      let document = try Decoders.decode(bytes)
      #expect(DecoderConformance.check(document) == [])
      let report = try #require(ReportReader.read(document), "seed \(seed), case \(number)")
      let comparison = Comparison(report, fixture)
      right += comparison.right
      missing.merge(comparison.missing, uniquingKeysWith: +)
      #expect(report.year == fixture.year && report.edition == fixture.edition)
      let headings = report.sections.map { $0.isEmpty ? 0 : $0.headings.count }
      #expect(headings == [1, 1, 1, 1, 1, 1], "seed \(seed), case \(number)")
      if headings != [1, 1, 1, 1, 1, 1] { print(headings, document.source.text(document.source.span)) }
      if !comparison.wrong.isEmpty {
        print(document.source.text(document.source.span))
        Issue.record("seed \(seed), case \(number): \(comparison.wrong)")
        break
      }
    }
    print("PDF round trip: \(right) cells read, missing \(missing)")
  }

  /// Cells that are blank, torn, joined or gone are missing, never another figure.
  @Test(arguments: PDFDamage.allCases)
  func readsNoDamagedCellWrongly(damage: PDFDamage) throws {
    let seed = Seed.announced("PDF, \(damage)")
    var random = SplitMix64(seed: seed)
    for number in 0..<Seed.cases(6) {
      let fixture = FixtureReport(&random)
      var tables = FormTable.all(fixture, CellStyle(&random))
      damage.apply(to: &tables[random.pick([0, 1, 1, 2])], &random)
      var writer = PDFReportWriter(&random)
      // At an edge of a merged cell a figure stands exactly as the one of a single cell would.
      if damage.mergesCells { writer.alignment = 0.5 }
      let bytes = writer.write(fixture, tables: tables)
      let document = try Decoders.decode(bytes)
      guard let report = ReportReader.read(document) else { continue }
      let wrong = Comparison(report, fixture).wrong
      if !wrong.isEmpty {
        print(document.source.text(document.source.span))
        Issue.record("seed \(seed), case \(number): \(wrong)")
        break
      }
    }
  }
}
