/// A word to look for in folded bytes.
public struct Needle: Sendable, Hashable, ExpressibleByStringLiteral {
  let bytes: [UInt8]

  public init(stringLiteral value: StaticString) {
    self.bytes = value.withUTF8Buffer { Array($0) }
  }

  init(_ text: String) { self.bytes = Array(text.utf8) }
}

extension ArraySlice<UInt8> {
  /// The index of the first occurrence, or nil.
  func first(_ needle: Needle) -> Int? {
    let start = startIndex
    return withUnsafeBufferPointer { text in
      needle.bytes.withUnsafeBufferPointer { wanted in
        Self.first(wanted, in: text).map { start + $0 }
      }
    }
  }

  private static func first(
    _ wanted: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let tail = wanted.last, text.count >= wanted.count else { return nil }
    // The last byte of a character tells more than the first: few lead bytes serve all ideographs.
    for index in (wanted.count - 1)..<text.count where text[index] == tail {
      let begin = index + 1 - wanted.count
      var length = 0
      while length < wanted.count - 1, text[begin + length] == wanted[length] { length += 1 }
      if length == wanted.count - 1 { return begin }
    }
    return nil
  }

  func holds(_ needle: Needle) -> Bool { first(needle) != nil }

  func begins(_ needle: Needle) -> Bool { starts(with: needle.bytes) }

  func ends(_ needle: Needle) -> Bool { suffix(needle.bytes.count).elementsEqual(needle.bytes) }

  func dropping(_ needle: Needle) -> ArraySlice<UInt8> {
    begins(needle) ? dropFirst(needle.bytes.count) : self
  }

  func droppingLast(_ needle: Needle) -> ArraySlice<UInt8> {
    ends(needle) ? dropLast(needle.bytes.count) : self
  }

  var string: String { String(decoding: self, as: UTF8.self) }

  /// The number of characters, for valid UTF-8.
  var characterCount: Int { count { $0 & 0xC0 != 0x80 } }
}

extension UInt8 {
  var isASCIIDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
