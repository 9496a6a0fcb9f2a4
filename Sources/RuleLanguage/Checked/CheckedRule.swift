public import Diagnostics

/// One rule that has passed the check.
public struct CheckedRule: Sendable {
  /// Stable over editions of the rules: `t3-balance`.
  public let id: String
  /// `critical`, `error`, `warning` or `info`.
  public internal(set) var severity: String
  public let title: String
  /// The legal basis.
  public let basis: String
  /// The file that it stands in, and where.
  public let file: String
  public let span: SourceSpan
  /// 1-based.
  public let line: Int
  /// The editions of the form that it speaks of, or nil when it speaks of all.
  public var editions: [String]? { applicability.editions }
  /// What it says of the reports that it speaks of, in the author's words: `year >= 2022`.
  public let applies: [String]
  public private(set) var examples: [RuleExample]
  /// What it looks at, demands and says, as its author wrote it.
  public private(set) var statements: [RuleStatement]
  /// The whole rule as it stands in its file.
  public private(set) var source: String

  package let applicability: Applicability
  /// Other reports that it compares with; it says nothing where one is not to be had.
  package let needs: [CheckedNeed]
  package let clauses: [CheckedClause]

  func withoutWords() -> CheckedRule {
    var bare = self
    bare.examples = []
    bare.statements = []
    bare.source = ""
    return bare
  }

  public static let severities = ["critical", "error", "warning", "info"]
}
