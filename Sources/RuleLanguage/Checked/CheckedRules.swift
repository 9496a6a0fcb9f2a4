/// A folder of rules in which every name is known and every type is right. Only the checker makes one.
public struct CheckedRules: Sendable {
  /// In the order of files and lines.
  public private(set) var rules: [CheckedRule]
  /// The kinds of claims that are looked for in prose.
  public private(set) var claims: [CheckedClaim]
  public let packs: [Pack]
  /// Rules that a site does without, in the order of files and lines.
  public let disabled: [DisabledRule]
  /// Failures that a site has said it knows of.
  public let waivers: [Waiver]
  /// What is doubtful but does not stop the rules from being used.
  public let warnings: [FileDiagnostic]

  package let schema: Schema
  package let patterns: [Pattern]
  /// What is told of each pattern, by the same index; only needed to make an interpreter.
  package private(set) var outlines: [PatternOutline]
  package let lists: [WordList]
  /// The patterns that search each global text as a whole, by the global's index.
  package let searches: [Int: [Int]]

  /// A named and versioned file of rules.
  public struct Pack: Sendable, Hashable {
    public let name: String
    public let version: String?
    public let file: String
  }

  /// Only what variants made of these very claims may take their places.
  package func replacing(claims: [CheckedClaim]) -> CheckedRules {
    var changed = self
    changed.claims = claims
    return changed
  }

  /// The same without what no report is inspected by: examples, statements as their authors wrote them, and what the
  /// interpreter has made its own of by now.
  package func withoutWords() -> CheckedRules {
    var bare = self
    bare.rules = rules.map { $0.withoutWords() }
    bare.claims = claims.map { $0.withoutWords() }
    bare.outlines = []
    return bare
  }

  /// Checks all files as one generation: rules, and the word lists that they name.
  public static func check(_ files: [RuleFile], against schema: Schema) -> Result<CheckedRules, RuleErrors> {
    FolderChecker(files, schema).check()
  }
}

/// Words that are looked for all at once.
package struct WordList: Sendable {
  package let name: String
  /// Folded as texts are; none empty.
  package let terms: [[UInt8]]
}
