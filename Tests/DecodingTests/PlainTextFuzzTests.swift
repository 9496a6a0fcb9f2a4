import Decoding
import Diagnostics
import Documents
import ReportFixtures
import Reports
import Testing

/// Whatever the bytes, decoding and reading end in a value.
@Suite struct PlainTextFuzzTests {
  @Test func hostileInput() {
    for (name, bytes) in DecoderConformance.hostile { #expect(faults(bytes) == [], "\(name)") }
  }

  @Test func randomBytes() {
    let seed = Seed.announced("random bytes")
    var random = SplitMix64(seed: seed)
    for number in 0..<Seed.cases(2000) {
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      #expect(faults(bytes) == [], "seed \(seed), case \(number): \(bytes)")
    }
  }

  /// Pieces of markup in any order reach further than random bytes.
  @Test func randomPieces() {
    let seed = Seed.announced("random pieces")
    var random = SplitMix64(seed: seed)
    let pieces = [
      "|", "||", "\t", "\n", "\r\n", "\n\n", " ", "\u{3000}", "—", "-", "**", "#", "---", "0", "１２", "1,234",
      "。", "三、", "（七）总计",
      "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况", "行政许可", "规章", "本年新收",
      "上年结转", "予以公开", "其他", "结果维持", "审结", "行政诉讼", "2023年", "1月1日", "12月31日", "年", "日期：", "\u{C}", "第3页", "件",
      "（", "）",
      "云溪县", "报告", "政府信息公开", "标题：", "99999999999999999999", "𠀀",
    ]
    for number in 0..<Seed.cases(3000) {
      let text = (0..<Int.random(in: 1...120, using: &random)).map { _ in random.pick(pieces) }.joined()
      let bytes = random.pick(TextEncoding.allCases).encode(text)
      #expect(faults(bytes) == [], "seed \(seed), case \(number): \(text)")
    }
  }

  @Test func mutatedReports() {
    let seed = Seed.announced("mutated reports")
    var random = SplitMix64(seed: seed)
    for number in 0..<Seed.cases(400) {
      var bytes = random.pick(TextEncoding.allCases).encode(
        FixtureFile(random.pick(PlainTextLayout.allCases), &random).text)
      for _ in 0..<Int.random(in: 1...20, using: &random) { mutate(&bytes, &random) }
      #expect(faults(bytes) == [], "seed \(seed), case \(number)")
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard bytes.count > 1 else { return }
    let index = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: index)
    case 2: bytes.insert(UInt8.random(in: 0...127, using: &random), at: index)
    case 3 where random.once(in: 10): bytes.removeLast(bytes.count - index)
    default: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &random))
    }
  }

  private func faults(_ bytes: [UInt8]) -> [String] {
    guard let document = try? Decoders.decode(bytes) else { return [] }
    var faults = DecoderConformance.check(document)
    guard let report = ReportReader.read(document) else { return faults }
    for table in report.tables {
      for cell in table.cells {
        if case .value(_, let span, _) = cell, !document.source.span.contains(span) {
          faults.append("a cell is outside")
        }
      }
    }
    return faults
  }
}
