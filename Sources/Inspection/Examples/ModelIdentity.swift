import Reports
import RuleLanguage

/// Whose report of which year the consistent report is: such that the rule that is tried speaks of it.
struct ModelIdentity: Hashable {
  let edition: Edition
  let year: Int
  /// As a title names it.
  let agency: String

  static func standard(_ edition: Edition) -> ModelIdentity {
    ModelIdentity(edition: edition, year: edition == .form2021 ? 2023 : 2020, agency: agencies[0].title)
  }

  /// The same agency, in the edition that an example asks for.
  func following(_ changes: [RuleExample.Change]) -> ModelIdentity {
    for case .edition(let name) in changes {
      guard let edition = Edition(rawValue: name), edition != self.edition else { continue }
      return ModelIdentity(edition: edition, year: Self.standard(edition).year, agency: agency)
    }
    return self
  }

  static func of(_ rule: CheckedRule) -> ModelIdentity {
    let isOld = rule.editions == [Edition.form2019.rawValue]
    let standard = standard(isOld ? .form2019 : .form2021)
    let years = [standard.year] + (1...20).flatMap { [standard.year + $0, standard.year - $0] }
    return ModelIdentity(
      edition: standard.edition, year: years.first(where: rule.applicability.holds) ?? standard.year,
      agency: (agencies.first { speaks(rule, of: $0.name) } ?? agencies[0]).title)
  }

  private static func speaks(_ rule: CheckedRule, of agency: String) -> Bool {
    let kind = AgencyKind(agency)
    let kinds = [kind.level.map(ReportSchema.index), kind.body.map(ReportSchema.index)]
    return zip(rule.applicability.agencies, kinds).allSatisfy { wanted, kind in
      wanted.map { wanted in kind.map(wanted.contains) ?? false } ?? true
    }
  }

  /// One of each tier and kind, in the canonical form and as a title names it.
  private static let agencies: [(name: String, title: String)] = [
    ("云溪县", "云溪县人民政府"), ("云溪县石桥镇", "云溪县石桥镇人民政府"), ("云溪县水务局", "云溪县水务局"),
    ("云溪县政府办公室", "云溪县人民政府办公室"), ("云溪县石桥镇政府办公室", "云溪县石桥镇人民政府办公室"),
    ("云岭州", "云岭州人民政府"), ("云岭州水务局", "云岭州水务局"), ("云岭州政府办公室", "云岭州人民政府办公室"),
    ("江海省", "江海省人民政府"), ("江海省水利厅", "江海省水利厅"), ("江海省政府办公厅", "江海省人民政府办公厅"),
  ]
}
