import Decoding
import ReportFixtures
import Reports
import Testing

/// Of a table on a page nothing is said that is not so, whatever happened to it and to the chapter behind it.
@Suite struct PDFAccusationTests {
  /// Where the chapter behind table 3 is.
  enum Fourth: CaseIterable { case inPlace, gone, untitled, moved }

  /// A label that was misread is not there.
  @Test(arguments: PDFDamage.allCases.filter { $0 != .misreadLabel }, [false, true])
  func accusesNoFilledCell(damage: PDFDamage, isNarrow: Bool) throws {
    try accuseNone(damage, isNarrow, seed: Seed.announced("PDF accusations, \(damage)"))
  }

  /// Pages of which filled cells were once told blank: a row that a page's end divides, cells of words run together,
  /// figures that stand as one word or go on in the next line.
  @Test(
    arguments: [
      (PDFDamage.tornColumn, 5_995_846_486_130_525_310), (.runTogetherCells, 4_968_570_652_626_136_869),
      (.runTogetherCells, 8_212_310_488_013_659_455), (.letterForDigit, 4_119_094_789_429_295_507),
      (.letterForDigit, 1_307_829_285_375_685_761), (.wrappedFigures, 8_212_310_488_013_659_455),
    ] as [(PDFDamage, UInt64)])
  func accusesNoCellAgain(damage: PDFDamage, seed: UInt64) throws {
    for isNarrow in [false, true] { try accuseNone(damage, isNarrow, seed: seed) }
  }

  private func accuseNone(_ damage: PDFDamage, _ isNarrow: Bool, seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for number in 0..<Seed.cases(12) {
      let fixture = FixtureReport(&random)
      var tables = FormTable.all(fixture, CellStyle(&random))
      var writer = PDFReportWriter(&random)
      damage.apply(to: &tables[random.pick([0, 1, 1, 2])], &random)
      writer.isNarrow = isNarrow
      // At an edge of a merged cell a figure stands exactly as the one of a single cell would.
      if damage.mergesCells { writer.alignment = 0.5 }
      let fourth = Fourth.allCases[number % Fourth.allCases.count]
      Self.place(fourth, &writer)
      let document = try PDF.document(listing: writer.list(fixture, tables: tables))
      guard let report = ReportReader.read(document) else { continue }
      let wrong = Comparison(report, fixture).wrong + Accusations.false(report, tables)
      #expect(wrong == [], "seed \(seed), case \(number), \(fourth)")
    }
  }

  private static func place(_ fourth: Fourth, _ writer: inout PDFReportWriter) {
    switch fourth {
    case .inPlace: break
    case .gone: writer.chapters = [1, 2, 3, 5, 6]
    case .untitled: writer.untitled = [4]
    case .moved: writer.chapters = [1, 4, 2, 3, 5, 6]
    }
  }
}
