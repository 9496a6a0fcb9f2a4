import Decoding
import ReportFixtures
import Reports
import Testing

/// Rows of a drawn table that lost a cell, or of which two cells became one: what stands behind has moved, and
/// is not read as what it was moved to.
@Suite struct RaggedRowTests {
  @Test func pagesWithRaggedRowsAreNotMisread() throws {
    let seed = Seed.announced("ragged pages")
    for number in 0..<Seed.cases(150) {
      var random = SplitMix64(seed: seed &+ UInt64(number))
      let report = FixtureReport(&random)
      var writer = HTMLReportWriter(&random)
      let tables = Self.ragged(FormTable.all(report, CellStyle(&random)), &random)
      let page = writer.write(report, tables: tables, charset: "utf-8")
      try Self.check(Array(page.utf8), report, "seed \(seed), page \(number)")
    }
  }

  @Test func wordProcessorFilesWithRaggedRowsAreNotMisread() throws {
    let seed = Seed.announced("ragged files")
    for number in 0..<Seed.cases(100) {
      var random = SplitMix64(seed: seed &+ UInt64(number))
      let report = FixtureReport(&random)
      var writer = DOCXReportWriter(&random)
      let tables = Self.ragged(FormTable.all(report, CellStyle(&random)), &random)
      try Self.check(writer.write(report, tables: tables), report, "seed \(seed), file \(number)")
    }
  }

  /// Up to three rows of tables 2 and 3 with a figure too few.
  private static func ragged(_ tables: [FormTable], _ random: inout SplitMix64) -> [FormTable] {
    var tables = tables
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let table = Int.random(in: 0...1, using: &random)
      let rows = tables[table].rows.indices.filter { tables[table].rows[$0].figures.count > 1 }
      guard let row = rows.randomElement(using: &random) else { continue }
      let figures = tables[table].rows[row].figures
      let lost = Int.random(in: 0..<figures.count - 1, using: &random)
      let text = tables[table].rows[row].cells[figures[lost]].text
      tables[table].rows[row].cells.remove(at: figures[lost])
      if random.once(in: 2) {
        tables[table].rows[row].cells[figures[lost]].text =
          text + " " + tables[table].rows[row].cells[figures[lost]].text
      }
    }
    return tables
  }

  private static func check(_ bytes: [UInt8], _ written: FixtureReport, _ name: String) throws {
    let report = try #require(ReportReader.read(try Decoders.decode(bytes)), "\(name): no report")
    #expect(Comparison(report, written).wrong.isEmpty, "\(name)")
    #expect(!report.oddCells.contains { $0.fault == .negative || $0.fault == .fractional }, "\(name)")
  }
}
