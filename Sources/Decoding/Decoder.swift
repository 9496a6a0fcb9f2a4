public import Documents

/// Turns the bytes of one file format into a document.
public protocol Decoder: Sendable {
  /// Whether the content, not the name, is of this format.
  func recognises(_ bytes: [UInt8]) -> Bool

  func decode(_ bytes: [UInt8], limits: Limits) throws(DecodingFailure) -> Document

  /// Whether another program does the work, which may take seconds.
  var usesConverter: Bool { get }
}

extension Decoder {
  public var usesConverter: Bool { false }
}

/// Why bytes could not be made a document.
public enum DecodingFailure: Error, Sendable, Hashable {
  case empty
  case tooLarge(limit: Int)
  /// A known format that is not read.
  case unsupportedFormat(name: String)
  /// Control bytes that no text has.
  case binary
  /// No character set fits.
  case unknownCharset(offset: Int)
  case tooManyCells(limit: Int)
  /// In bytes.
  case lineTooLong(limit: Int)
  case tooManyPages(limit: Int)
  /// In all of a PDF, or a tenth of that on one page.
  case tooManyWords(limit: Int)
  /// Pages with pictures of text and no text.
  case scanned
  /// The program that reads this format is not installed; the package brings it.
  case converterMissing(program: String, package: String)
  case converterFailed(program: String, ConverterComplaint)
  /// A table that is wider than any real one.
  case tooManyColumns(limit: Int)
  /// Marked-up text of more elements than any real one has.
  case tooManyElements(limit: Int)
  /// Elements within elements beyond any real depth.
  case tooDeep(limit: Int)
  /// Packed data that swells beyond all measure.
  case expandsTooFar(limit: Int)
  /// An archive of more files than anybody sends at once.
  case tooManyMembers(limit: Int)
  /// An archive without a file in it.
  case emptyArchive
  /// An archive whose files together took longer to convert than anybody waits for; those behind are not read.
  case archiveTooSlow(seconds: Int)
  /// An archive in an archive.
  case nestedArchive
  /// A member of an archive that is no file, or whose path leads out of the archive.
  case unsafeMember
  /// A known format that does not hold together: cut off, or changed.
  case damaged(format: String)
  /// Nobody reads it without the password.
  case encrypted(format: String)
}

/// All formats, asked in this order.
public enum Decoders {
  public static let all: [any Decoder] = [
    DOC(), DOCX(), PDF(), ForeignFormat(), HTML(), PlainText(),
  ]

  /// - Throws: `DecodingFailure` when the content is of no format, or beyond the limits.
  public static func decode(_ bytes: [UInt8], limits: Limits = .standard) throws(DecodingFailure) -> Document
  {
    if bytes.isEmpty { throw .empty }
    if bytes.count > limits.fileSize { throw .tooLarge(limit: limits.fileSize) }
    for decoder in all where decoder.recognises(bytes) { return try decoder.decode(bytes, limits: limits) }
    throw .binary
  }

  /// Whether another program is needed to read this.
  public static func usesConverter(_ bytes: [UInt8]) -> Bool {
    all.first { $0.recognises(bytes) }?.usesConverter ?? false
  }
}
