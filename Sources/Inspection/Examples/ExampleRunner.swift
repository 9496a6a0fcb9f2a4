import Reports
import RuleInterpreter
import RuleLanguage

/// What came of one example of a rule.
public struct ExampleResult: Sendable, Hashable {
  public let rule: String
  /// The rule's file and line.
  public let file: String
  public let line: Int
  /// Which of the rule's examples, from 1.
  public let number: Int
  /// What it changes, as its author wrote it; empty when it changes nothing.
  public let changes: String
  /// What the example says: `pass`, `fail` or `unknown`.
  public let expected: String
  /// What the rule said: an outcome, with the message of what failed.
  public let came: String
  public let isAsExpected: Bool
}

extension RuleSet {
  /// Runs every example of every rule against a consistent report with the example's changes.
  public func examples() -> [ExampleResult] {
    rules.rules.flatMap { examples(of: $0) }
  }

  func examples(of rule: CheckedRule) -> [ExampleResult] {
    rule.examples.enumerated().map { index, example in result(rule, example, number: index + 1) }
  }

  private func result(_ rule: CheckedRule, _ example: RuleExample, number: Int) -> ExampleResult {
    let facts = Self.facts(.of(rule), example.changes)
    let result = facts.map { interpreter.run($0, rule: rule) }
    return ExampleResult(
      rule: rule.id, file: rule.file, line: rule.line, number: number, changes: example.source,
      expected: example.kind.rawValue,
      came: Self.words(result), isAsExpected: Self.agrees(example.kind, result?.outcome))
  }

  /// The consistent report with some changes; nil when it cannot be read so.
  static func facts(_ identity: ModelIdentity, _ changes: [RuleExample.Change]) -> Facts? {
    let identity = identity.following(changes)
    return ModelReport(identity, changes).read().map { facts($0, identity, changes) }
  }

  static func facts(_ report: Report, _ identity: ModelIdentity, _ changes: [RuleExample.Change]) -> Facts {
    let archive = ModelArchive(identity, changes)
    var facts = ReportFacts.facts(report, file: "")
    facts.archive = { archive.answer($0) }
    return facts
  }

  /// A rule that finds nothing to look at raises no alarm: that is what a passing example asks for.
  private static func agrees(_ kind: RuleExample.Kind, _ outcome: RuleResult.Outcome?) -> Bool {
    switch kind {
    case .pass: outcome == .pass || outcome == .notApplicable
    case .fail: outcome == .fail
    case .unknown: outcome == .notAssessable
    }
  }

  private static func words(_ result: RuleResult?) -> String {
    guard let result else { return "无法读出示例报告" }
    let messages = result.instances.filter { $0.outcome != .pass }.map(\.message)
    return ([result.outcome.rawValue] + messages.prefix(3)).joined(separator: "：")
  }
}
