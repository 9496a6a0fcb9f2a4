import Diagnostics

extension FolderChecker {
  /// Every part left out by itself. The indices of patterns, lists and claims are those of the whole folder:
  /// a variant runs in its interpreter.
  func variants() -> [RuleVariant] {
    let (sources, checked) = checkSources()
    guard case .success(let rules) = checked else { return [] }
    return sources.flatMap { source in
      source.tree.rules.flatMap { rule in
        rules.rules.contains { $0.id == rule.id.text && $0.file == source.file.name }
          ? variants(rule, source) : []
      }
    } + claimVariants(rules)
  }

  private func variants(_ rule: RuleTree, _ source: Source) -> [RuleVariant] {
    rule.reductions.compactMap { reduction in
      // What is doubtful in a rule with a part left out is no fault of its author's.
      let scratch = Reporter(file: source.file.name, source: source.reporter.source)
      let checked = RuleChecker(names, scratch, reduction.tree, file: source.file.name).check()
      return checked.map {
        variant(
          $0, rule.id.text, reduction.part, reduction.removed, source)
      }
    }
  }

  private func claimVariants(_ rules: CheckedRules) -> [RuleVariant] {
    let patterns = rules.claims.filter { $0.sources.count > 1 }.flatMap { claim in
      claim.sources.map { (claim.name, $0.origin, RuleVariant.Part.pattern) }
    }
    let scopes = rules.claims.flatMap { claim in
      claim.scopes.map { (claim.name, $0.origin, RuleVariant.Part.scope) }
    }
    // A part that several claims share is left out of all of them.
    var seen: Set<CheckedClaim.Origin> = []
    return (patterns + scopes).filter { seen.insert($0.1).inserted }.map { name, origin, part in
      RuleVariant(
        rule: nil, claims: rules.claims.map { $0.without(origin) }, name: name, part: part,
        text: origin.text.onOneLine, file: origin.file, line: origin.line)
    }
  }

  private func variant(
    _ rule: CheckedRule, _ name: String, _ part: RuleVariant.Part,
    _ removed: SourceSpan, _ source: Source
  ) -> RuleVariant {
    let text = source.reporter.source.text(removed)
    return RuleVariant(
      rule: rule, claims: nil, name: name, part: part, text: text.onOneLine, file: source.file.name,
      line: source.reporter.source.line(at: removed.lower))
  }
}

extension CheckedClaim {
  fileprivate func without(_ origin: Origin) -> CheckedClaim {
    CheckedClaim(
      name: name, type: type, unit: unit, source: source, scale: scale,
      sources: sources.filter { $0.origin != origin }, scopes: scopes.filter { $0.origin != origin })
  }
}
