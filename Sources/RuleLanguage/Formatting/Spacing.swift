/// What stands between two pieces of one line.
enum Spacing {
  static func between(_ previous: FormatPiece, _ piece: FormatPiece) -> String {
    if piece.isComment { return "  " }
    if previous.isSymbol(.leftParenthesis) || previous.isSymbol(.leftBracket) { return "" }
    if piece.isSymbol(.rightParenthesis) || piece.isSymbol(.rightBracket) || piece.isSymbol(.comma) {
      return ""
    }
    if previous.isSymbol(.dot) || piece.isSymbol(.dot) { return "" }
    // Signs, ids and dates: `-1`, `t3-balance`, `2026-12-31`.
    if previous.isSymbol(.minus) { return piece.touches ? "" : " " }
    if piece.isSymbol(.minus) { return piece.touches && isWordlike(previous) ? "" : " " }
    if piece.isSymbol(.leftParenthesis) || piece.isSymbol(.leftBracket) {
      return piece.touches ? opening(previous) : " "
    }
    return piece.touches && isWordlike(previous) && isWordlike(piece) ? "" : " "
  }

  /// A call or a cell; an operator keeps its distance.
  private static func opening(_ previous: FormatPiece) -> String {
    isWordlike(previous) || previous.isSymbol(.rightBracket) || previous.isSymbol(.rightParenthesis)
      ? "" : " "
  }

  private static func isWordlike(_ piece: FormatPiece) -> Bool {
    piece.kind == .token(.word) || piece.kind == .token(.number)
  }
}
