/// Text in the one form that rules and readers match against, with the way back to its source.
///
/// People type `１，２３４ 件`, `1,234件` and `1234 件` for the same thing. Folding removes white space,
/// turns full-width letters and digits into ASCII, half-width punctuation into the Chinese forms
/// （，；：！？（）), and takes thousands separators out of numbers. Every byte knows where in the source
/// it came from.
public struct FoldedText: Sendable {
  /// Valid UTF-8. Separate pieces are divided by a line feed.
  public let bytes: [UInt8]
  /// For each byte, the offset in the source of the character that it came from.
  let origins: [UInt32]
  /// For each byte, the offset in the source of that character's end.
  let ends: [UInt32]

  public static let empty = FoldedText(bytes: [], origins: [], ends: [])

  /// The source span of a range of this text.
  public func span(_ range: Range<Int>) -> SourceSpan {
    guard !range.isEmpty else {
      let offset = range.lowerBound < origins.count ? Int(origins[range.lowerBound]) : Int(ends.last ?? 0)
      return SourceSpan(offset, offset)
    }
    let lower = Int(origins[range.lowerBound])
    return SourceSpan(lower, max(lower, Int(ends[range.upperBound - 1])))
  }

  /// The folded text of a range.
  public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Folds one span of a source.
  public init(_ source: SourceText, _ span: SourceSpan) {
    var builder = Builder()
    builder.append(source, span)
    self = builder.build()
  }

  init(bytes: [UInt8], origins: [UInt32], ends: [UInt32]) {
    self.bytes = bytes
    self.origins = origins
    self.ends = ends
  }

  /// Puts a folded text together from pieces of one source.
  public struct Builder: Sendable {
    private var bytes: [UInt8] = []
    private var origins: [UInt32] = []
    private var ends: [UInt32] = []

    public init() {}

    public var count: Int { bytes.count }

    public mutating func reserve(_ capacity: Int) {
      bytes.reserveCapacity(capacity)
      origins.reserveCapacity(capacity)
      ends.reserveCapacity(capacity)
    }

    /// A line feed between two pieces.
    public mutating func appendBreak() {
      guard let end = ends.last else { return }
      push(UInt8(ascii: "\n"), end, end)
    }

    public mutating func append(_ source: SourceText, _ span: SourceSpan) {
      source.bytes.withUnsafeBufferPointer { buffer in
        var index = span.lower
        while index < span.upper { index = fold(buffer, at: index, until: span.upper) }
      }
    }

    public func build() -> FoldedText { FoldedText(bytes: bytes, origins: origins, ends: ends) }

    /// Folds the character at an index and returns the index of the next one.
    private mutating func fold(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int, until end: Int) -> Int {
      let lead = buffer[index]
      if lead < 0x80 {
        foldASCII(lead, buffer, at: index, until: end)
        return index + 1
      }
      let next = min(end, index + Folding.length(lead))
      if next - index == 3, foldThreeBytes(buffer, at: index, next: next, until: end) { return next }
      if next - index == 2, lead == 0xC2, buffer[index + 1] == 0xA0 { return next }
      for offset in index..<next { push(buffer[offset], UInt32(index), UInt32(next)) }
      return next
    }

    private mutating func foldASCII(
      _ byte: UInt8, _ buffer: UnsafeBufferPointer<UInt8>, at index: Int, until end: Int
    ) {
      if byte <= 0x20 || byte == 0x7F { return }
      if byte == UInt8(ascii: ","), isThousandsSeparator(buffer, at: index, next: index + 1, until: end) { return }
      let origin = UInt32(index)
      guard let wide = Folding.widePunctuation(byte) else { return push(byte, origin, origin + 1) }
      push(wide.0, origin, origin + 1)
      push(wide.1, origin, origin + 1)
      push(wide.2, origin, origin + 1)
    }

    /// Whether the three-byte character was dealt with here: dropped as white space or narrowed.
    private mutating func foldThreeBytes(
      _ buffer: UnsafeBufferPointer<UInt8>, at index: Int, next: Int, until end: Int
    ) -> Bool {
      let scalar = Folding.scalar(buffer[index], buffer[index + 1], buffer[index + 2])
      if Folding.isSpace(scalar) { return true }
      if scalar == Folding.wideComma, isWideSeparator(buffer, at: index, next: next, until: end) { return true }
      guard let narrow = Folding.narrow(scalar) else { return false }
      push(narrow, UInt32(index), UInt32(next))
      return true
    }

    /// `1,234`: a digit right before the comma and exactly three after it.
    private func isThousandsSeparator(
      _ buffer: UnsafeBufferPointer<UInt8>, at index: Int, next: Int, until end: Int
    ) -> Bool {
      guard ends.last == UInt32(index), let last = bytes.last, Folding.isDigit(last) else { return false }
      return Folding.isDigitGroup(buffer, at: next, until: end)
    }

    /// `１，２３４`. Between digits of ordinary width a wide comma divides two numbers.
    private func isWideSeparator(
      _ buffer: UnsafeBufferPointer<UInt8>, at index: Int, next: Int, until end: Int
    ) -> Bool {
      let isWide = index >= 3 && Folding.digitLength(buffer, at: index - 3, until: index) == 3
      return isWide && Folding.digitLength(buffer, at: next, until: end) == 3
        && isThousandsSeparator(buffer, at: index, next: next, until: end)
    }

    private mutating func push(_ byte: UInt8, _ origin: UInt32, _ end: UInt32) {
      bytes.append(byte)
      origins.append(origin)
      ends.append(end)
    }
  }
}
