import Decoding
import Diagnostics
import Documents
import Reports

/// What is tried with bytes that nobody wrote: each target leads them through a decoder and the reader.
/// The fuzzer, and the test that replays what it found, ask the same.
public enum FuzzTarget: String, Sendable, CaseIterable {
  /// Bytes of whatever character set.
  case charset
  /// Text tables.
  case text
  case html
  /// A packed file, or its parts (`document`, `numbering`, `styles`) with a NUL between each two.
  case docx
  /// Words with their places, as pdftotext lists them.
  case pdf

  /// The ways in which what comes of the bytes breaks the rules; none when it is sound or is refused.
  public func faults(_ bytes: [UInt8]) -> [String] {
    let other = self == .charset ? CharsetAgreement.faults(bytes) : []
    guard let document = try? document(bytes) else { return other }
    var faults = other + DecoderConformance.check(document)
    if let report = ReportReader.read(document) { faults += ReadingConformance.check(report) }
    return faults
  }

  /// How many cells of the report are read in the bytes; zero when there is none.
  public func cellsRead(_ bytes: [UInt8]) -> Int {
    guard let document = try? document(bytes) else { return 0 }
    return ReportReader.read(document)?.cellsRead ?? 0
  }

  private func document(_ bytes: [UInt8]) throws(DecodingFailure) -> Document {
    switch self {
    case .charset, .text: try PlainText().decode(bytes, limits: .standard)
    case .html: try HTML().decode(bytes, limits: .standard)
    case .docx: try DOCX().decode(Self.packed(bytes), limits: .standard)
    case .pdf: try PDF.document(listing: bytes)
    }
  }

  /// Changed after it was packed, nearly every file is refused for its checksum.
  private static func packed(_ bytes: [UInt8]) -> [UInt8] {
    if DOCX().recognises(bytes) { return bytes }
    let parts = bytes.split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
    let names = ["document", "numbering", "styles"]
    return ZipWriter(zip(names, parts).map { ZipWriter.Member("word/\($0).xml", Array($1)) }).bytes
  }
}
