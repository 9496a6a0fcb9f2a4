import RuleLanguage

/// A rule told in words, with what comes of its examples.
public struct RuleExplanation: Sendable, Hashable {
  /// A statement of the rule as its author wrote it.
  public struct Statement: Sendable, Hashable {
    /// `need`, `loop`, `filter`, `check`, `forbid`, `message` or `fix`.
    public let kind: String
    /// What it does, in a Chinese sentence.
    public let words: String
  }

  public let summary: RuleSummary
  public let statements: [Statement]
  public let examples: [ExampleResult]
  /// The whole rule as it stands in its file.
  public let source: String

  init(_ rule: CheckedRule, _ examples: [ExampleResult]) {
    self.summary = RuleSummary(rule)
    self.statements = rule.statements.map {
      Statement(kind: $0.kind.rawValue, words: Self.words($0))
    }
    self.examples = examples
    self.source = rule.source
  }

  private static func words(_ statement: RuleStatement) -> String {
    let variable = statement.variable ?? ""
    return switch statement.kind {
    case .need: "先取另一份报告“\(variable)”：\(statement.text)；没有可对照的就不核对"
    case .loop: "逐一看 \(statement.text) 里的每个“\(variable)”"
    case .filter: "只看满足这个条件的：\(statement.text)"
    case .check: "应当成立：\(statement.text)"
    case .forbid: "不得出现“\(variable)”：\(statement.text)"
    case .message: "不符时说：“\(statement.text)”"
    case .fix: "整改建议：“\(statement.text)”"
    }
  }
}

extension RuleSet {
  /// Nil when there is no such rule.
  public func explanation(of id: String) -> RuleExplanation? {
    rules.rules.first { $0.id == id }.map { RuleExplanation($0, examples(of: $0)) }
  }
}

/// What a code of the checker means, at length.
public struct CodeText: Sendable, Hashable {
  /// `E104`
  public let code: String
  public let title: String
  public let meaning: String
  /// A small example that gets this code; nil when it cannot be shown as text.
  public let wrong: String?
  /// The same, put right.
  public let right: String

  init(_ explanation: CodeExplanation) {
    self.code = explanation.code
    self.title = explanation.title
    self.meaning = explanation.meaning
    self.wrong = explanation.wrong
    self.right = explanation.right
  }

  /// Every code that the checker can give, in order.
  public static let all = CodeExplanation.all.map(CodeText.init)

  /// Takes `e104` as well.
  public static func of(_ code: String) -> CodeText? { CodeExplanation.of(code).map(CodeText.init) }
}
