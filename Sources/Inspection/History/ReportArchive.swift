/// Earlier reports, for rules that compare a report with them.
public protocol ReportArchive: Sendable {
  /// The reports of an agency, of all years, those inspected last first. Two reports of one year are two
  /// publications.
  func records(agency: String) -> [ReportRecord]
}
