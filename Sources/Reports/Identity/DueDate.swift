/// The last day on which an annual report may be published.
public enum DueDate {
  /// 条例第四十九条 has departments publish by 31 January and governments by 31 March; 国办公开办函〔2021〕30号
  /// has the reports of 2021 on come earlier from counties and cities, which others sum up. Nil when the
  /// name does not tell what is asked of the agency, and the latest day where the tier is not known.
  public static func month(_ kind: AgencyKind, _ edition: Edition) -> (month: Int, day: Int)? {
    guard let body = kind.body else { return nil }
    if body == .department || kind.level == .township { return (1, 31) }
    guard edition == .form2021 else { return (3, 31) }
    if body == .office { return (1, 31) }
    switch kind.level {
    case .county: return (2, 20)
    case .city: return (3, 10)
    case .township: return (1, 31)
    case .province, nil: return (3, 31)
    }
  }
}
