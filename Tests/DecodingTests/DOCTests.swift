import Decoding
import Diagnostics
import Documents
import ReportFixtures
import Testing

@Suite struct DOCTests {
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// A compound file with one entry of this name in its directory, and nothing else that is right.
  private static func compound(_ entry: String) -> [UInt8] {
    var bytes = signature + [UInt8](repeating: 0, count: 1016)
    for (index, unit) in entry.utf16.enumerated() { bytes[640 + 2 * index] = UInt8(unit & 0xFF) }
    return bytes
  }

  @Test(arguments: [("Workbook", "XLS"), ("Book", "XLS"), ("PowerPoint Document", "PPT")])
  func namesWhatItDoesNotRead(entry: String, name: String) {
    #expect(throws: DecodingFailure.unsupportedFormat(name: name)) {
      _ = try Decoders.decode(Self.compound(entry))
    }
  }

  @Test func readsWhatTheConverterSays() throws {
    let converter = Converter(
      program: "/bin/sh", arguments: ["-c", "printf '一、总体情况\\n|规章|0|2|\\n'"], package: "dash")
    let doc = DOC(converter: converter)
    let bytes = Self.compound("WordDocument")
    #expect(doc.recognises(bytes))
    let document = try doc.decode(bytes, limits: .standard)
    #expect(document.blocks.count == 2)
    #expect(DecoderConformance.check(document) == [])
  }

  /// antiword itself, on what is no document.
  @Test func refusesBrokenFiles() {
    for size in [8, 512, 1024, 4096] {
      let bytes = Self.signature + [UInt8](repeating: 7, count: size)
      #expect(throws: DecodingFailure.self) { _ = try Decoders.decode(bytes) }
    }
  }
}
