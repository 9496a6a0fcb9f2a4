import Diagnostics

/// The text of a string literal with its escapes undone.
enum Unescaped {
  static func text(_ source: SourceText, _ content: SourceSpan) -> String {
    var bytes: [UInt8] = []
    var index = content.lower
    while index < content.upper {
      if source.bytes[index] == UInt8(ascii: "\\"), index + 1 < content.upper {
        index += 1
        bytes.append(source.bytes[index] == UInt8(ascii: "n") ? UInt8(ascii: "\n") : source.bytes[index])
      } else {
        bytes.append(source.bytes[index])
      }
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
