/// A path as a reference of RFC 3986: absolute paths get the scheme `file`, relative ones stay relative.
enum URIReference {
  static func of(_ path: String) -> String { (path.hasPrefix("/") ? "file://" : "") + encoded(path) }

  private static func encoded(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
      if isPlain(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      }
    }
    return result
  }

  /// `:` is not: before the first slash it would end a scheme.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~/!".utf8.contains(byte)
    }
  }
}
