public import Documents

/// Text PDFs. poppler says where each word stands; columns, rows and paragraphs follow from the places alone.
public struct PDF: Decoder {
  private let converter: Converter

  public var usesConverter: Bool { true }

  public init(converter: Converter = .pdftotext) { self.converter = converter }

  /// Some programs put a few bytes before the signature.
  public func recognises(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1024)
    let signature = Array("%PDF-".utf8)
    return head.indices.contains { head[$0...].starts(with: signature) }
  }

  public func decode(_ bytes: [UInt8], limits: Limits) throws(DecodingFailure) -> Document {
    let listing: [UInt8]
    do throws(DecodingFailure) {
      listing = try converter.convert(bytes)
    } catch .converterFailed(_, .refused(_, let message)) where Self.asksForPassword(message) {
      throw .encrypted(format: "PDF")
    }
    return try Self.document(listing: listing, limits: limits)
  }

  /// The document that a listing of words makes, in the form of `pdftotext -bbox-layout`.
  public static func document(listing: [UInt8], limits: Limits = .standard) throws(DecodingFailure)
    -> Document
  {
    let pages = PDFListing.pages(listing)
    if pages.count > limits.pages { throw .tooManyPages(limit: limits.pages) }
    let words = pages.reduce(0) { $0 + $1.words.count }
    if words > limits.words || pages.contains(where: { $0.words.count > limits.words / 10 }) {
      throw .tooManyWords(limit: limits.words)
    }
    let lines = PDFFurniture.removed(from: pages)
    let text = lines.joined().reduce(0) { $0 + $1.segments.reduce(0) { $0 + $1.text.count } }
    guard text >= leastText else { throw .scanned }
    return try PDFDocumentBuilder(cellLimit: limits.cells).build(
      PDFFlow.joined(lines.map(PDFPageLayout.init)))
  }

  /// In bytes: a scan may bear a stamp or the name of the program that made it.
  private static let leastText = 48

  private static func asksForPassword(_ message: String) -> Bool {
    message.lowercased().contains("password")
  }
}

extension Converter {
  public static let pdftotext = Converter(
    program: "/usr/bin/pdftotext", arguments: ["-bbox-layout", "-enc", "UTF-8", "-", "-"],
    package: "poppler-utils poppler-data")
}
