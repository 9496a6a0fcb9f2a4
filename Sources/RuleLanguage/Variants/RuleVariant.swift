import Diagnostics

/// A rule, or a claim, with one part of it left out: when nothing then comes out otherwise on any report that
/// was tried, the part has never decided anything.
public struct RuleVariant: Sendable {
  /// What was left out.
  public enum Part: String, Sendable, Hashable {
    /// A `where`.
    case filter
    /// One side of an `and`, `or` or `else`.
    case alternative
    /// One of several patterns.
    case pattern
    /// One of several checks of a rule.
    case clause
    /// A `scope` of a claim.
    case scope
  }

  /// The rule that is changed; nil when a claim is, which any rule may use.
  public let rule: CheckedRule?
  /// All claims, one of them changed; nil when a rule is.
  public let claims: [CheckedClaim]?
  /// The id of the rule, or the name of the claim.
  public let name: String
  public let part: Part
  /// What was left out, as it stands in the file, on one line.
  public let text: String
  public let file: String
  /// 1-based.
  public let line: Int

  /// Every part of every rule and claim of a folder that has been checked, left out by itself.
  public static func all(_ files: [RuleFile], against schema: Schema) -> [RuleVariant] {
    FolderChecker(files, schema).variants()
  }
}

/// A tree with one part left out.
struct Reduction<Tree> {
  let tree: Tree
  let part: RuleVariant.Part
  let removed: SourceSpan
}
