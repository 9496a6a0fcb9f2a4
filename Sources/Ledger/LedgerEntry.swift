public import Inspection

/// An inspection that is to be recorded.
public struct LedgerEntry: Sendable {
  public let arrival: Arrival
  public let inspection: Inspection
  /// Of the rules that it was inspected by, 64 hexadecimal digits.
  public let rulesHash: String
  /// Milliseconds since 1970.
  public let inspectedAt: Int64

  public init(_ inspection: Inspection, of arrival: Arrival, rulesHash: String, inspectedAt: Int64) {
    self.arrival = arrival
    self.inspection = inspection
    self.rulesHash = rulesHash
    self.inspectedAt = inspectedAt
  }
}

/// An inspection as the ledger has it.
public struct RecordedInspection: Sendable, Hashable {
  /// Grows with every inspection.
  public let id: Int64
  public let arrival: Arrival
  /// Of a duplicate: the verdict of the first one, without its findings.
  public let inspection: Inspection
  public let rulesHash: String
  /// Milliseconds since 1970.
  public let inspectedAt: Int64
  /// The name under which the same bytes came before, when they were inspected by the same rules.
  public let duplicateOf: String?
}

/// What the ledger holds altogether.
public struct LedgerTotals: Sendable, Hashable {
  public let reports: Int
  /// Rules that failed; what could not be assessed is not counted.
  public let findings: Int
  /// Inspections that the journal has not been told yet.
  public let unpublished: Int
}
