/// Why a report is to be inspected again.
public enum DueReason: String, Sendable, Hashable, CaseIterable {
  /// The report of the year before it came, or another publication of that.
  case history
  /// Somebody asked for it.
  case asked
  /// Its rules may have changed since; where they did not, nothing is done.
  case rules
  /// It was inspected again already, and its file is still to be moved to the folder of the new verdict.
  case move
}

/// A report that is to be inspected again.
public struct DueInspection: Sendable, Hashable {
  public let reason: DueReason
  /// The inspection that stands so far.
  public let inspection: RecordedInspection
  /// Of the archive that the report is a member of.
  public let container: String?
}
