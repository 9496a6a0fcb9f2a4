/// Which official form a report follows.
public enum Edition: String, Sendable, Hashable, CaseIterable {
  /// 国办公开办函〔2019〕60号: reports for 2019 and 2020.
  case form2019 = "2019"
  /// 国办公开办函〔2021〕30号: reports for 2021 on.
  case form2021 = "2021"

  /// The edition that a report for a year has to follow.
  public init(year: Int) { self = year >= 2021 ? .form2021 : .form2019 }
}
