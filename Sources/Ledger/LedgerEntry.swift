public import Inspection

/// A file whose inspection is to be recorded.
public struct LedgerEntry: Sendable {
  /// One report of the file: what was found, and what later reports are compared with.
  public struct Report: Sendable {
    public let inspection: Inspection
    public let record: ReportRecord?

    public init(_ inspection: Inspection, record: ReportRecord?) {
      self.inspection = inspection
      self.record = record
    }
  }

  public let arrival: Arrival
  /// Of the file as it came, when its reports are the members of an archive; nil when it is the report.
  public let container: String?
  /// Never empty.
  public let reports: [Report]
  public let rules: RulesInForce
  /// Milliseconds since 1970.
  public let inspectedAt: Int64
  /// Whether this was known before the ledger was lost: it is recorded anew, and said in brief.
  public let isRecovered: Bool

  public init(
    _ reports: [Report], of arrival: Arrival, container: String? = nil, rules: RulesInForce,
    inspectedAt: Int64, isRecovered: Bool = false
  ) {
    self.arrival = arrival
    self.container = container
    self.reports = reports
    self.rules = rules
    self.inspectedAt = inspectedAt
    self.isRecovered = isRecovered
  }
}

/// A file as the ledger has it.
public struct RecordedFile: Sendable, Hashable {
  public let arrival: Arrival
  /// In the order of the reports in the file.
  public let inspections: [RecordedInspection]

  /// Of the file as a whole: the folder that it belongs into.
  public var verdict: Verdict { Verdict.ofFile(inspections.map(\.inspection.verdict)) }
}

/// An inspection as the ledger has it.
public struct RecordedInspection: Sendable, Hashable {
  /// Grows with every inspection.
  public let id: Int64
  public let arrival: Arrival
  /// Of a duplicate: the verdict of the first one, without its findings.
  public let inspection: Inspection
  public let rules: RulesInForce
  /// Milliseconds since 1970.
  public let inspectedAt: Int64
  /// The name under which the same bytes came before, when they were inspected by the same rules.
  public let duplicateOf: String?
  /// When a report was inspected again: what the earlier inspection said.
  public let again: Again?
  /// Whether it was recorded anew after the ledger was lost.
  public let isRecovered: Bool

  /// What became of an earlier inspection.
  public struct Again: Sendable, Hashable {
    public let reason: DueReason
    public let verdict: Verdict
    /// What it found: only what is not among it is news.
    public let findings: [Finding]
  }

  /// Findings that were never said before.
  public var news: [Finding] {
    if isRecovered { return [] }
    guard let again else { return inspection.findings }
    let old = Set(again.findings.map(FindingIdentity.init))
    return inspection.findings.filter { !old.contains(FindingIdentity($0)) }
  }

  /// Findings of the earlier inspection that hold no more.
  public var settled: [Finding] {
    guard let again else { return [] }
    let new = Set(inspection.findings.map(FindingIdentity.init))
    return again.findings.filter { !new.contains(FindingIdentity($0)) }
  }
}

/// What makes a finding another one to who reads it.
struct FindingIdentity: Hashable {
  let id: String
  let outcome: Finding.Outcome
  let message: String
  let isWaived: Bool

  init(_ finding: Finding) {
    self.id = finding.id
    self.outcome = finding.outcome
    self.message = finding.message
    self.isWaived = finding.waived != nil
  }
}

/// What the ledger holds altogether.
public struct LedgerTotals: Sendable, Hashable {
  public let reports: Int
  /// Rules that failed and were not waived, by the last inspection of each report; what could not be assessed
  /// is not counted.
  public let findings: Int
  /// Inspections that the journal has not been told yet.
  public let unpublished: Int
}
