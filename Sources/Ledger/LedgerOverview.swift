public import Inspection

/// How the ledger stands, for `govreport status`.
public struct LedgerOverview: Sendable, Hashable {
  /// By the last inspection of each; duplicates apart.
  public let reports: Int
  public let duplicates: Int
  public let agencies: Int
  public let firstYear: Int?
  public let lastYear: Int?
  /// Milliseconds since 1970.
  public let lastInspection: Int64?
  public let verdicts: [Verdict: Int]
  /// What failed and was not waived.
  public let severities: [Severity: Int]
  /// Inspections that the journal is still to be told.
  public let unpublished: Int
  /// Reports that wait to be inspected again.
  public let due: Int
  /// By the hash of the rules, how many reports stand as these found them.
  public let rules: [String: Int]
}

/// One report of an agency's history.
public struct HistoryEntry: Sendable, Hashable {
  public let inspection: RecordedInspection
  /// Nil for a duplicate, and for what was inspected by a version that kept no figures.
  public let record: ReportRecord?
}
