import Decoding
import Documents
import ReportFixtures
import Testing

/// Files of which poppler would say nothing, or only the beginning.
@Suite struct PDFRefusalTests {
  private static let whole: [UInt8] = {
    var random = SplitMix64(seed: 7)
    let report = FixtureReport(&random)
    return PDFReportWriter(&random).write(report, tables: FormTable.all(report, CellStyle(&random)))
  }()

  @Test func wholeFilesAreRead() throws {
    #expect(try !Decoders.decode(Self.whole).blocks.isEmpty)
  }

  /// No password fits these keys, the empty one included.
  @Test func asksForThePassword() {
    let key = String(repeating: "5A", count: 32)
    let lock =
      "/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >>"
    let text = String(decoding: Self.whole, as: UTF8.self)
    let locked = text.split(separator: "/Root 1 0 R").joined(separator: lock)
    #expect(throws: DecodingFailure.encrypted(format: "PDF")) { _ = try Decoders.decode(Array(locked.utf8)) }
  }

  /// What is not there of a file cut off must not seem to be absent from the report.
  @Test(arguments: [1, 10, 50, 90, 99]) func refusesFilesCutOff(percent: Int) {
    let bytes = Array(Self.whole.prefix(Self.whole.count * percent / 100))
    #expect(throws: DecodingFailure.self) { _ = try Decoders.decode(bytes) }
  }
}
