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
    } + claimVariants(sources, rules)
  }

  private func variants(_ rule: RuleTree, _ source: Source) -> [RuleVariant] {
    rule.reductions.compactMap { reduction in
      // What is doubtful in a rule with a part left out is no fault of its author's.
      let scratch = Reporter(file: source.file.name, source: source.reporter.source)
      let checked = RuleChecker(names, scratch, reduction.tree, file: source.file.name).check()
      return checked.map {
        variant(
          $0, nil, rule.id.text, reduction.part, reduction.removed, source)
      }
    }
  }

  private func claimVariants(_ sources: [Source], _ rules: CheckedRules) -> [RuleVariant] {
    sources.flatMap { source in
      source.tree.claims.flatMap { tree -> [RuleVariant] in
        guard let index = rules.claims.firstIndex(where: { $0.name == tree.name.text }) else { return [] }
        return patternVariants(of: tree, at: index, rules, source)
      }
    } + scopeVariants(rules)
  }

  private func patternVariants(
    of tree: ClaimTree, at index: Int, _ rules: CheckedRules, _ source: Source
  ) -> [RuleVariant] {
    guard tree.sources.count > 1 else { return [] }
    let claim = rules.claims[index]
    return tree.sources.indices.map { part in
      variant(
        nil, replacing(rules.claims, index, claim.without(source: part)), claim.name, .pattern,
        tree.sources[part].pattern.content, source)
    }
  }

  /// A scope that several claims share is left out of all of them.
  private func scopeVariants(_ rules: CheckedRules) -> [RuleVariant] {
    var seen: Set<CheckedClaim.Origin> = []
    return rules.claims.flatMap { claim in
      claim.scopes.map(\.origin).filter { seen.insert($0).inserted }.map { origin in
        RuleVariant(
          rule: nil, claims: rules.claims.map { $0.without(scope: origin) }, name: claim.name, part: .scope,
          text: Self.oneLine(origin.text), file: origin.file, line: origin.line)
      }
    }
  }

  private func replacing(_ claims: [CheckedClaim], _ index: Int, _ claim: CheckedClaim) -> [CheckedClaim] {
    var claims = claims
    claims[index] = claim
    return claims
  }

  private func variant(
    _ rule: CheckedRule?, _ claims: [CheckedClaim]?, _ name: String, _ part: RuleVariant.Part,
    _ removed: SourceSpan, _ source: Source
  ) -> RuleVariant {
    let text = source.reporter.source.text(removed)
    return RuleVariant(
      rule: rule, claims: claims, name: name, part: part,
      text: Self.oneLine(text), file: source.file.name,
      line: source.reporter.source.line(at: removed.lower))
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension CheckedClaim {
  fileprivate func without(source index: Int) -> CheckedClaim {
    var fewer = sources
    fewer.remove(at: index)
    return CheckedClaim(
      name: name, type: type, unit: unit, source: source, scale: scale, sources: fewer, scopes: scopes)
  }

  fileprivate func without(scope origin: Origin) -> CheckedClaim {
    CheckedClaim(
      name: name, type: type, unit: unit, source: source, scale: scale, sources: sources,
      scopes: scopes.filter { $0.origin != origin })
  }
}
