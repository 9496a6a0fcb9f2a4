import Diagnostics

extension Parser {
  mutating func file() -> FileTree {
    var tree = FileTree()
    while !isAtEnd {
      let start = position
      do throws(Recovery) { try item(into: &tree) } catch { skipToItem(from: start) }
    }
    return tree
  }

  private mutating func item(into tree: inout FileTree) throws(Recovery) {
    guard current.kind == .word else { throw fault(Self.items.joined(separator: "、") + " 之一") }
    switch text(current) {
    case "pack": tree.pack = try pack()
    case "list": tree.lists.append(try list())
    case "fragment": tree.fragments.append(try fragment())
    case "scopes": tree.scopes.append(try scopes())
    case "wordings": tree.wordings.append(try wordings())
    case "claim": tree.claims.append(try claim())
    case "rule": tree.rules.append(try rule())
    case "override": tree.rules.append(try override())
    case "disable": tree.adjustments.append(try disable())
    case "severity": tree.adjustments.append(try severity())
    case "waive": tree.adjustments.append(try waive())
    default: throw unknownItem()
    }
  }

  private func unknownItem() -> Recovery {
    let word = text(current)
    reporter.error(
      .unknownStatement, "不认识“\(word)”", at: current.span,
      help: Suggestion.help(word, among: Self.items) ?? "文件由 " + Self.items.joined(separator: "、") + " 组成")
    return Recovery()
  }

  static let items = LanguageReference.items.map(\.name)

  /// Goes to the next word that begins an item at the start of a line.
  private mutating func skipToItem(from start: Int) {
    if position == start { advance() }
    while !isAtEnd {
      if current.startsLine, current.kind == .word, Self.items.contains(text(current)) { return }
      advance()
    }
  }

  private mutating func pack() throws(Recovery) -> PackTree {
    advance()
    let name = try string("规则包的名称")
    guard take(word: "version") else {
      return PackTree(name: reporter.source.text(name.content), version: nil)
    }
    let version = try joined("版本号，如 1.0.0")
    return PackTree(name: reporter.source.text(name.content), version: version.text)
  }

  private mutating func list() throws(Recovery) -> ListTree {
    advance()
    let name = try name("词表的名称")
    try expect(word: "from")
    return ListTree(name: name, path: try string("词表文件的路径"))
  }

  /// Reads statements up to the closing brace, going on after a fault at the next one; false when there
  /// was one, so that nobody complains of what was only passed over.
  mutating func block(
    opened brace: SourceSpan, statements: [String], _ statement: (inout Parser) throws(Recovery) -> Void
  ) -> Bool {
    var isWhole = true
    while !isAt(.rightBrace) {
      if isAtEnd || beginsItem {
        reporter.error(
          .unclosedBrace, "大括号没有闭合", at: brace, "从这里开始",
          help: isAtEnd ? "在文件末尾补上 }" : "在第 \(reporter.source.line(at: current.span.lower)) 行之前补上 }")
        return false
      }
      let start = position
      do throws(Recovery) {
        try statement(&self)
      } catch {
        isWhole = false
        skipToStatement(statements, from: start)
      }
    }
    advance()
    return isWhole
  }

  /// A word that can begin nothing but an item: the block before it was left open.
  private var beginsItem: Bool {
    guard current.startsLine, current.kind == .word else { return false }
    return Self.items.contains(text(current)) && [.word, .string].contains(peek().kind)
  }

  private mutating func skipToStatement(_ statements: [String], from start: Int) {
    if position == start { advance() }
    var depth = 0
    while !isAtEnd {
      if depth == 0, isAt(.rightBrace) || beginsItem { return }
      if depth == 0, current.kind == .word, current.startsLine, statements.contains(text(current)) { return }
      if isAt(.leftBrace) { depth += 1 }
      if isAt(.rightBrace) { depth -= 1 }
      advance()
    }
  }
}
