public import Diagnostics
public import RuleLanguage

/// What a rule says of one report.
public struct RuleResult: Sendable {
  public enum Outcome: String, Sendable, Hashable {
    case pass, fail
    case notAssessable = "not_assessable"
    case notApplicable = "not_applicable"
  }

  public let rule: CheckedRule
  /// Each thing that it looked at, in order.
  public let instances: [InstanceResult]

  /// The worst of its instances; not applicable when it found nothing to look at.
  public var outcome: Outcome {
    var outcome = Outcome.notApplicable
    for instance in instances {
      switch instance.outcome {
      case .fail: return .fail
      case .notAssessable: outcome = .notAssessable
      case .pass: if outcome == .notApplicable { outcome = .pass }
      }
    }
    return outcome
  }

  public var applied: Bool { !instances.isEmpty }
}

/// What a rule says of one thing that it looked at.
public struct InstanceResult: Sendable {
  public enum Outcome: Sendable, Hashable {
    case pass
    case fail
    /// Sorted, each once.
    case notAssessable(causes: [String])
  }

  public let outcome: Outcome
  /// The keys of what the loops stood at, divided by `/`.
  public let subject: String
  /// Empty for a pass.
  public let message: String
  public let fix: String?
  public let spans: [SourceSpan]
  /// The two sides of the comparison that decided.
  public let lhs: String?
  public let rhs: String?
}
