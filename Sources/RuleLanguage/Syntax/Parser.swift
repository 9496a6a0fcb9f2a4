import Diagnostics

/// Thrown after a fault was reported, to the nearest place that can go on.
struct Recovery: Error {}

/// Turns tokens into a tree. After a fault it goes on at the next statement, so that all faults of a
/// file are told at once.
struct Parser {
  let reporter: Reporter
  let tokens: [Token]
  var position = 0
  var nesting = 0

  static let deepest = 100

  init(_ reporter: Reporter, _ tokens: [Token]) {
    self.reporter = reporter
    self.tokens = tokens
  }

  static func file(_ reporter: Reporter) -> FileTree {
    var parser = Parser(reporter, Lexer.tokens(reporter, reporter.source.span))
    return parser.file()
  }

  var current: Token { tokens[position] }
  var previous: Token { tokens[max(0, position - 1)] }
  var isAtEnd: Bool { current.kind == .end }

  /// A word that was typed full-width has been reported; it is read as what it was meant to be.
  func text(_ token: Token) -> String {
    let text = reporter.source.text(token.span)
    return token.isSlip ? CharacterClass.halfWidth(text) : text
  }

  func peek(_ offset: Int = 1) -> Token { tokens[min(position + offset, tokens.count - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    if position < tokens.count - 1 { position += 1 }
    return token
  }

  func isAt(_ symbol: Token.Symbol) -> Bool { current.kind == .symbol(symbol) }
  func isAt(word: String) -> Bool { current.kind == .word && text(current) == word }

  mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard isAt(word: word) else { return false }
    advance()
    return true
  }

  /// Reports what stands here and what should.
  func fault(_ expected: String, help: String? = nil) -> Recovery {
    let found = isAtEnd ? "文件到此结束" : "这里是“\(text(current))”"
    let gap = expected.utf8.first.map { $0 < 0x80 } == true ? " " : ""
    reporter.error(.unexpected, "应为\(gap)\(expected)", at: current.span, found, help: help)
    return Recovery()
  }

  mutating func expect(_ symbol: Token.Symbol) throws(Recovery) {
    if !take(symbol) { throw fault("“\(symbol.rawValue)”") }
  }

  mutating func expect(word: String) throws(Recovery) {
    if !take(word: word) { throw fault("“\(word)”") }
  }

  mutating func name(_ what: String) throws(Recovery) -> NameTree {
    guard current.kind == .word, !Self.reserved.contains(text(current)) else { throw fault(what) }
    let token = advance()
    return NameTree(text: text(token), span: token.span)
  }

  mutating func string(_ what: String) throws(Recovery) -> StringTree {
    guard current.kind == .string else { throw fault(what, help: "写在双引号 \" 之间") }
    let token = advance()
    return StringTree(span: token.span, content: token.content)
  }

  mutating func pattern() throws(Recovery) -> PatternTree {
    guard current.kind == .pattern else { throw fault("模式", help: "模式写在两条斜线之间：/…/") }
    let token = advance()
    return PatternTree(text: reporter.source.text(token.content), content: token.content)
  }

  /// Tokens that touch each other, such as `t3-balance` and `1.0.0`.
  mutating func joined(_ what: String) throws(Recovery) -> NameTree {
    guard current.kind == .word || current.kind == .number else { throw fault(what) }
    let first = advance()
    while current.span.lower == previous.span.upper, isJoint { advance() }
    let span = SourceSpan(first.span.lower, previous.span.upper)
    return NameTree(text: CharacterClass.halfWidth(reporter.source.text(span)), span: span)
  }

  private var isJoint: Bool {
    switch current.kind {
    case .word, .number, .symbol(.minus), .symbol(.dot): true
    default: false
    }
  }

  /// Words with a meaning of their own inside expressions and rules.
  static let reserved: Set<String> = [
    "and", "or", "not", "in", "where", "for", "within", "else", "check", "forbid", "message", "basis",
    "applies", "needs", "fix", "example", "true", "false",
  ]
}
