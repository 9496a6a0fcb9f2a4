import RuleLanguage

/// What two generations of rules have different, for who reloads them.
public struct RuleChanges: Sendable, Hashable {
  public var added: [String] = []
  /// Gone or disabled.
  public var removed: [String] = []
  /// The same id, other statements.
  public var changed: [String] = []
  /// The same rule, as grave as it was not: `t3-balance 错误→警告`.
  public var regraded: [String] = []
  /// Word lists and claims, by their names.
  public var lists: [String] = []
  public var claims: [String] = []
  /// Whether other failures are waived.
  public var hasOtherWaivers = false

  public init(from old: RuleSet, to new: RuleSet) {
    let (before, after) = (Self.byID(old), Self.byID(new))
    added = new.summaries.map(\.id).filter { before[$0] == nil }
    removed = old.summaries.map(\.id).filter { after[$0] == nil }
    let kept = new.rules.rules.compactMap { rule in before[rule.id].map { ($0, rule) } }
    changed = kept.map(\.1.id).filter { old.ruleTexts[$0] != new.ruleTexts[$0] }
    regraded = kept.filter { $0.severity != $1.severity }.map { old, new in
      "\(new.id) \(Self.title(old.severity))→\(Self.title(new.severity))"
    }
    lists = Self.differing(
      old.rules.lists.map { ($0.name, $0.terms) }, new.rules.lists.map { ($0.name, $0.terms) })
    claims = Self.differing(
      old.rules.claims.map { ($0.name, old.claimTexts[$0.name]) },
      new.rules.claims.map { ($0.name, new.claimTexts[$0.name]) })
    hasOtherWaivers = Self.waivers(old) != Self.waivers(new)
  }

  /// One line of Chinese: `新增 1 条（a）；修改 2 条（b、c）`.
  public var line: String {
    let parts =
      [("新增", added), ("去掉", removed), ("修改", changed), ("调级", regraded)].filter { !$0.1.isEmpty }.map {
        "\($0.0) \($0.1.count) 条（\(Self.names($0.1))）"
      }
      + [("词表", lists), ("陈述", claims)].filter { !$0.1.isEmpty }.map { "\($0.0)有变（\(Self.names($0.1))）" }
      + (hasOtherWaivers ? ["豁免有变"] : [])
    return parts.isEmpty ? "规则内容没有变化" : parts.joined(separator: "；")
  }

  private static let mostNames = 5

  private static func names(_ all: [String]) -> String {
    all.prefix(mostNames).joined(separator: "、") + (all.count > mostNames ? " 等" : "")
  }

  private static func byID(_ set: RuleSet) -> [String: CheckedRule] {
    Dictionary(set.rules.rules.map { ($0.id, $0) }) { first, _ in first }
  }

  private static func title(_ severity: String) -> String {
    switch Severity(rawValue: severity) {
    case .info: "提示"
    case .warning: "警告"
    case .error: "错误"
    case .critical: "严重"
    case nil: severity
    }
  }

  private static func waivers(_ set: RuleSet) -> Set<[String]> {
    Set(
      set.rules.waivers.map { waiver in
        [
          waiver.rule, waiver.agency ?? "", waiver.year.map(String.init) ?? "",
          waiver.until?.description ?? "",
          waiver.reason,
        ]
      })
  }

  /// Names that only one side has, or that stand for different things.
  private static func differing<Content: Equatable>(
    _ old: [(String, Content)], _ new: [(String, Content)]
  ) -> [String] {
    let before = Dictionary(old) { first, _ in first }
    let after = Dictionary(new) { first, _ in first }
    return new.map(\.0).filter { before[$0] != after[$0] } + old.map(\.0).filter { after[$0] == nil }
  }
}
