import Decoding
import Documents
import Figures
import ReportFixtures
import Reports
import Testing

/// A report saved by an office program in Word's binary format, without merged cells, through antiword. It says
/// what the sample of the same name says.
@Suite struct DOCReportTests {
  private static func report(_ path: String) throws -> Report {
    let bytes = try FuzzFiles.bytes("\(FuzzFiles.root)/../\(path)")
    let document = try Decoders.decode(bytes)
    #expect(DecoderConformance.check(document) == [])
    return try #require(ReportReader.read(document))
  }

  @Test func figuresComeBackAsTheyWereWritten() throws {
    let (doc, text) = try (
      Self.report("DecodingTests/Files/yunxi-2023.doc"), Self.report("Samples/yunxi-2023.txt")
    )
    #expect(ReadingConformance.check(doc) == [])
    for (read, written) in zip(doc.tables, text.tables) {
      let figures = read.cells.map(\.figure)
      #expect(figures == written.cells.map(\.figure), "\(read.form.key)")
    }
    #expect(doc.cellsRead == doc.cellsRequired)
  }

  /// antiword draws no table of many columns, and writes the next heading behind its last cell.
  @Test func sectionsBelowTablesAreFound() throws {
    let report = try Self.report("DecodingTests/Files/yunxi-2023.doc")
    #expect(report.sections.map(\.headings.count) == [1, 1, 1, 1, 1, 1])
    #expect(report.agency == "云溪县")
    #expect(report.year == 2023)
  }
}
