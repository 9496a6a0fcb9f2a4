import RuleInterpreter
import RuleLanguage

/// What is wrong with rules, ready to print; never empty.
public struct RuleErrors: Error, Sendable, Hashable {
  /// Each with its file, line and caret, as a compiler prints it.
  public let rendered: [String]
}

/// All rules of one or more folders, checked as one generation.
public struct RuleSet: Sendable {
  /// Of the contents of all files, in lower-case hexadecimal: the same rules, the same hash.
  public let hash: String
  /// The rules in the order of files and lines.
  public let summaries: [RuleSummary]
  /// What is doubtful but does not stop the rules from being used, ready to print.
  public let warnings: [String]
  /// Rules that a site does without.
  public let disabled: [DisabledRuleSummary]
  private(set) var rules: CheckedRules
  private(set) var interpreter: Interpreter
  private(set) var files: [RuleFile]
  /// Of what each rule and each claim says in its file, by its name: another text, another number.
  let ruleTexts: [String: Int]
  let claimTexts: [String: Int]

  public var count: Int { summaries.count }

  /// - Throws: every error of every file at once.
  public init(_ folders: [RuleFolder]) throws(RuleErrors) {
    let files = folders.flatMap { folder in
      folder.files.map { RuleFile(name: folder.path + "/" + $0.name, bytes: $0.bytes) }
    }
    let checked: CheckedRules
    switch CheckedRules.check(files, against: ReportSchema.schema) {
    case .success(let rules): checked = rules
    case .failure(let errors): throw RuleErrors(rendered: errors.diagnostics.map(\.rendered))
    }
    self.rules = checked
    self.files = files
    self.ruleTexts = Dictionary(checked.rules.map { ($0.id, $0.source.hashValue) }) { first, _ in first }
    self.claimTexts = Dictionary(checked.claims.map { ($0.name, $0.source.hashValue) }) { first, _ in first }
    self.hash = Self.hash(folders)
    self.summaries = checked.rules.map(RuleSummary.init)
    self.disabled = checked.disabled.map(DisabledRuleSummary.init)
    self.warnings = checked.warnings.map(\.rendered)
    self.interpreter = Interpreter(checked, functions: ReportFunctions.all.map(\.body))
  }

  /// The same rules without their examples and their authors' own words, which only tell people and tests of them:
  /// for a service that has them in memory for months.
  public func forInspectingOnly() -> RuleSet {
    var bare = self
    bare.files = []
    bare.rules = rules.withoutWords()
    bare.interpreter = interpreter.replacing(rules: bare.rules)
    return bare
  }

  /// Names without folders: where rules lie does not change what they say.
  private static func hash(_ folders: [RuleFolder]) -> String {
    var bytes: [UInt8] = []
    for folder in folders {
      for file in folder.files {
        bytes += file.name.utf8
        bytes.append(0)
        bytes += Digest.sha256(file.bytes).utf8
        bytes.append(0)
      }
    }
    return Digest.sha256(bytes)
  }
}

/// What a rule is called, how grave it is and what it rests on.
public struct RuleSummary: Sendable, Hashable {
  public let id: String
  public let severity: Severity
  public let title: String
  public let basis: String
  public let file: String
  public let line: Int
  /// The editions of the form that it speaks of; empty when it speaks of all.
  public let editions: [String]
  /// Of which reports it speaks, in words, all of which must hold; empty when it speaks of all.
  public let applies: [String]

  init(_ rule: CheckedRule) {
    self.id = rule.id
    self.severity = Severity(rawValue: rule.severity) ?? .error
    self.title = rule.title
    self.basis = rule.basis
    self.file = rule.file
    self.line = rule.line
    self.editions = rule.editions ?? []
    self.applies = rule.applies
  }
}
