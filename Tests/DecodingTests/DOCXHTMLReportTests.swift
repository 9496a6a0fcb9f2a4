import Decoding
import Diagnostics
import ReportFixtures
import Reports
import Testing

/// Whole reports in both formats: every figure as it was written, and nothing of what stands around.
@Suite struct DOCXHTMLReportTests {
  @Test func readsPages() throws {
    let seed = Seed.announced("pages")
    for number in 0..<Seed.cases(150) {
      var random = SplitMix64(seed: seed &+ UInt64(number))
      let report = FixtureReport(&random)
      var writer = HTMLReportWriter(&random)
      let page = writer.write(
        report, tables: FormTable.all(report, CellStyle(&random)), charset: random.pick(["utf-8", "gb2312"]))
      let read = try check(
        random.pick(TextEncoding.allCases).encode(page), report, "seed \(seed), page \(number)")
      #expect(!(read?.whole.text.contains("ICP") ?? true) && !(read?.whole.text.contains("索引号") ?? true))
    }
  }

  @Test func readsWordProcessorFiles() throws {
    let seed = Seed.announced("word processor files")
    for number in 0..<Seed.cases(150) {
      var random = SplitMix64(seed: seed &+ UInt64(number))
      let report = FixtureReport(&random)
      var writer = DOCXReportWriter(&random)
      let bytes = writer.write(report, tables: FormTable.all(report, CellStyle(&random)))
      _ = try check(bytes, report, "seed \(seed), file \(number)")
    }
  }

  private func check(_ bytes: [UInt8], _ written: FixtureReport, _ name: String) throws -> Report? {
    let document = try Decoders.decode(bytes)
    #expect(DecoderConformance.check(document).isEmpty, "\(name)")
    guard let report = ReportReader.read(document) else {
      Issue.record("\(name): no report")
      return nil
    }
    let comparison = Comparison(report, written)
    #expect(comparison.wrong.isEmpty, "\(name)")
    #expect(
      comparison.missingCount == comparison.missing[.notInEdition, default: 0],
      "\(name): \(comparison.missing)")
    #expect(report.agency == written.canonicalAgency && report.year == written.year, "\(name)")
    #expect(report.sections.allSatisfy { $0.headings.count == 1 }, "\(name)")
    return report
  }
}
