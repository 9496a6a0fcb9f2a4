import Glibc

/// Finds out a text's character set and turns it into UTF-8.
enum Charset {
  /// Tried in this order: a byte order mark, UTF-8, UTF-16 without a mark, GB18030. A few bytes that fit
  /// none become U+FFFD, so that one torn character does not cost a report.
  static func decode(_ bytes: [UInt8]) throws(DecodingFailure) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try convert(Array(bytes.dropFirst(2)), from: "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return try convert(Array(bytes.dropFirst(2)), from: "UTF-16BE") }
    if isUTF8(bytes) { return bytes }
    if let order = byteOrder(bytes) { return try convert(bytes, from: order) }
    if let repaired = CharsetRepair.utf8(bytes) { return repaired }
    return try convert(bytes, from: "GB18030")
  }

  private static func utf8(_ bytes: [UInt8]) throws(DecodingFailure) -> [UInt8] {
    if isUTF8(bytes) { return bytes }
    guard let repaired = CharsetRepair.utf8(bytes) else { throw .unknownCharset(offset: 0) }
    return repaired
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// UTF-16 without a mark: read in the right order, nearly all units are ASCII, ideographs or Chinese
  /// punctuation. Zero bytes alone do not tell the order: 开 is U+5F00, and U+005F the other way round.
  private static func byteOrder(_ bytes: [UInt8]) -> String? {
    guard bytes.count.isMultiple(of: 2), bytes.contains(0) else { return nil }
    var plausible = (little: 0, big: 0)
    let units = min(bytes.count, 1 << 16) / 2
    for unit in 0..<units {
      let (first, second) = (bytes[2 * unit], bytes[2 * unit + 1])
      if isPlausible(high: second, low: first) { plausible.little += 1 }
      if isPlausible(high: first, low: second) { plausible.big += 1 }
    }
    guard max(plausible.little, plausible.big) * 10 >= units * 9, plausible.little != plausible.big else {
      return nil
    }
    return plausible.little > plausible.big ? "UTF-16LE" : "UTF-16BE"
  }

  private static func isPlausible(high: UInt8, low: UInt8) -> Bool {
    switch high {
    case 0x00: (0x20..<0x7F).contains(low) || (0x09...0x0D).contains(low) || low >= 0xA0
    case 0x20, 0x30, 0x4E...0x9F, 0xFF: true
    default: false
    }
  }

  /// - Throws: `unknownCharset` with the first offset that does not fit, when more than a few do not.
  static func convert(_ bytes: [UInt8], from name: String) throws(DecodingFailure) -> [UInt8] {
    guard var conversion = CharsetConversion(bytes, from: name) else { throw .unknownCharset(offset: 0) }
    var firstError: Int?
    var errors = 0
    let most = CharsetRepair.mostErrors(bytes)
    while let offset = conversion.run() {
      firstError = firstError ?? offset
      errors += 1
      if errors > most { throw .unknownCharset(offset: firstError ?? offset) }
      conversion.replaceUnit()
    }
    return conversion.finish()
  }
}
