import Decoding
import Diagnostics
import Documents
import ReportFixtures
import Reports
import Testing

/// Broken files and broken listings end in a document or a failure, never in a trap.
@Suite struct PDFFuzzTests {
  @Test func survivesBrokenFiles() throws {
    let seed = Seed.announced("PDF, broken files")
    var random = SplitMix64(seed: seed)
    let fixture = FixtureReport(&random)
    let whole = PDFReportWriter(&random).write(fixture, tables: FormTable.all(fixture, CellStyle(&random)))
    for number in 0..<Seed.cases(30) {
      var bytes = whole
      Self.mutate(&bytes, &random)
      guard let document = try? Decoders.decode(bytes) else { continue }
      #expect(DecoderConformance.check(document) == [], "seed \(seed), case \(number)")
    }
  }

  /// Without a child process, and so many times more often.
  @Test func survivesBrokenListings() {
    let seed = Seed.announced("PDF, broken listings")
    var random = SplitMix64(seed: seed)
    for number in 0..<Seed.cases(300) {
      var bytes = Self.listing(&random)
      if random.once(in: 2) { Self.mutate(&bytes, &random) }
      guard let document = try? PDF.document(listing: bytes) else { continue }
      #expect(DecoderConformance.check(document) == [], "seed \(seed), case \(number)")
      _ = ReportReader.read(document)
    }
  }

  @Test(arguments: DecoderConformance.hostile.map(\.bytes))
  func survivesHostileListings(bytes: [UInt8]) {
    if let document = try? PDF.document(listing: bytes) { #expect(DecoderConformance.check(document) == []) }
    let words = (0..<20).map { _ in
      Array("<word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"2\">".utf8) + bytes.prefix(200)
        + Array("</word>".utf8)
    }
    let listing = Array("<page width=\"9\" height=\"9\">".utf8) + words.joined()
    if let document = try? PDF.document(listing: listing) {
      #expect(DecoderConformance.check(document) == [])
    }
  }

  /// Words anywhere, as a page full of figures or nonsense has them.
  private static func listing(_ random: inout SplitMix64) -> [UInt8] {
    let texts = [
      "0", "12", "1,234", "1,23", "—", "三、", "（一）予以公开", "1.", "规章", "总计", "&lt;", "\u{2F00}", "７", "12（其中3件）",
      "。",
    ]
    let numbers = ["nan", "inf", "-1", "1e300", "0x1p4", "", "7"]
    var text = ""
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      text += "<page width=\"595.0\" height=\"842.0\">"
      for _ in 0..<Int.random(in: 0...300, using: &random) {
        let left = Double(Int.random(in: 0...40, using: &random)) * 14
        let top = Double(Int.random(in: 0...60, using: &random)) * 13
        let right =
          random.once(in: 50)
          ? random.pick(numbers) : "\(left + Double(Int.random(in: 1...40, using: &random)))"
        text +=
          "<word xMin=\"\(left)\" yMin=\"\(top)\" xMax=\"\(right)\" yMax=\"\(top + 10)\">\(random.pick(texts))</word>"
      }
    }
    return Array(text.utf8)
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    for _ in 0..<Int.random(in: 1...20, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...200, using: &random)))
      case 2: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 50)], at: 0)
      default: if random.once(in: 8) { bytes.removeSubrange(index...) }
      }
    }
  }
}
