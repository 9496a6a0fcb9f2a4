import Diagnostics

/// Lays out a rule file in the one way in which all are laid out. Words, line breaks inside statements and
/// comments stay; indentation, the column of what follows a keyword, spaces and empty lines are set.
public enum RuleFormatter {
  /// The file laid out; itself when it already is.
  /// - Returns: what is wrong with the file when it cannot be read: such a file is left alone.
  public static func format(_ file: RuleFile) -> Result<[UInt8], RuleErrors> {
    let text = SourceText(utf8: file.bytes)
    let reporter = Reporter(file: file.name, source: FileFault(file) == nil ? text : SourceText(""))
    if let fault = FileFault(file) {
      reporter.error(.badFile, fault.message, at: SourceSpan(0, 0), help: fault.help)
    } else {
      _ = Parser.file(reporter)
    }
    if reporter.hasErrors { return .failure(RuleErrors(diagnostics: reporter.finished)) }
    let pieces = FormatPiece.all(text)
    let laidOut = Array(FormatWriter.text(pieces).utf8)
    // Never at the price of a word: a layout that would read otherwise is not taken.
    let again = FormatPiece.all(SourceText(utf8: laidOut))
    return .success(pieces.map(\.text) == again.map(\.text) ? laidOut : file.bytes)
  }
}

/// A token or a comment, and how it stood in the file.
struct FormatPiece {
  enum Kind: Equatable {
    case token(Token.Kind)
    case comment
  }

  let kind: Kind
  let text: String
  /// Line breaks between it and the piece before.
  let breaks: Int
  /// Whether it touches the piece before.
  let touches: Bool

  var isComment: Bool { kind == .comment }

  func isSymbol(_ symbol: Token.Symbol) -> Bool { kind == .token(.symbol(symbol)) }

  func isWord(_ words: Set<String>) -> Bool { kind == .token(.word) && words.contains(text) }

  static func all(_ source: SourceText) -> [FormatPiece] {
    let reporter = Reporter(file: "", source: source)
    var pieces: [FormatPiece] = []
    var end = 0
    for token in Lexer.tokens(reporter, source.span) {
      pieces += comments(source, end..<token.span.lower)
      let gap = source.bytes[end..<token.span.lower]
      let isAfterComment = gap.contains(UInt8(ascii: "#"))
      let breaks = isAfterComment ? breaksAfterComment(gap) : count(gap)
      if token.kind == .end { break }
      pieces.append(
        FormatPiece(
          kind: .token(token.kind), text: source.text(token.span), breaks: breaks,
          touches: gap.isEmpty && end > 0))
      end = token.span.upper
    }
    return pieces
  }

  private static func comments(_ source: SourceText, _ gap: Range<Int>) -> [FormatPiece] {
    var pieces: [FormatPiece] = []
    var breaks = 0
    var index = gap.lowerBound
    while index < gap.upperBound {
      let byte = source.bytes[index]
      if byte == UInt8(ascii: "#") {
        let end = source.bytes[index..<gap.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? gap.upperBound
        pieces.append(
          FormatPiece(
            kind: .comment, text: trimmed(source.text(SourceSpan(index, end))), breaks: breaks, touches: false
          ))
        breaks = 0
        index = end
      } else {
        if byte == UInt8(ascii: "\n") { breaks += 1 }
        index += 1
      }
    }
    return pieces
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }

  private static func count(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 == UInt8(ascii: "\n") } }

  /// The break that ends the last comment, and those after it.
  private static func breaksAfterComment(_ gap: ArraySlice<UInt8>) -> Int {
    guard let last = gap.lastIndex(of: UInt8(ascii: "#")) else { return count(gap) }
    return max(1, count(gap[last...]))
  }
}
