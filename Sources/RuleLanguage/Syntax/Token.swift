import Diagnostics

/// The smallest meaningful piece of a rule file.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case word, number, string, pattern
    case symbol(Symbol)
    case end
  }

  enum Symbol: String, Sendable {
    case leftBrace = "{"
    case rightBrace = "}"
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case comma = ","
    case colon = ":"
    case dot = "."
    case assign = "="
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
  }

  let kind: Kind
  let span: SourceSpan
  /// What stands between the quotation marks of a string or the slashes of a pattern.
  let content: SourceSpan
  /// Whether it is the first on its line.
  let startsLine: Bool
  /// Whether it was typed in a full-width form, which has been reported.
  let isSlip: Bool
}
