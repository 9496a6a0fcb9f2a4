/// Text in the one form that rules and readers match against, with the way back to its source.
///
/// People type `１，２３４ 件`, `1,234件` and `1234 件` for the same thing. Folding removes white space,
/// turns full-width letters and digits into ASCII, half-width punctuation into the Chinese forms
/// （，；：！？（）), and takes thousands separators out of numbers. Every byte knows where in the source
/// it came from.
public struct FoldedText: Sendable {
  /// Valid UTF-8. Separate pieces are divided by a line feed.
  public let bytes: [UInt8]
  /// In the order of the text; the first begins at 0.
  let stretches: [Stretch]

  /// Bytes that came from one place. As many as in the source: the same bytes. Otherwise one character
  /// that was changed, or a line feed that is not in the source.
  struct Stretch: Sendable {
    /// Where it begins in the folded text.
    let start: UInt32
    /// Where it came from.
    let source: UInt32
    let sourceCount: UInt32
  }

  public static let empty = FoldedText(bytes: [], stretches: [])

  /// The source span of a range of this text.
  public func span(_ range: Range<Int>) -> SourceSpan {
    guard !range.isEmpty else {
      let offset = range.lowerBound < bytes.count ? source(at: range.lowerBound).lower : end
      return SourceSpan(offset, offset)
    }
    let lower = source(at: range.lowerBound).lower
    return SourceSpan(lower, max(lower, source(at: range.upperBound - 1).upper))
  }

  /// Where the text ends in the source.
  private var end: Int { stretches.last.map { Int($0.source + $0.sourceCount) } ?? 0 }

  /// The character of the source from which a byte came.
  private func source(at index: Int) -> SourceSpan {
    var low = 0
    var high = stretches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].start <= UInt32(index) { low = middle } else { high = middle }
    }
    let stretch = stretches[low]
    let begin = Int(stretch.source)
    let start = Int(stretch.start)
    let next = low + 1 < stretches.count ? Int(stretches[low + 1].start) : bytes.count
    guard next - start == Int(stretch.sourceCount) else {
      return SourceSpan(begin, begin + Int(stretch.sourceCount))
    }
    var lower = index
    while lower > start, bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    var upper = index + 1
    while upper < next, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
    return SourceSpan(begin + lower - start, begin + upper - start)
  }

  /// The part that came from a span of the source; what was put together out of order has none.
  public func range(from span: SourceSpan) -> Range<Int> {
    let lower = index(ofSource: span.lower)
    return lower..<max(lower, index(ofSource: span.upper))
  }

  /// The first byte that came from an offset of the source or from behind it.
  private func index(ofSource offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      let stretch = stretches[middle]
      if Int(stretch.source + stretch.sourceCount) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < stretches.count else { return bytes.count }
    let start = Int(stretches[low].start)
    let next = low + 1 < stretches.count ? Int(stretches[low + 1].start) : bytes.count
    let isCopied = next - start == Int(stretches[low].sourceCount)
    return isCopied ? start + max(0, offset - Int(stretches[low].source)) : start
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

  init(bytes: [UInt8], stretches: [Stretch]) {
    self.bytes = bytes
    self.stretches = stretches
  }

  /// Puts a folded text together from pieces of one source.
  public struct Builder: Sendable {
    private var bytes: [UInt8] = []
    private var stretches: [Stretch] = []
    /// Where in the source the last character ended that was taken in.
    private var end = 0

    public init() {}

    public var count: Int { bytes.count }

    public mutating func reserve(_ capacity: Int) { bytes.reserveCapacity(capacity) }

    /// A line feed between two pieces.
    public mutating func appendBreak() {
      if bytes.isEmpty { return }
      begin(source: end, count: 0)
      bytes.append(UInt8(ascii: "\n"))
    }

    public mutating func append(_ source: SourceText, _ span: SourceSpan) {
      source.bytes.withUnsafeBufferPointer { buffer in
        var index = span.lower
        while index < span.upper {
          let run = Folding.unchanged(buffer, from: index, until: span.upper)
          if run > index { copy(buffer, index..<run) }
          index = run < span.upper ? fold(buffer, at: run, until: span.upper) : run
        }
      }
    }

    public func build() -> FoldedText { FoldedText(bytes: bytes, stretches: stretches) }

    private mutating func begin(source: Int, count: Int) {
      stretches.append(
        Stretch(start: UInt32(bytes.count), source: UInt32(source), sourceCount: UInt32(count)))
    }

    private mutating func copy(_ buffer: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      begin(source: range.lowerBound, count: range.count)
      bytes.append(contentsOf: buffer[range])
      end = range.upperBound
    }

    /// Folds a character that may not stay as it is, and returns the index of the next one.
    private mutating func fold(_ buffer: UnsafeBufferPointer<UInt8>, at index: Int, until end: Int) -> Int {
      let next = min(end, index + Folding.length(buffer[index]))
      switch Folding.change(buffer, index..<next) {
      case .dropped: break
      case .narrowed(let byte): replace(index..<next, with: CollectionOfOne(byte))
      case .comma where isThousandsSeparator(buffer, index..<next, until: end): break
      case .comma: replace(index..<next, with: "，".utf8)
      case .widened(let first, let second, let third): replace(index..<next, with: [first, second, third])
      case .unchanged: copy(buffer, index..<next)
      }
      return next
    }

    private mutating func replace(_ range: Range<Int>, with folded: some Collection<UInt8>) {
      begin(source: range.lowerBound, count: range.count)
      bytes.append(contentsOf: folded)
      end = range.upperBound
    }

    /// `1,234`, `１，２３４`: a digit right before the comma and exactly three after it. Between digits of
    /// ordinary width a wide comma divides two numbers.
    private func isThousandsSeparator(
      _ buffer: UnsafeBufferPointer<UInt8>, _ comma: Range<Int>, until limit: Int
    ) -> Bool {
      guard end == comma.lowerBound, let last = bytes.last, Folding.isDigit(last) else { return false }
      guard Folding.isDigitGroup(buffer, at: comma.upperBound, until: limit) else { return false }
      return comma.count == 1
        || !Folding.isDigit(buffer[comma.lowerBound - 1]) && !Folding.isDigit(buffer[comma.upperBound])
    }
  }
}
