internal import Diagnostics

/// The name of an entry in a folder: any bytes but `/` and NUL, as Linux has it.
///
/// System calls get the bytes; people get `visible`.
public struct FileName: Sendable, Hashable, Comparable {
  public let bytes: [UInt8]

  /// - Returns: nil when the bytes are no name of one entry: empty, `.`, `..`, or with a `/` or NUL.
  public init?(_ bytes: [UInt8]) {
    let dot = UInt8(ascii: ".")
    if bytes.isEmpty || bytes == [dot] || bytes == [dot, dot] { return nil }
    if bytes.contains(0) || bytes.contains(UInt8(ascii: "/")) { return nil }
    self.bytes = bytes
  }

  public init?(_ text: String) { self.init(Array(text.utf8)) }

  public static func < (left: FileName, right: FileName) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  /// The name for reading: control characters and bytes that are no UTF-8 stand as escapes.
  public var visible: String { VisibleBytes.text(bytes) }

  public var isHidden: Bool { bytes.first == UInt8(ascii: ".") }

  public func hasSuffix(_ suffix: String) -> Bool { bytes.ends(with: suffix.utf8) }
  public func hasPrefix(_ prefix: String) -> Bool { bytes.starts(with: prefix.utf8) }

  /// The same name with a mark before its extension: `年报.txt` → `年报 (2).txt`.
  ///
  /// A name that would grow beyond what a folder takes is cut in the middle, extension kept.
  public func numbered(_ number: Int) -> FileName {
    let mark = Array(" (\(number))".utf8)
    let dot = bytes.lastIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    let cut = dot == 0 || bytes.count - dot > 16 ? bytes.endIndex : dot
    let stem = bytes[..<cut].prefix(FileName.longest - mark.count - (bytes.endIndex - cut))
    return FileName(unchecked: Array(stem) + mark + bytes[cut...])
  }

  /// A hidden name: `.WORD-NUMBER`. What comes in under a hidden name waits, so that no file of people's
  /// can have it where theirs are kept.
  public static func hidden(_ word: StaticString, _ number: UInt64) -> FileName {
    FileName(unchecked: Array(".\(word)-\(number)".utf8))
  }

  /// NAME_MAX, in bytes.
  static let longest = 255

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }

  func withPointer<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes.map(CChar.init(bitPattern:)) + [0]).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map(body) ?? body("")
    }
  }
}

extension Sequence where Element == UInt8 {
  fileprivate func ends(with suffix: String.UTF8View) -> Bool {
    Array(self).reversed().starts(with: suffix.reversed())
  }
}
