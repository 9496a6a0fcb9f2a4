/// Writes pieces out, line by line.
struct FormatWriter {
  private enum Block { case rule, claim, example }

  private let pieces: [FormatPiece]
  private var blocks: [Block] = []
  /// Open parentheses and brackets.
  private var depth = 0
  private var output = ""
  private var line = ""
  /// What the item at hand began with.
  private var item = ""
  private var lineOpensBlock = false

  private static let items = Set(LanguageReference.items.map(\.name))
  private static let ruleStatements = Set(LanguageReference.ruleStatements.map(\.name))
  private static let claimStatements = Set(LanguageReference.claimStatements.map(\.name))
  /// Where what a keyword says begins, counted from the keyword.
  private static let keywordWidth = 8

  static func text(_ pieces: [FormatPiece]) -> String {
    var writer = FormatWriter(pieces: pieces)
    for index in pieces.indices { writer.add(index) }
    writer.endLine()
    return writer.output
  }

  private init(pieces: [FormatPiece]) { self.pieces = pieces }

  private mutating func add(_ index: Int) {
    let piece = pieces[index]
    let previous = index > 0 ? pieces[index - 1] : nil
    if piece.isSymbol(.rightBrace) { _ = blocks.popLast() }
    if let previous, breaks(before: piece, previous) {
      endLine()
      if wantsEmptyLine(before: index, previous) { output += "\n" }
    }
    if piece.isSymbol(.rightParenthesis) || piece.isSymbol(.rightBracket) { depth -= 1 }
    if line.isEmpty {
      line = String(repeating: " ", count: indent(piece, previous))
    } else if let previous {
      line += Spacing.between(previous, piece)
    }
    line += piece.text
    pad(piece, previous)
    open(piece)
  }

  /// Notes what a piece opens for those that follow.
  private mutating func open(_ piece: FormatPiece) {
    if piece.isSymbol(.leftParenthesis) || piece.isSymbol(.leftBracket) { depth += 1 }
    if blocks.isEmpty, piece.isWord(Self.items), line == piece.text { item = piece.text }
    guard piece.isSymbol(.leftBrace) else { return }
    blocks.append(
      blocks.isEmpty ? (["claim", "scopes", "wordings"].contains(item) ? .claim : .rule) : .example)
  }

  // MARK: Lines

  private func breaks(before piece: FormatPiece, _ previous: FormatPiece) -> Bool {
    if previous.isComment { return true }
    if piece.isComment { return piece.breaks > 0 }
    // The block that a closing brace ends is closed already.
    if piece.isSymbol(.rightBrace) {
      return blocks.isEmpty || piece.breaks > 0 && !previous.isSymbol(.leftBrace)
    }
    if previous.isSymbol(.leftBrace) { return blocks.count == 1 || piece.breaks > 0 }
    if previous.isSymbol(.rightBrace), blocks.count < 2 { return true }
    return startsStatement(piece, previous) || piece.breaks > 0
  }

  /// A keyword begins a line, but for a `where` that its author left beside its loop.
  private func startsStatement(_ piece: FormatPiece, _ previous: FormatPiece) -> Bool {
    guard depth == 0, blocks.count == 1, !previous.isSymbol(.dot), !piece.isWord(["where"]) else {
      return false
    }
    return piece.isWord(blocks[0] == .claim ? Self.claimStatements : Self.ruleStatements)
  }

  private func beginsStatement(_ piece: FormatPiece, _ previous: FormatPiece?) -> Bool {
    guard depth == 0, blocks.count == 1, previous?.isSymbol(.dot) != true else { return false }
    return piece.isWord(blocks[0] == .claim ? Self.claimStatements : Self.ruleStatements)
  }

  /// At most one, between items always, and never next to a brace.
  private func wantsEmptyLine(before index: Int, _ previous: FormatPiece) -> Bool {
    let piece = pieces[index]
    if previous.isSymbol(.leftBrace) || piece.isSymbol(.rightBrace) { return false }
    if piece.breaks > 1 { return true }
    guard blocks.isEmpty else { return false }
    if previous.isSymbol(.rightBrace) { return true }
    return !previous.isComment && piece.isWord(["rule", "claim", "override", "scopes", "wordings"])
      && !previous.isWord(["override"])
  }

  private mutating func endLine() {
    while line.last == " " { line.removeLast() }
    if !line.isEmpty { output += line + "\n" }
    line = ""
  }

  private func indent(_ piece: FormatPiece, _ previous: FormatPiece?) -> Int {
    if blocks.isEmpty {
      return piece.isWord(Self.items) || piece.isSymbol(.rightBrace) || piece.isComment ? 0 : 2
    }
    if piece.isComment || piece.isSymbol(.rightBrace) || beginsStatement(piece, previous) {
      return 2 * blocks.count
    }
    return blocks.count > 1 ? 4 : 2 + Self.keywordWidth + 2 * depth
  }

  /// What follows a keyword stands in one column; `example` is too long for it.
  private mutating func pad(_ piece: FormatPiece, _ previous: FormatPiece?) {
    guard line == "  " + piece.text, beginsStatement(piece, previous), piece.text != "example" else { return }
    line += String(repeating: " ", count: max(0, Self.keywordWidth - 1 - piece.text.utf8.count))
  }
}
