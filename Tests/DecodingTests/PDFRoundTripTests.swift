import Decoding
import Diagnostics
import Documents
import ReportFixtures
import Reports
import Testing

/// Reports are set on pages, read back, and agree with what was written. Most are read from what pdftotext
/// would say of them, without a child process for each.
@Suite struct PDFRoundTripTests {
  /// A whole report with its tables, set with room for every figure.
  private static func set(_ random: inout SplitMix64) -> (FixtureReport, [FormTable], PDFReportWriter) {
    let fixture = FixtureReport(&random)
    let tables = FormTable.all(fixture, CellStyle(&random))
    return (fixture, tables, PDFReportWriter(&random))
  }

  /// pdftotext says of a page what the writer says that it does, and so does the reader of both. Where two places
  /// are as good as each other a group's title may stand in another line, and cost a row in one of them: never is
  /// a cell read as two figures.
  @Test func readsFilesAsTheirListings() throws {
    let seed = Seed.announced("PDF files")
    var random = SplitMix64(seed: seed)
    var differing = 0
    var all = 0
    for number in 0..<Seed.cases(25) {
      var (fixture, tables, writer) = Self.set(&random)
      writer.leading = 1
      let document = try Decoders.decode(writer.write(fixture, tables: tables))
      #expect(DecoderConformance.check(document) == [])
      let listed = try PDF.document(listing: writer.list(fixture, tables: tables))
      let pairs = zip(Self.cells(document).joined(), Self.cells(listed).joined())
      let unlike = pairs.filter { $0 != $1 }
      #expect(unlike.allSatisfy { $0.figure == nil || $1.figure == nil }, "seed \(seed), case \(number)")
      all += Array(pairs).count
      differing += unlike.count
    }
    #expect(differing * 100 <= all, "seed \(seed)")
  }

  /// What a table says does not depend on what follows it: another chapter, out of its order, or a paragraph
  /// that begins with a figure.
  @Test func readsTablesWhateverFollows() throws {
    let seed = Seed.announced("PDF, what follows")
    var random = SplitMix64(seed: seed)
    for number in 0..<Seed.cases(40) {
      var (fixture, tables, writer) = Self.set(&random)
      for chapter in [1, 5, 6] {
        fixture.prose[chapter] = ["\(fixture.year)年，本机关按照规定做好公开工作，不断提升服务水平，各项任务落到实处。"]
      }
      let whole = try #require(ReportReader.read(PDF.document(listing: writer.list(fixture, tables: tables))))
      let last = Int.random(in: 1...5, using: &random)
      writer.chapters.swapAt(last - 1, last)
      if random.once(in: 2) { writer.chapters.removeAll { $0 == 4 } }
      let moved = try #require(ReportReader.read(PDF.document(listing: writer.list(fixture, tables: tables))))
      for table in whole.tables.indices where writer.chapters.contains(whole.tables[table].form.section) {
        let lost = zip(whole.tables[table].cells, moved.tables[table].cells).count {
          $0.figure != nil && $1.figure == nil
        }
        #expect(lost <= 3 * 7, "seed \(seed), case \(number), \(writer.chapters)")
      }
      #expect(Comparison(moved, fixture).wrong == [], "seed \(seed), case \(number)")
    }
  }

  private static func cells(_ document: Document) -> [[CellReading]] {
    ReportReader.read(document)?.tables.map { $0.cells.map(withoutPlace) } ?? []
  }

  private static func withoutPlace(_ reading: CellReading) -> CellReading {
    switch reading {
    case .value(let figure, _, let manner): .value(figure, SourceSpan(0, 0), manner)
    case .missing(let cause, _): .missing(cause, nil)
    }
  }

  @Test func readsWhatWasWritten() throws {
    let seed = Seed.announced("PDF round trip")
    var random = SplitMix64(seed: seed)
    var right = 0
    var missing: [MissingCause: Int] = [:]
    for number in 0..<Seed.cases(100) {
      let (fixture, tables, writer) = Self.set(&random)
      let document = try PDF.document(listing: writer.list(fixture, tables: tables))
      let report = try #require(ReportReader.read(document), "seed \(seed), case \(number)")
      let comparison = Comparison(report, fixture)
      right += comparison.right
      missing.merge(comparison.missing, uniquingKeysWith: +)
      #expect(report.year == fixture.year && report.edition == fixture.edition)
      let headings = report.sections.map { $0.isEmpty ? 0 : $0.headings.count }
      #expect(headings == [1, 1, 1, 1, 1, 1], "seed \(seed), case \(number)")
      #expect(comparison.wrong == [], "seed \(seed), case \(number)")
    }
    print("PDF round trip: \(right) cells read, missing \(missing)")
    #expect(missing.values.reduce(0, +) * 20 < right)
  }

  /// Cells that are blank, torn, wrapped, joined or gone are missing, never another figure; nor are those of
  /// columns too narrow for them.
  @Test(arguments: PDFDamage.allCases, [false, true])
  func readsNoDamagedCellWrongly(damage: PDFDamage, isNarrow: Bool) throws {
    let seed = Seed.announced("PDF, \(damage)")
    var random = SplitMix64(seed: seed)
    for number in 0..<Seed.cases(10) {
      var (fixture, tables, writer) = Self.set(&random)
      damage.apply(to: &tables[random.pick([0, 1, 1, 2])], &random)
      writer.isNarrow = isNarrow
      // At an edge of a merged cell a figure stands exactly as the one of a single cell would.
      if damage.mergesCells { writer.alignment = 0.5 }
      let document = try PDF.document(listing: writer.list(fixture, tables: tables))
      guard let report = ReportReader.read(document) else { continue }
      #expect(Comparison(report, fixture).wrong == [], "seed \(seed), case \(number)")
    }
  }

  /// Several at once.
  @Test func readsNothingWronglyInRuins() throws {
    let seed = Seed.announced("PDF, ruins")
    var random = SplitMix64(seed: seed)
    for number in 0..<Seed.cases(100) {
      var (fixture, tables, writer) = Self.set(&random)
      for _ in 0..<Int.random(in: 2...4, using: &random) {
        let damage = random.pick(PDFDamage.allCases.filter { !$0.mergesCells })
        damage.apply(to: &tables[random.pick([0, 1, 1, 2])], &random)
      }
      writer.isNarrow = random.once(in: 3)
      let document = try PDF.document(listing: writer.list(fixture, tables: tables))
      guard let report = ReportReader.read(document) else { continue }
      #expect(Comparison(report, fixture).wrong == [], "seed \(seed), case \(number)")
    }
  }
}
