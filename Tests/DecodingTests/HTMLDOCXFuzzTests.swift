import Decoding
import ReportFixtures
import Testing

/// Files with a few bytes changed, dropped or doubled: they end in a sound document or in a failure.
@Suite struct HTMLDOCXFuzzTests {
  @Test func survivesChangedPages() {
    let seed = Seed.announced("changed pages")
    let pages = HTMLTests.cases.map { Array($0.page.utf8) } + [report(seed)]
    for number in 0..<Seed.cases(3000) {
      var random = SplitMix64(seed: seed &+ UInt64(number))
      check(changed(random.pick(pages), &random), "seed \(seed), page \(number)")
    }
  }

  @Test func survivesChangedFiles() {
    let seed = Seed.announced("changed files")
    let files = DOCXTests.cases.map {
      DOCXWriter(body: $0.body, numbering: $0.numbering, styles: $0.styles).bytes()
    }
    for number in 0..<Seed.cases(1500) {
      var random = SplitMix64(seed: seed &+ UInt64(number))
      check(changed(random.pick(files), &random), "seed \(seed), file \(number)")
    }
  }

  /// The parts are changed before they are packed, so that the change is not found out by its checksum.
  @Test func survivesChangedParts() {
    let seed = Seed.announced("changed parts")
    let files = DOCXTests.cases.map { DOCXWriter(body: $0.body, numbering: $0.numbering, styles: $0.styles) }
    for number in 0..<Seed.cases(1500) {
      var random = SplitMix64(seed: seed &+ UInt64(number))
      var file = random.pick(files)
      for index in file.parts.indices {
        file.parts[index].content = swapped(file.parts[index].content, &random)
      }
      check(file.bytes(), "seed \(seed), parts \(number)")
    }
  }

  private func report(_ seed: UInt64) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    let report = FixtureReport(&random)
    var writer = HTMLReportWriter(&random)
    return Array(writer.write(report, tables: FormTable.all(report, CellStyle()), charset: "utf-8").utf8)
  }

  private func check(_ bytes: [UInt8], _ name: String) {
    guard let document = try? Decoders.decode(bytes) else { return }
    #expect(DecoderConformance.check(document).isEmpty, "\(name)")
  }

  private func changed(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0..<6, using: &random) where bytes.count > 40 {
      let at = Int.random(in: 4..<bytes.count - 16, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(at..<at + Int.random(in: 1..<16, using: &random))
      case 2:
        bytes.insert(contentsOf: bytes[at..<at + 12], at: Int.random(in: 4..<bytes.count, using: &random))
      default: bytes[at] = random.pick(Array("<>/\"&= \u{0}0".utf8))
      }
    }
    return bytes
  }

  /// Exchanges the names of elements, so that the part stays well-formed and makes no sense.
  private func swapped(_ part: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let names = [
      "w:p", "w:tc", "w:tr", "w:tbl", "w:r", "w:t", "w:pPr", "w:rPr", "w:trPr", "w:txbxContent", "w:del",
      "w:sdt",
    ]
    var text = String(decoding: part, as: UTF8.self)
    for _ in 0..<3 {
      let (old, new) = (random.pick(names), random.pick(names))
      for (before, after) in [("<", ">"), ("</", ">"), ("<", "/>")] {
        text = text.split(separator: before + old + after, omittingEmptySubsequences: false)
          .joined(separator: before + new + after)
      }
    }
    return Array(text.utf8)
  }
}
