/// What characters of a rule file are for.
enum CharacterClass {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  static func isASCIIWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || isDigit(byte) || byte == UInt8(ascii: "_")
  }

  /// Han characters, the letters of Chinese names.
  static func isHan(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3005, 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }

  /// White space beyond ASCII.
  static func isWideSpace(_ scalar: UInt32) -> Bool { scalar == 0x3000 || scalar == 0xA0 || scalar == 0xFEFF }

  /// What to type instead of a full-width form or a mathematical sign, where code stands.
  static func halfWidth(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0xFF01...0xFF5E: String(UnicodeScalar(UInt8(scalar - 0xFF01 + 0x21)))
    case 0x3001: ","
    case 0x3002: "."
    case 0x3010, 0x300A: "["
    case 0x3011, 0x300B: "]"
    case 0x201C, 0x201D, 0x2018, 0x2019: "\""
    case 0x2260: "!="
    case 0x2264, 0x2266: "<="
    case 0x2265, 0x2267: ">="
    case 0x00D7: "*"
    case 0x00F7: "/"
    case 0x2212, 0x2014, 0x2013: "-"
    default: nil
    }
  }

  /// A text with its full-width forms replaced.
  static func halfWidth(_ text: String) -> String {
    text.unicodeScalars.map { halfWidth($0.value) ?? String($0) }.joined()
  }

  /// The scalar at an index of valid UTF-8 and the number of its bytes.
  static func scalar(_ bytes: [UInt8], at index: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length where index + offset < bytes.count {
      value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (value, length)
  }
}
