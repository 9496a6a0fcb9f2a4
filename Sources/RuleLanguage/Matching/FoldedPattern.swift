/// Finds in a pattern what folded text never has: white space, half-width prose punctuation, full-width
/// letters and digits. Such a pattern would load and then stay silent for ever.
struct FoldedPattern {
  struct Fault {
    /// In bytes of the pattern.
    let range: Range<Int>
    let message: String
    let help: String
  }

  private let bytes: [UInt8]
  private var index = 0
  private var faults: [Fault] = []
  private var isInClass = false

  static func faults(_ bytes: [UInt8]) -> [Fault] {
    var scanner = FoldedPattern(bytes: bytes)
    while scanner.index < bytes.count { scanner.step() }
    return scanner.faults
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func step() {
    switch bytes[index] {
    case UInt8(ascii: "\\"): escape()
    case UInt8(ascii: "["): characterClass()
    case UInt8(ascii: "(") where at(1) == UInt8(ascii: "?"): groupHead()
    case UInt8(ascii: "{"): repetition()
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "?"): index += 1
    default: literal()
    }
  }

  private func at(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

  private mutating func literal() {
    let (scalar, length) = CharacterClass.scalar(bytes, at: index)
    let range = index..<min(bytes.count, index + length)
    index = range.upperBound
    if let fault = anchor(range) { faults.append(fault) }
    if let fault = Self.fault(scalar, range) { faults.append(fault) }
  }

  /// `\(` is a half-width parenthesis; `\s` is white space; the rest is left to RE2.
  private mutating func escape() {
    let start = index
    guard let escaped = at(1) else {
      index += 1
      return
    }
    if escaped == UInt8(ascii: "p") || escaped == UInt8(ascii: "P"), at(2) == UInt8(ascii: "{") {
      index = bytes[index...].firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? bytes.count
      return
    }
    index += 1 + CharacterClass.scalar(bytes, at: index + 1).length
    index = min(index, bytes.count)
    switch escaped {
    case UInt8(ascii: "b"):
      faults.append(
        Fault(range: start..<index, message: "\\b 只认英文字母和数字的边界，在汉字旁边匹配不上", help: "删去 \\b"))
    case UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "r"):
      faults.append(Self.space(start..<index))
    default:
      if let fault = Self.fault(UInt32(escaped), start..<index) { faults.append(fault) }
    }
  }

  /// A class is at fault only when nothing in it can occur.
  private mutating func characterClass() {
    index += 1
    isInClass = true
    defer { isInClass = false }
    let isNegated = at(0) == UInt8(ascii: "^")
    if isNegated { index += 1 }
    var first: Fault?
    var canMatch = isNegated
    var isFirst = true
    while let byte = at(0), isFirst || byte != UInt8(ascii: "]") {
      isFirst = false
      let count = faults.count
      let isNamed = byte == UInt8(ascii: "[") && at(1) == UInt8(ascii: ":")
      if isNamed {
        index = bytes[(index + 2)...].firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 } ?? bytes.count
      } else if byte == UInt8(ascii: "\\") {
        escape()
      } else {
        literal()
      }
      if faults.count > count { first = first ?? faults.removeLast() } else { canMatch = true }
      faults.removeSubrange(count...)
    }
    index = min(bytes.count, index + 1)
    if let first, !canMatch { faults.append(first) }
  }

  /// `(?:`, `(?i)`, `(?P<name>`.
  private mutating func groupHead() {
    index += 2
    while let byte = at(0), byte != UInt8(ascii: ":"), byte != UInt8(ascii: ")"), byte != UInt8(ascii: ">") {
      index += 1
    }
    index = min(bytes.count, index + 1)
  }

  /// `{2,8}`, or `{件}` for a fragment; anything else in braces is text.
  private mutating func repetition() {
    if let end = PatternPieces.endOfName(bytes, at: index) {
      index = end
      return
    }
    var end = index + 1
    while end < bytes.count, CharacterClass.isDigit(bytes[end]) || bytes[end] == UInt8(ascii: ",") {
      end += 1
    }
    index = end < bytes.count && bytes[end] == UInt8(ascii: "}") ? end + 1 : index + 1
  }

  // MARK: Faults

  /// A `^` behind something that must be there, or a `$` before it.
  private func anchor(_ range: Range<Int>) -> Fault? {
    guard range.count == 1, !isInClass else { return nil }
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "^"):
      guard range.lowerBound > 0, Self.isPlain(bytes[range.lowerBound - 1]) else { return nil }
      return Fault(range: range, message: "^ 是开头，前面不能再有文字，这里永远匹配不上", help: "要 ^ 本身写 \\^")
    case UInt8(ascii: "$"):
      guard let next = at(0), Self.isPlain(next) else { return nil }
      let (_, length) = CharacterClass.scalar(bytes, at: index)
      if let after = at(length), "?*{".utf8.contains(after) { return nil }
      return Fault(range: range, message: "$ 是末尾，后面不能再有文字，这里永远匹配不上", help: "要 $ 本身写 \\$")
    default: return nil
    }
  }

  /// A letter, digit or byte of a Chinese character: it stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x80 || CharacterClass.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private static func fault(_ scalar: UInt32, _ range: Range<Int>) -> Fault? {
    if scalar == 0x20 || scalar == 0x09 || CharacterClass.isWideSpace(scalar) { return space(range) }
    if isFoldedAway(scalar), let wide = UnicodeScalar(scalar + 0xFEE0), let half = UnicodeScalar(scalar) {
      return Fault(
        range: range, message: "正文里的半角“\(half)”一律看作全角，这里永远匹配不上", help: "改成全角的 \(wide)")
    }
    if (0xFF01...0xFF5E).contains(scalar), !isFoldedAway(scalar - 0xFEE0) {
      let half = CharacterClass.halfWidth(scalar) ?? ""
      return Fault(range: range, message: "正文里的全角字母、数字和符号一律看作半角，这里永远匹配不上", help: "改成半角的 \(half)")
    }
    return nil
  }

  private static func space(_ range: Range<Int>) -> Fault {
    Fault(range: range, message: "正文匹配前去掉了所有空白，这里永远匹配不上", help: "删去这个空白")
  }

  /// The half-width punctuation that folding widens.
  private static func isFoldedAway(_ scalar: UInt32) -> Bool {
    guard scalar < 0x80, let character = UnicodeScalar(scalar) else { return false }
    return ",;:!?()".unicodeScalars.contains(character)
  }
}
