public import Documents

/// Formats that are known by their first bytes and are not read: said by name, not taken for broken text.
public struct ForeignFormat: Decoder {
  public init() {}

  public func recognises(_ bytes: [UInt8]) -> Bool { name(bytes) != nil }

  public func decode(_ bytes: [UInt8], limits: Limits) throws(DecodingFailure) -> Document {
    throw .unsupportedFormat(name: name(bytes) ?? "")
  }

  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("{\\rtf".utf8), "RTF"),
    (Array("Rar!".utf8), "RAR"),
    (Array("MIME-Version:".utf8), "MHTML"),
    (Array("From: <Saved by".utf8), "MHTML"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7Z"),
    ([0x1F, 0x8B], "GZIP"),
    ([0x89, 0x50, 0x4E, 0x47], "PNG"),
    ([0xFF, 0xD8, 0xFF], "JPEG"),
    ([0x7F, 0x45, 0x4C, 0x46], "ELF"),
  ]

  private func name(_ bytes: [UInt8]) -> String? {
    Self.signatures.first { bytes.starts(with: $0.bytes) }?.name
  }
}
