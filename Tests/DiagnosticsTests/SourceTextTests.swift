import Diagnostics
import Testing

@Suite struct SourceTextTests {
  @Test func linesAndColumns() {
    let source = SourceText("一二\nabc\r\n\n末")
    #expect(source.lineStarts == [0, 7, 12, 13])
    #expect(source.position(at: 0) == SourcePosition(line: 1, column: 1))
    #expect(source.position(at: 3) == SourcePosition(line: 1, column: 2))
    #expect(source.position(at: 6) == SourcePosition(line: 1, column: 3))
    #expect(source.position(at: 7) == SourcePosition(line: 2, column: 1))
    #expect(source.position(at: 13) == SourcePosition(line: 4, column: 1))
    #expect(source.position(at: 16) == SourcePosition(line: 4, column: 2))
    #expect(source.text(source.lineSpan(2)) == "abc")
    #expect(source.text(source.lineSpan(3)).isEmpty)
    #expect(source.text(source.lineSpan(4)) == "末")
  }

  @Test func everyOffsetHasItsLine() {
    let source = SourceText("a\n\n政府\n\n")
    for offset in 0...source.bytes.count {
      let line = source.line(at: offset)
      #expect(source.lineStarts[line - 1] <= offset)
      if line < source.lineStarts.count { #expect(offset < source.lineStarts[line]) }
    }
  }

  @Test func anEmptyTextHasALine() {
    let source = SourceText("")
    #expect(source.line(at: 0) == 1)
    #expect(source.lineSpan(1).isEmpty)
  }

  @Test func spans() {
    let span = SourceSpan(2, 5)
    #expect(span.union(SourceSpan(7, 9)) == SourceSpan(2, 9))
    #expect(span.contains(SourceSpan(5, 5)))
    #expect(!span.contains(SourceSpan(5, 6)))
  }
}
