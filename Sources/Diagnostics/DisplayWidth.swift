/// How many terminal columns text takes: two for East Asian wide and full-width forms, none for
/// combining marks.
public enum DisplayWidth {
  public static func of(_ text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  /// The columns of a span, without making a string of it.
  public static func of(_ source: SourceText, _ span: SourceSpan) -> Int {
    var width = 0
    var value: UInt32 = 0
    for byte in source.bytes[span.lower..<span.upper] {
      if byte & 0xC0 == 0x80 {
        value = value << 6 | UInt32(byte & 0x3F)
        continue
      }
      if value > 0 { width += of(value: value) }
      value = byte < 0x80 ? UInt32(byte) : UInt32(byte & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07))
    }
    return value > 0 ? width + of(value: value) : width
  }

  public static func of(_ scalar: Unicode.Scalar) -> Int { of(value: scalar.value) }

  private static func of(value: UInt32) -> Int {
    if value < 0x300 { return 1 }
    if isZero(value) { return 0 }
    return isWide(value) ? 2 : 1
  }

  private static func isZero(_ value: UInt32) -> Bool {
    switch value {
    case 0x300...0x36F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x20D0...0x20FF, 0xFE00...0xFE0F,
      0xFEFF:
      true
    default: false
    }
  }

  /// The blocks that Unicode's East Asian Width lists as W or F, and the curly quotation marks and
  /// dashes (ambiguous there) that a Chinese terminal font draws wide are left narrow.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
