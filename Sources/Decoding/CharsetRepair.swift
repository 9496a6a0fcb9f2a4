/// How much of a text may be torn for the rest to be read all the same.
enum CharsetRepair {
  /// So many bytes beyond ASCII speak for each that fits nowhere. Bytes that are no text at all, or text in
  /// another set, fail far more often.
  private static let bytesForEachError = 40

  static func mostErrors(_ bytes: [UInt8]) -> Int { bytes.count { $0 >= 0x80 } / bytesForEachError }

  /// U+FFFD in UTF-8.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Bytes that are UTF-8 but for a few, with U+FFFD in their place. Nil when they are something else.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    let errors = replacements(repaired) - replacements(bytes)
    return errors <= mostErrors(bytes) ? repaired : nil
  }

  private static func replacements(_ bytes: [UInt8]) -> Int {
    guard bytes.count >= replacement.count else { return 0 }
    return (0...(bytes.count - replacement.count)).count { index in
      bytes[index] == replacement[0] && bytes[index + 1] == replacement[1]
        && bytes[index + 2] == replacement[2]
    }
  }
}
