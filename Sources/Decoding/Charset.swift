import Glibc

/// Finds out a text's character set and turns it into UTF-8.
enum Charset {
  /// Tried in this order: a byte order mark, strict UTF-8, the zero bytes of UTF-16, strict GB18030.
  static func decode(_ bytes: [UInt8]) throws(DecodingFailure) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try utf8(Array(bytes.dropFirst(3))) }
    if bytes.starts(with: [0xFF, 0xFE]) { return try convert(Array(bytes.dropFirst(2)), from: "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return try convert(Array(bytes.dropFirst(2)), from: "UTF-16BE") }
    if isUTF8(bytes) { return bytes }
    if let order = byteOrderByZeros(bytes) { return try convert(bytes, from: order) }
    if let order = byteOrderByIdeographs(bytes) { return try convert(bytes, from: order) }
    return try convert(bytes, from: "GB18030")
  }

  private static func utf8(_ bytes: [UInt8]) throws(DecodingFailure) -> [UInt8] {
    guard isUTF8(bytes) else { throw .unknownCharset(offset: 0) }
    return bytes
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// UTF-16 without a mark: ASCII characters (line ends at least) leave a zero byte on one side only.
  private static func byteOrderByZeros(_ bytes: [UInt8]) -> String? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in bytes.prefix(1 << 16).enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    if zeros.odd > 8 * max(1, zeros.even) { return "UTF-16LE" }
    if zeros.even > 8 * max(1, zeros.odd) { return "UTF-16BE" }
    return nil
  }

  /// UTF-16 with hardly an ASCII character in it: most units fall into the block of common ideographs.
  private static func byteOrderByIdeographs(_ bytes: [UInt8]) -> String? {
    guard bytes.count.isMultiple(of: 2), bytes.contains(0) else { return nil }
    var ideographs = (little: 0, big: 0)
    let sample = bytes.prefix(1 << 16)
    for index in stride(from: 0, to: sample.count - 1, by: 2) {
      if (0x4E...0x9F).contains(sample[index + 1]) { ideographs.little += 1 }
      if (0x4E...0x9F).contains(sample[index]) { ideographs.big += 1 }
    }
    let half = sample.count / 4
    if ideographs.little > half, ideographs.little > 2 * ideographs.big { return "UTF-16LE" }
    if ideographs.big > half, ideographs.big > 2 * ideographs.little { return "UTF-16BE" }
    return nil
  }

  private static func convert(_ bytes: [UInt8], from name: String) throws(DecodingFailure) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else {
      throw .unknownCharset(offset: 0)
    }
    defer { iconv_close(converter) }
    // No character of these sets takes more than three bytes of UTF-8 for each two of its own, except
    // that a lone ASCII byte stays one.
    var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
    let capacity = output.count
    var input = bytes
    var inputLeft = bytes.count
    var outputLeft = capacity
    let status = input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    guard status != -1, inputLeft == 0 else {
      throw .unknownCharset(offset: bytes.count - inputLeft)
    }
    output.removeLast(outputLeft)
    return output
  }
}
