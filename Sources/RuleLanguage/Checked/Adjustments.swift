import Diagnostics

/// A rule that a site does without.
public struct DisabledRule: Sendable, Hashable {
  public let rule: String
  public let reason: String
  public let file: String
  /// 1-based.
  public let line: Int
}

/// A failure that a site has said it knows of: still recorded, no longer held against the report.
public struct Waiver: Sendable {
  public let rule: String
  /// Nil for every agency.
  public let agency: String?
  /// Nil for every year.
  public let year: Int?
  /// The last day on which it holds; nil when it has no end.
  public let until: WaiverDate?
  public let reason: String
  public let file: String
  /// 1-based.
  public let line: Int
  let span: SourceSpan
  let source: SourceText

  /// What to say of it once it has ended.
  public func expiryWarning(today: WaiverDate) -> FileDiagnostic? {
    guard let until, until < today else { return nil }
    let reporter = Reporter(file: file, source: source)
    reporter.warning(
      .expiredWaiver, "这条豁免已于 \(until) 到期，不再起作用", at: span, help: "需要就改日期并重新说明理由，不需要就删去")
    return reporter.finished.first
  }

  /// Whether it still holds; without a date it does.
  public func holds(today: WaiverDate?) -> Bool {
    guard let until, let today else { return true }
    return today <= until
  }
}

/// A day of the calendar.
public struct WaiverDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= days[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2026-12-31`
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
    self.init(year: year, month: month, day: day)
  }

  public static func < (left: WaiverDate, right: WaiverDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  public var description: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
