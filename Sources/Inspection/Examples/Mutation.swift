import Reports
import RuleInterpreter
import RuleLanguage

/// Whether one rule was shown able to fail.
public struct MutationResult: Sendable, Hashable {
  /// How it was shown.
  public enum Witness: String, Sendable, Hashable {
    /// Something small that was done to the consistent report without a thought of the rule.
    case perturbation
    /// A failing example of some rule.
    case example
  }

  public let rule: String
  public let severity: Severity
  public let title: String
  public let file: String
  public let line: Int
  /// Nil when nothing made it fail.
  public let witness: Witness?
  /// What made it fail, in words; empty when nothing did.
  public let how: String
}

/// What came of perturbing the consistent report.
public struct MutationReport: Sendable, Hashable {
  /// An alarm that was raised where nothing is wrong.
  public struct FalseAlarm: Sendable, Hashable {
    public let rule: String
    public let edition: String
    public let message: String
  }

  /// In the order of the rules.
  public let results: [MutationResult]
  /// Rules of severity warning or above that fail on the report as it stands.
  public let falseAlarms: [FalseAlarm]
  /// How many perturbed reports the rules were run over.
  public let perturbations: Int

  public var rulesAbleToFail: Int { results.count { $0.witness != nil } }
  public var isComplete: Bool { rulesAbleToFail == results.count && falseAlarms.isEmpty }
}

extension RuleSet {
  /// Perturbs the consistent report of either edition until every rule has failed at least once.
  public func mutate() -> MutationReport {
    var mutation = Mutation(self)
    mutation.perturb(Edition.allCases.flatMap(Perturbation.all), as: .perturbation)
    mutation.perturb(failingExamples, as: .example)
    return MutationReport(
      results: mutation.results, falseAlarms: falseAlarms, perturbations: mutation.count)
  }

  private var failingExamples: [Perturbation] {
    rules.rules.flatMap { rule in
      rule.examples.enumerated().filter { $0.element.kind == .fail }.map { index, example in
        Perturbation(
          identity: .of(rule), changes: example.changes, words: "\(rule.id) 的示例 \(index + 1)")
      }
    }
  }

  private var falseAlarms: [MutationReport.FalseAlarm] {
    Edition.allCases.flatMap { edition in
      (Self.facts(.standard(edition), []).map(interpreter.run) ?? []).filter { result in
        result.outcome == .fail && Severity(rawValue: result.rule.severity) ?? .error >= .warning
      }.map { result in
        MutationReport.FalseAlarm(
          rule: result.rule.id, edition: edition.rawValue,
          message: result.instances.first { $0.outcome == .fail }?.message ?? "")
      }
    }
  }
}

/// Keeps, for each rule, what first made it fail.
private struct Mutation {
  private let rules: RuleSet
  private let models = ModelReports()
  /// What fails on the report as it stands is not made to fail by a change of it.
  private let failing: [Edition: Set<String>]
  private var shown: [String: (MutationResult.Witness, String)] = [:]
  private(set) var count = 0

  init(_ rules: RuleSet) {
    self.rules = rules
    let ids = Set(rules.summaries.map(\.id))
    self.failing = Dictionary(
      uniqueKeysWithValues: models.unchanged.map { edition, report in
        (edition, rules.failures(on: report, .standard(edition), [], only: ids))
      })
  }

  mutating func perturb(_ perturbations: [Perturbation], as witness: MutationResult.Witness) {
    for perturbation in perturbations {
      let wanted = open(perturbation.identity.edition)
      guard !wanted.isEmpty, let report = models.report(perturbation) else { continue }
      count += 1
      let failures = rules.failures(on: report, perturbation.identity, perturbation.changes, only: wanted)
      for rule in failures { shown[rule] = (witness, perturbation.words) }
    }
  }

  /// The rules that are still to be shown able to fail in an edition.
  private func open(_ edition: Edition) -> Set<String> {
    let all = rules.summaries.lazy.map(\.id)
    return Set(all.filter { shown[$0] == nil && failing[edition]?.contains($0) != true })
  }

  var results: [MutationResult] {
    rules.summaries.map { rule in
      MutationResult(
        rule: rule.id, severity: rule.severity, title: rule.title, file: rule.file, line: rule.line,
        witness: shown[rule.id]?.0, how: shown[rule.id]?.1 ?? "")
    }
  }
}

extension RuleSet {
  fileprivate func failures(
    on report: Report, _ identity: ModelIdentity, _ changes: [RuleExample.Change], only ids: Set<String>
  ) -> Set<String> {
    let results = interpreter.run(Self.facts(report, identity, changes), only: ids)
    return Set(results.filter { $0.outcome == .fail }.map(\.rule.id))
  }
}
