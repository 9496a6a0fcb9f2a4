import Decoding
import Documents
import ReportFixtures
import Reports
import Testing

/// How long reading takes; printed, for a slow machine is no fault.
@Suite struct SpeedTests {
  @Test(arguments: [PlainTextLayout.pipes, .tabs, .bareCell, .aligned])
  func readsReportsOfTwentyKilobytes(layout: PlainTextLayout) throws {
    var random = SplitMix64(seed: 20)
    let files = (0..<50).map { _ in Array(Self.long(layout, &random).utf8) }
    let bytes = files.reduce(0) { $0 + $1.count }
    var decoding = Duration.zero
    var reading = Duration.zero
    let clock = ContinuousClock()
    for file in files {
      let begin = clock.now
      let document = try Decoders.decode(file)
      let middle = clock.now
      let report = ReportReader.read(document)
      decoding += middle - begin
      reading += clock.now - middle
      #expect(report != nil)
    }
    let size = bytes / files.count
    print(
      "speed, \(layout): \(size) bytes, decoding \(decoding / files.count), reading \(reading / files.count)")
  }

  private static func long(_ layout: PlainTextLayout, _ random: inout SplitMix64) -> String {
    var report = FixtureReport(&random)
    for section in [1, 5] {
      let paragraphs = report.prose[section] ?? []
      report.prose[section] = paragraphs + (0..<4).flatMap { _ in paragraphs.filter { $0.hasSuffix("。") } }
    }
    let tables = FormTable.all(report, CellStyle())
    return PlainTextWriter().write(report, tables: tables, layout: layout, &random)
  }
}
