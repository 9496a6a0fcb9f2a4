/// How grave a failed rule is, mildest first.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case info, warning, error, critical

  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    case .critical: 3
    }
  }
}

/// One place where a rule failed, or could not be decided.
public struct Finding: Sendable, Hashable {
  public enum Outcome: String, Sendable, Hashable {
    case fail
    case notAssessable = "not_assessable"
  }

  /// A place in the report and what stands there.
  public struct Place: Sendable, Hashable {
    /// 1-based.
    public let line: Int
    /// 1-based, in characters.
    public let column: Int
    public let text: String

    public init(line: Int, column: Int, text: String) {
      self.line = line
      self.column = column
      self.text = text
    }
  }

  /// Stable over repeats: the same report, rule, subject and place give the same id.
  public let id: String
  public let rule: String
  public let severity: Severity
  public let outcome: Outcome
  /// Why it could not be assessed: causes such as `column_ambiguous`; empty for a fail.
  public let causes: [String]
  /// What the rule was applied to: a column, row, table or section key; empty when there is no choice.
  public let subject: String
  /// One line of Chinese for the reader.
  public let message: String
  /// The legal basis.
  public let basis: String
  /// What to do about it, when the rule says.
  public let fix: String?
  public let places: [Place]
  /// The two sides of the comparison that failed, when the check is one.
  public let lhs: String?
  public let rhs: String?
  /// The statutory section (1…6) in which the first place lies.
  public let section: Int?
  /// Why it is not held against the report: the reason of the waiver that covers it; nil when none does.
  public let waived: String?

  public init(
    id: String, rule: String, severity: Severity, outcome: Outcome, causes: [String], subject: String,
    message: String, basis: String, fix: String?, places: [Place], lhs: String?, rhs: String?, section: Int?,
    waived: String? = nil
  ) {
    self.id = id
    self.rule = rule
    self.severity = severity
    self.outcome = outcome
    self.causes = causes
    self.subject = subject
    self.message = message
    self.basis = basis
    self.fix = fix
    self.places = places
    self.lhs = lhs
    self.rhs = rhs
    self.section = section
    self.waived = waived
  }
}
