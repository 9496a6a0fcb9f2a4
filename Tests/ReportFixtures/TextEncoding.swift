import Glibc

/// The character sets in which reports arrive.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8, utf8Marked, utf16Little, utf16LittleMarked, utf16Big, utf16BigMarked, gb18030

  public func encode(_ text: String, carriageReturns: Bool = false) -> [UInt8] {
    let lines = carriageReturns ? String(text.flatMap { $0 == "\n" ? ["\r\n" as Character] : [$0] }) : text
    switch self {
    case .utf8: return Array(lines.utf8)
    case .utf8Marked: return [0xEF, 0xBB, 0xBF] + Array(lines.utf8)
    case .utf16Little: return lines.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16LittleMarked: return [0xFF, 0xFE] + TextEncoding.utf16Little.encode(lines)
    case .utf16Big: return lines.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .utf16BigMarked: return [0xFE, 0xFF] + TextEncoding.utf16Big.encode(lines)
    case .gb18030: return Self.converted(Array(lines.utf8), to: "GB18030")
    }
  }

  private static func converted(_ bytes: [UInt8], to name: String) -> [UInt8] {
    guard let converter = iconv_open(name, "UTF-8"), Int(bitPattern: converter) != -1 else { return [] }
    defer { iconv_close(converter) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    _ = input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        return iconv(converter, &from, &inputLeft, &to, &outputLeft)
      }
    }
    return Array(output.dropLast(outputLeft))
  }
}
