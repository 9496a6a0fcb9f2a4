import RuleLanguage

/// A rule that a site does without, and why.
public struct DisabledRuleSummary: Sendable, Hashable {
  public let rule: String
  public let reason: String
  public let file: String
  public let line: Int

  init(_ rule: DisabledRule) {
    self.rule = rule.rule
    self.reason = rule.reason
    self.file = rule.file
    self.line = rule.line
  }
}

/// A day of the calendar, handed in by who has a clock.
public struct CalendarDate: Sendable, Hashable {
  let date: WaiverDate

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard let date = WaiverDate(year: year, month: month, day: day) else { return nil }
    self.date = date
  }
}

extension RuleSet {
  /// Waivers that ended before a day, ready to print: they no longer hold.
  public func expiredWaivers(today: CalendarDate) -> [String] {
    rules.waivers.compactMap { $0.expiryWarning(today: today.date)?.rendered }
  }

  /// By rule, the reason of the waiver that covers a report.
  func waived(agency: String?, year: Int?, today: CalendarDate?) -> [String: String] {
    let covering = rules.waivers.filter { waiver in
      waiver.holds(today: today?.date) && waiver.year ?? year == year
        && (waiver.agency == nil || waiver.agency.map(Self.bare) == agency.map(Self.bare))
    }
    return Dictionary(covering.map { ($0.rule, $0.reason) }) { first, _ in first }
  }

  /// 云溪县人民政府 and 云溪县 are one, and so are 县人民政府办公室 and 县政府办公室.
  private static func bare(_ agency: String) -> String {
    let name = agency.hasSuffix("人民政府") ? String(agency.dropLast(4)) : agency
    return name.replacing("人民政府", with: "政府")
  }
}
