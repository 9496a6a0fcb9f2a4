import Reports
import RuleLanguage

extension ReportSchema {
  /// Closed sets of names that fields hold: a misspelt one does not load.
  static let nameSets = [
    NameSet("level", "层级", AgencyKind.Level.allCases.map(entry)),
    NameSet("body", "类别", AgencyKind.Body.allCases.map(entry)),
    NameSet("edition", "格式", Edition.allCases.map { Entry($0.rawValue) }),
    NameSet("relation", "关系", AgencyRelation.allCases.map { Entry($0.rawValue) }),
  ]

  /// What `applies agency` chooses from; `ReportFacts` gives the kinds in this order.
  static let agencySets = ["level", "body"]

  static func index(_ level: AgencyKind.Level) -> Int { AgencyKind.Level.allCases.firstIndex(of: level) ?? 0 }

  static func index(_ body: AgencyKind.Body) -> Int { AgencyKind.Body.allCases.firstIndex(of: body) ?? 0 }

  static func index(_ relation: AgencyRelation) -> Int {
    AgencyRelation.allCases.firstIndex(of: relation) ?? 0
  }

  private static func entry(_ level: AgencyKind.Level) -> Entry {
    switch level {
    case .province: Entry("province", level.rawValue, "省级")
    case .city: Entry("city", level.rawValue, "市", "市级")
    case .county: Entry("county", level.rawValue, "县级", "区县")
    case .township: Entry("township", level.rawValue, "乡", "镇", "街道")
    }
  }

  private static func entry(_ body: AgencyKind.Body) -> Entry {
    switch body {
    case .government: Entry("government", body.rawValue, "人民政府")
    case .office: Entry("office", body.rawValue, "政府办公室")
    case .department: Entry("department", body.rawValue)
    }
  }
}
