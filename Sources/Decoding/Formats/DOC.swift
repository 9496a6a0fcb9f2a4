public import Documents

/// Word's binary format, which antiword turns into text with `|` between the cells of a table.
public struct DOC: Decoder {
  private let converter: Converter

  public var usesConverter: Bool { true }

  public init(converter: Converter = .antiword) { self.converter = converter }

  public func recognises(_ bytes: [UInt8]) -> Bool { OLEFile.isOne(bytes) }

  public func decode(_ bytes: [UInt8], limits: Limits) throws(DecodingFailure) -> Document {
    if let name = OLEFile.foreignName(bytes) { throw .unsupportedFormat(name: name) }
    let text = try converter.convert(bytes)
    guard text.contains(where: { $0 > 0x20 }) else { throw .scanned }
    // Some tables with merged cells are passed over in silence. Read, they would seem to be absent.
    if DOCText(text).misses(bytes) { throw .converterFailed(program: converter.name, .lostText) }
    return try PlainText().decode(DOCLooseRows.parted(text), limits: limits)
  }
}

extension Converter {
  /// It copies standard input to a temporary file, which it may not; what it gets has no other name.
  public static let antiword = Converter(
    program: "/usr/bin/antiword", arguments: ["-m", "UTF-8.txt", "-w", "0", "/proc/self/fd/0"],
    package: "antiword")
}
