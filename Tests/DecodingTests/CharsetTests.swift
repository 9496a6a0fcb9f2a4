import Decoding
import Diagnostics
import Documents
import ReportFixtures
import Testing

@Suite struct CharsetTests {
  private static let text = "云溪县人民政府2023年政府信息公开工作年度报告\n\n一、总体情况\n全年收到申请22件，同比增长5%。\n"

  @Test(arguments: TextEncoding.allCases, [false, true])
  func decodes(encoding: TextEncoding, carriageReturns: Bool) throws {
    let document = try Decoders.decode(encoding.encode(Self.text, carriageReturns: carriageReturns))
    #expect(document.source.text(document.source.span) == Self.text)
    #expect(DecoderConformance.check(document) == [])
  }

  /// UTF-16 with hardly an ASCII character in it has no zero bytes that give it away.
  @Test(arguments: [TextEncoding.utf16Little, .utf16Big])
  func decodesIdeographsAlone(encoding: TextEncoding) throws {
    let text = String(repeating: "政府信息公开工作年度报告总体情况", count: 20) + "\n"
    let document = try Decoders.decode(encoding.encode(text))
    #expect(document.source.text(document.source.span) == text)
  }

  /// One byte that fits no character costs that character and not the report.
  @Test(arguments: [TextEncoding.utf8, .gb18030], [false, true])
  func readsOnPastATornByte(encoding: TextEncoding, isPage: Bool) throws {
    let text = isPage ? "<html><body><p>\(Self.text)</p></body></html>" : Self.text
    var bytes = encoding.encode(text)
    let place = try #require(bytes.lastIndex(of: UInt8(ascii: "2")))
    bytes.insert(0xFF, at: place)
    let document = try Decoders.decode(bytes)
    #expect(document.source.text(document.source.span).contains("全年收到申请2\u{FFFD}2件，同比增长5%。"))
    #expect(DecoderConformance.check(document) == [])
  }

  @Test func refusesRandomBytes() {
    var random = SplitMix64(seed: Seed.announced("random bytes"))
    for length in [40, 400, 4000, 40000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 1...255, using: &random) }
      #expect(throws: DecodingFailure.self, "\(length) bytes") { try Decoders.decode(bytes) }
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let bytes: [UInt8]
    let failure: DecodingFailure
  }

  static let refusals: [Refusal] = [
    Refusal(testDescription: "nothing", bytes: [], failure: .empty),
    Refusal(testDescription: "a NUL in text", bytes: Array("政府\u{0}信息".utf8), failure: .binary),
    Refusal(testDescription: "control bytes", bytes: Array(repeating: 1, count: 100), failure: .binary),
    Refusal(
      testDescription: "a mark without its UTF-8", bytes: [0xEF, 0xBB, 0xBF, 0xFF],
      failure: .unknownCharset(offset: 0)),
    Refusal(
      testDescription: "half a unit of UTF-16", bytes: [0xFF, 0xFE, 0x2D, 0x4E, 0x00],
      failure: .unknownCharset(offset: 2)),
    Refusal(
      testDescription: "a lone surrogate", bytes: [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00],
      failure: .unknownCharset(offset: 0)),
    Refusal(
      testDescription: "no GB18030", bytes: [0x61, 0xFF, 0xFF, 0x61], failure: .unknownCharset(offset: 1)),
    Refusal(
      testDescription: "GB18030 cut in a character", bytes: [0xD4, 0xC6, 0xCF],
      failure: .unknownCharset(offset: 2)),
  ]

  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) {
    #expect(throws: refusal.failure) { try Decoders.decode(refusal.bytes) }
  }

  @Test func limits() throws {
    var limits = Limits(fileSize: 100, cells: 3)
    limits.lineLength = 20
    #expect(throws: DecodingFailure.lineTooLong(limit: 20)) {
      try Decoders.decode(Array("a\n\(String(repeating: "b", count: 21))\n".utf8), limits: limits)
    }
    #expect(throws: DecodingFailure.tooLarge(limit: 100)) {
      try Decoders.decode(Array(repeating: 0x61, count: 101), limits: limits)
    }
    #expect(throws: DecodingFailure.tooManyCells(limit: 3)) {
      try Decoders.decode(Array("| a | b |\n| c | d |\n".utf8), limits: limits)
    }
    let document = try Decoders.decode(Array("| a | b | c |\n".utf8), limits: limits)
    #expect(DecoderConformance.check(document, limits: limits) == [])
  }
}
