import Decoding
import Diagnostics
import Documents

/// The same text reads the same in every character set that a mark names.
public enum CharsetAgreement {
  /// None when the bytes are no UTF-8, or begin with a mark: then nothing can be said.
  public static func faults(_ bytes: [UInt8]) -> [String] {
    guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.first != "\u{FEFF}",
      !bytes.isEmpty
    else { return [] }
    let plain = source(bytes)
    return [TextEncoding.utf8Marked, .utf16LittleMarked, .utf16BigMarked].compactMap {
      source($0.encode(text)) == plain ? nil : "\($0) reads as another text than UTF-8"
    }
  }

  private static func source(_ bytes: [UInt8]) -> [UInt8]? {
    try? PlainText().decode(bytes, limits: .standard).source.bytes
  }
}
