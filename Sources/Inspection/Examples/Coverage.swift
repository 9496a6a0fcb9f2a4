import Reports
import RuleInterpreter
import RuleLanguage

/// A part of a rule or claim, and whether it ever decided anything.
public struct CoverageResult: Sendable, Hashable {
  /// The id of the rule, or the name of the claim.
  public let name: String
  public let isClaim: Bool
  /// `filter`, `alternative`, `pattern`, `clause` or `scope`.
  public let part: String
  /// As it stands in the file, on one line.
  public let text: String
  public let file: String
  public let line: Int
  public let isDecisive: Bool
}

extension RuleSet {
  /// Leaves out each part of each rule by itself, and looks whether anything then comes out otherwise over
  /// all examples and a sample of perturbed reports.
  public func coverage() -> [CoverageResult] {
    var trial = Trial(self)
    return RuleVariant.all(files, against: ReportSchema.schema).map { variant in
      CoverageResult(
        name: variant.name, isClaim: variant.rule == nil, part: variant.part.rawValue, text: variant.text,
        file: variant.file, line: variant.line, isDecisive: trial.isDecisive(variant))
    }
  }
}

/// Runs changed rules and claims against those as they stand. What these give is worked out once.
private struct Trial {
  private let rules: CheckedRules
  private let interpreter: Interpreter
  private let corpus: Corpus
  private var outcomes: [String: [[String]]] = [:]
  private var readings: [[Int]: [[ClaimReading]]] = [:]

  init(_ rules: RuleSet) {
    self.rules = rules.rules
    self.interpreter = rules.interpreter
    self.corpus = Corpus(rules)
  }

  mutating func isDecisive(_ variant: RuleVariant) -> Bool {
    if let changed = variant.rule { return isDecisive(changed) }
    guard let claims = variant.claims else { return false }
    let changed = interpreter.replacing(claims: claims)
    let indices = claims.indices.filter { !claims[$0].hasAllParts(of: rules.claims[$0]) }
    let facts = corpus.prose(for: indices.map { rules.claims[$0].name })
    let plain = readings[indices] ?? facts.map { interpreter.claims($0, of: indices) }
    readings[indices] = plain
    return zip(facts, plain).contains { $1 != changed.claims($0, of: indices) }
  }

  private mutating func isDecisive(_ changed: CheckedRule) -> Bool {
    guard let rule = rules.rules.first(where: { $0.id == changed.id }) else { return false }
    let facts = corpus.facts(for: rule.id)
    let plain = outcomes[rule.id] ?? facts.map { signature($0, rule) }
    outcomes[rule.id] = plain
    return zip(facts, plain).contains { $1 != signature($0, changed) }
  }

  /// Which things failed and what was said of them, and which could not be decided for what causes.
  private func signature(_ facts: Facts, _ rule: CheckedRule) -> [String] {
    interpreter.run(facts, rule: rule).instances.map { instance in
      "\(instance.outcome) \(instance.subject) \(instance.outcome == .fail ? instance.message : "")"
    }
  }
}

/// The reports that parts are tried on, each made once.
private struct Corpus {
  private let own: [String: [Facts]]
  private let others: [Facts]
  /// Those with prose of their own.
  private let prose: [Facts]
  /// What each rule says, by its id: which claims it looks at.
  private let sources: [String: String]

  init(_ rules: RuleSet) {
    var own: [String: [Facts]] = [:]
    for rule in rules.rules.rules {
      own[rule.id] = rule.examples.compactMap { RuleSet.facts(.of(rule), $0.changes) }
    }
    self.own = own
    self.prose = own.values.flatMap { $0 }
    self.sources = Dictionary(rules.rules.rules.map { ($0.id, $0.source) }) { first, _ in first }
    let bones = Edition.allCases.flatMap(Perturbation.all)
    // Every fifth: each cell of a table is changed in one way at least.
    let models = ModelReports()
    self.others = bones.enumerated().filter { $0.offset % 5 == 0 }.compactMap {
      let perturbation = $0.element
      return models.report(perturbation).map {
        RuleSet.facts($0, perturbation.identity, perturbation.changes)
      }
    }
  }

  /// The examples of the rules that look at claims: nobody else asks for these. All, when no rule does.
  func prose(for claims: [String]) -> [Facts] {
    let ids = sources.keys.sorted().filter { id in
      claims.contains { sources[id, default: ""].contains("claims(\($0))") }
    }
    let facts = ids.flatMap { own[$0, default: []] }
    return facts.isEmpty ? prose : facts
  }

  /// The rule's own examples first: they decide most. What only another rule's example decides has none of its own.
  func facts(for rule: String) -> [Facts] { own[rule, default: []] + others }
}
