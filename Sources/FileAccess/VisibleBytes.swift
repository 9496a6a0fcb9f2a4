internal import Diagnostics

/// Shows bytes that may be no text at all: a path or a name, as the kernel gave it.
public enum VisibleBytes {
  /// Bytes that are no UTF-8 become `\xE9`; control characters become what `VisibleText` makes of them.
  public static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self) { return VisibleText.of(text) }
    var result = ""
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var consumed = 0
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let encoded):
        consumed += encoded.count
        result.unicodeScalars.append(UTF8.decode(encoded))
      case .error(let length):
        for byte in bytes[consumed..<consumed + length] { result += escape(byte) }
        consumed += length
      case .emptyInput: return VisibleText.of(result)
      }
    }
  }

  private static func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "\\x" + (digits.count == 1 ? "0" : "") + digits
  }
}
