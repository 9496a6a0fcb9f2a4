public import RuleLanguage

/// Runs checked rules over the facts of reports. One interpreter serves any number of threads.
public struct Interpreter: Sendable {
  public private(set) var rules: CheckedRules
  /// Functions of the schema that were given no body; a rule that calls one is never assessable.
  public let functionsWithoutBody: [String]

  let bodies: [(@Sendable ([Value]) -> Value)?]
  let automata: [WordAutomaton]
  /// By the index of a global text: the patterns that search it, and the gate that tries them all at once.
  let searches: [Int: TextSearch]
  /// Tries at once all patterns that tell the scopes of claims.
  let scopes: TextSearch
  let causeTitles: [String: String]
  private let layouts: [String: Layout]
  private let layoutOfUnknown: Layout

  /// Shared, since an interpreter is handed about by value.
  final class TextSearch: Sendable {
    let gate: PatternGate
    /// The position of a pattern in the gate.
    let positions: [Int: Int]

    init(_ patterns: [Int], of rules: CheckedRules) {
      gate = PatternGate(patterns.map { rules.outlines[$0] })
      positions = Dictionary(uniqueKeysWithValues: zip(patterns, patterns.indices))
    }
  }

  public init(_ rules: CheckedRules, functions: [FunctionBody]) {
    self.rules = rules
    let signatures = rules.schema.functions
    bodies = signatures.map { signature in functions.first { signature.names.contains($0.name) }?.body }
    functionsWithoutBody = zip(signatures, bodies).compactMap { $1 == nil ? $0.names.first : nil }
    automata = rules.lists.map { WordAutomaton($0.terms) }
    searches = rules.searches.mapValues { TextSearch($0, of: rules) }
    let marks = Set(rules.claims.flatMap(\.scopes).compactMap(\.condition.pattern))
    scopes = TextSearch(marks.sorted(), of: rules)
    let schema = rules.schema
    layouts = Dictionary(
      schema.editions.map { ($0, Layout(schema, edition: $0)) }, uniquingKeysWith: { first, _ in first })
    layoutOfUnknown = Layout(schema, edition: nil)
    causeTitles = Dictionary(rules.schema.causes.map { ($0.key, $0.title) }) { first, _ in first }
  }

  /// Every rule, in the order of the files.
  public func run(_ facts: Facts) -> [RuleResult] { results(Run(self, facts)) }

  /// Some rules, by their ids, in the order of the files.
  public func run(_ facts: Facts, only ids: Set<String>) -> [RuleResult] {
    let run = Run(self, facts)
    return rules.rules.filter { ids.contains($0.id) }.map { result(of: $0, run) }
  }

  /// One rule, which may be a variant of one of the interpreter's own.
  public func run(_ facts: Facts, rule: CheckedRule) -> RuleResult { result(of: rule, Run(self, facts)) }

  /// The steps of the clause that takes most on a report: never many more than `CostBound.most`.
  package func mostWork(_ facts: Facts) -> Int {
    let run = Run(self, facts)
    _ = results(run)
    return run.mostWork
  }

  /// The same interpreter with claims changed, each in its place.
  public func replacing(claims: [CheckedClaim]) -> Interpreter {
    replacing(rules: rules.replacing(claims: claims))
  }

  /// The same interpreter with a variant of its own rules: the patterns and lists are the same.
  package func replacing(rules: CheckedRules) -> Interpreter {
    var changed = self
    changed.rules = rules
    return changed
  }

  /// Every claim of the rule files that the prose makes, in the order of the claims and then of the text.
  public func claims(_ facts: Facts) -> [ClaimReading] { readings(Run(self, facts)) }

  /// Those of some of the claims only, by their indices: what others say is not looked for.
  package func claims(_ facts: Facts, of indices: [Int]) -> [ClaimReading] {
    let run = Run(self, facts)
    return indices.flatMap { run.claims($0).map { run.reading($0) } }
  }

  /// Both at once, for the price of reading the prose once.
  public func runReadingClaims(_ facts: Facts) -> (results: [RuleResult], claims: [ClaimReading]) {
    let run = Run(self, facts)
    return (results(run), readings(run))
  }

  func layout(_ edition: String?) -> Layout { edition.flatMap { layouts[$0] } ?? layoutOfUnknown }

  private func results(_ run: Run) -> [RuleResult] {
    rules.rules.map { result(of: $0, run) }
  }

  private func result(of rule: CheckedRule, _ run: Run) -> RuleResult {
    RuleResult(rule: rule, instances: run.results(of: rule))
  }

  private func readings(_ run: Run) -> [ClaimReading] {
    rules.claims.indices.flatMap { run.claims($0).map { run.reading($0) } }
  }
}
