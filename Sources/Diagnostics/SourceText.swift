/// The one text that every place in a report or a rule file refers to: valid UTF-8, with its lines known.
public struct SourceText: Sendable {
  /// Valid UTF-8. Line ends are kept as they were.
  public let bytes: [UInt8]
  /// The offset at which each line begins; the first is 0.
  public let lineStarts: [Int]

  /// - Parameter bytes: valid UTF-8; whoever decodes vouches for it.
  public init(utf8 bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for index in buffer.indices where buffer[index] == UInt8(ascii: "\n") { starts.append(index + 1) }
    }
    self.lineStarts = starts
  }

  public init(_ string: String) { self.init(utf8: Array(string.utf8)) }

  public var span: SourceSpan { SourceSpan(0, bytes.count) }

  /// The text of a span, exactly as it stands.
  public func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.lower..<span.upper], as: UTF8.self)
  }

  /// The 1-based line of an offset.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The 1-based line and column of an offset. A column counts Unicode scalars.
  public func position(at offset: Int) -> SourcePosition {
    let line = line(at: offset)
    var column = 1
    for byte in bytes[lineStarts[line - 1]..<min(offset, bytes.count)] where byte & 0xC0 != 0x80 {
      column += 1
    }
    return SourcePosition(line: line, column: column)
  }

  /// The span of a 1-based line, without its line end.
  public func lineSpan(_ line: Int) -> SourceSpan {
    let lower = lineStarts[line - 1]
    var upper = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if upper > lower, bytes[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
    return SourceSpan(lower, max(lower, upper))
  }
}

/// A 1-based line and column.
public struct SourcePosition: Sendable, Hashable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
