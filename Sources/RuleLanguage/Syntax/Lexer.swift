import Diagnostics

/// Cuts a rule file, or a part of one, into tokens. What cannot be a token is reported and passed over,
/// so that the rest of the file is still looked at.
struct Lexer {
  let source: SourceText
  let reporter: Reporter
  let end: Int
  var index: Int
  var tokens: [Token] = []
  private var atLineStart = true

  init(_ reporter: Reporter, _ span: SourceSpan) {
    self.source = reporter.source
    self.reporter = reporter
    self.index = span.lower
    self.end = span.upper
  }

  static func tokens(_ reporter: Reporter, _ span: SourceSpan) -> [Token] {
    var lexer = Lexer(reporter, span)
    while lexer.index < lexer.end { lexer.step() }
    lexer.add(.end, from: span.upper, isSlip: false)
    return lexer.tokens
  }

  private mutating func step() {
    let byte = source.bytes[index]
    if byte >= 0x80 { return stepWide() }
    switch byte {
    case UInt8(ascii: "\n"):
      index += 1
      atLineStart = true
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
    case UInt8(ascii: "#"): skipLine()
    case UInt8(ascii: "\""): string(closing: [UInt8(ascii: "\"")], openingLength: 1)
    case UInt8(ascii: "'"):
      reportStrange(SourceSpan(index, index + 1))
      string(closing: [byte], openingLength: 1)
    case UInt8(ascii: "/") where expectsOperand: pattern()
    case _ where CharacterClass.isDigit(byte): number()
    case _ where CharacterClass.isASCIIWord(byte): word()
    default: symbol()
    }
  }

  private mutating func stepWide() {
    let (scalar, length) = CharacterClass.scalar(source.bytes, at: index)
    if CharacterClass.isHan(scalar) { return word() }
    if CharacterClass.isWideSpace(scalar) { index += length } else { slip(scalar, length: length) }
  }

  mutating func add(_ kind: Token.Kind, from start: Int, content: SourceSpan? = nil, isSlip: Bool) {
    let span = SourceSpan(start, max(start, index))
    tokens.append(
      Token(kind: kind, span: span, content: content ?? span, startsLine: atLineStart, isSlip: isSlip))
    atLineStart = false
  }

  private mutating func skipLine() {
    while index < end, source.bytes[index] != UInt8(ascii: "\n") { index += 1 }
  }

  private mutating func word() {
    let start = index
    while index < end {
      let (scalar, length) = CharacterClass.scalar(source.bytes, at: index)
      let belongs =
        scalar < 0x80 ? CharacterClass.isASCIIWord(UInt8(scalar)) : CharacterClass.isHan(scalar)
      guard belongs else { break }
      index += length
    }
    add(.word, from: start, isSlip: false)
  }

  /// Digits, and a fraction when digits follow the point.
  private mutating func number() {
    let start = index
    skipDigits()
    if index + 1 < end, source.bytes[index] == UInt8(ascii: "."),
      CharacterClass.isDigit(source.bytes[index + 1])
    {
      index += 1
      skipDigits()
    }
    add(.number, from: start, isSlip: false)
  }

  private mutating func skipDigits() {
    while index < end, CharacterClass.isDigit(source.bytes[index]) { index += 1 }
  }

  private mutating func symbol() {
    let start = index
    if index + 1 < end, let two = Token.Symbol(rawValue: source.text(SourceSpan(index, index + 2))) {
      index += 2
      return add(.symbol(two), from: start, isSlip: false)
    }
    index += 1
    if let one = Token.Symbol(rawValue: source.text(SourceSpan(start, index))) {
      return add(.symbol(one), from: start, isSlip: false)
    }
    // `&&` and `||` are one slip, not two.
    if index < end, source.bytes[index] == source.bytes[start] { index += 1 }
    reportStrange(SourceSpan(start, index))
  }

  func reportStrange(_ span: SourceSpan) {
    let text = VisibleText.of(source.text(span))
    let help: String? =
      switch text {
      case "!": "否定写 not，不等于写 !="
      case "&", "&&": "并且写 and"
      case "|", "||": "或者写 or"
      case "'": "文字写在双引号 \" 之间"
      case ";": "语句之间不用分号，换行即可"
      default: nil
      }
    reporter.error(.strangeCharacter, "这里不能有“\(text)”", at: span, help: help)
  }
}
