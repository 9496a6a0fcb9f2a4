import Diagnostics
public import Documents

/// Text files in any layout that extraction leaves behind: pipes, tabs, Markdown, one cell a line.
public struct PlainText: Decoder {
  public init() {}

  public func recognises(_ bytes: [UInt8]) -> Bool { true }

  public func decode(_ bytes: [UInt8], limits: Limits) throws(DecodingFailure) -> Document {
    let text = try Charset.decode(bytes)
    if Self.isBinary(text) { throw .binary }
    let source = SourceText(utf8: CommaTables.drawn(MarkupTables.drawn(Self.withoutCarriageReturns(text))))
    let spans = (1...source.lineStarts.count).map { source.lineSpan($0) }
    if spans.contains(where: { $0.upper - $0.lower > limits.lineLength }) {
      throw .lineTooLong(limit: limits.lineLength)
    }
    let lines = spans.map { TextLine(source, $0) }
    var assembler = BlockAssembler(
      source: source, wrapping: Wrapping(source, lines.compactMap(\.text)), cellLimit: limits.cells)
    for line in lines { try assembler.add(line) }
    return Document(source: source, blocks: assembler.finish())
  }

  /// A text has no NUL, and hardly a control character besides tab, line end and form feed.
  private static func isBinary(_ bytes: [UInt8]) -> Bool {
    var controls = 0
    for byte in bytes {
      if byte == 0 { return true }
      if byte < 0x20, !(0x09...0x0D).contains(byte), byte != 0x1B { controls += 1 }
    }
    return controls * 100 > bytes.count
  }

  /// One kind of line end in the canonical text: LF. Line numbers stay those of the file.
  private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    let carriageReturn = UInt8(ascii: "\r")
    let lineFeed = UInt8(ascii: "\n")
    guard bytes.contains(carriageReturn) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte != carriageReturn {
        result.append(byte)
      } else if index + 1 == bytes.count || bytes[index + 1] != lineFeed {
        result.append(lineFeed)
      }
    }
    return result
  }
}
