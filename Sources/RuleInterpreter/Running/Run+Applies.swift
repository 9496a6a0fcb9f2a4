import RuleLanguage

extension Run {
  /// Nothing when the rule does not speak of this report. When that is not known, what passes passes either
  /// way, and what fails is not assessable.
  func results(of rule: CheckedRule) -> [InstanceResult] {
    switch applies(rule.applicability) {
    case .no: return []
    case .yes: doubt = nil
    case .unknown(let causes): doubt = causes
    }
    return instances(of: rule)
  }

  private func applies(_ scope: Applicability) -> Truth {
    edition(scope).and(year(scope)).and(agency(scope))
  }

  private func edition(_ scope: Applicability) -> Truth {
    guard let editions = scope.editions else { return .yes }
    return Truth(facts.edition.map { editions.contains($0) } ?? false)
  }

  private func year(_ scope: Applicability) -> Truth {
    if scope.years.isEmpty { return .yes }
    return facts.year.map { Truth(scope.holds(year: $0)) } ?? .unknown(.yearUnknown)
  }

  private func agency(_ scope: Applicability) -> Truth {
    scope.agencies.indices.reduce(.yes) { truth, set in truth.and(kind(set, scope.agencies[set])) }
  }

  private func kind(_ set: Int, _ wanted: [Int]?) -> Truth {
    guard let wanted else { return .yes }
    guard facts.agencyKinds.indices.contains(set), let kind = facts.agencyKinds[set] else {
      return .unknown(.agencyKindUnknown)
    }
    return Truth(wanted.contains(kind))
  }
}
