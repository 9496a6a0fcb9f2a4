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

  /// What antiword passes over in silence must not seem to be absent from the report.
  @Test func refusesWhatTheConverterLost() throws {
    let lines = (0..<40).map { "第\($0)行说明本年度政府信息公开工作的情况" }
    let units = lines.joined(separator: "\r").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let bytes = Self.compound("WordDocument") + units + [0, 0]
    let whole = lines.joined(separator: "\n")
    let said = { (text: String) in
      DOC(converter: Converter(program: "/bin/echo", arguments: [text], package: "coreutils"))
    }
    #expect(try said(whole).decode(bytes, limits: .standard).blocks.isEmpty == false)
    #expect(throws: DecodingFailure.converterFailed(program: "echo", .lostText)) {
      _ = try said(lines[..<25].joined(separator: "\n")).decode(bytes, limits: .standard)
    }
  }
}
