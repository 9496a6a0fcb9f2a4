import Glibc

/// A run of iconv over bytes, which can be led over places that do not fit.
struct CharsetConversion: ~Copyable {
  private let converter: iconv_t
  private var input: [UInt8]
  private var output: [UInt8]
  private var read = 0
  private var written = 0
  /// What is passed over at a place that does not fit, in bytes.
  private let unit: Int

  init?(_ bytes: [UInt8], from name: String) {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
    self.converter = converter
    self.input = bytes
    self.unit = name.hasPrefix("UTF-16") ? 2 : 1
    // No character of these sets takes more than three bytes of UTF-8 for each two of its own, except that
    // a lone ASCII byte stays one and a byte that does not fit becomes three.
    self.output = [UInt8](repeating: 0, count: bytes.count * 3 + 16)
  }

  deinit { iconv_close(converter) }

  /// Goes on to the end, or to the next place that does not fit.
  /// - Returns: That place, as an offset in the bytes; nil at the end.
  mutating func run() -> Int? {
    var inputLeft = input.count - read
    var outputLeft = output.count - written
    let (begin, end) = (read, written)
    let converter = converter
    let status = input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress.map { ($0 + begin).assumingMemoryBound(to: CChar.self) }
        var to = target.baseAddress.map { ($0 + end).assumingMemoryBound(to: CChar.self) }
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    read = input.count - inputLeft
    written = output.count - outputLeft
    return status != -1 && inputLeft == 0 ? nil : read
  }

  /// Passes over the place that does not fit and leaves U+FFFD for it.
  mutating func replaceUnit() {
    for byte in CharsetRepair.replacement where written < output.count {
      output[written] = byte
      written += 1
    }
    read = min(input.count, read + unit)
  }

  consuming func finish() -> [UInt8] { Array(output[..<written]) }
}
