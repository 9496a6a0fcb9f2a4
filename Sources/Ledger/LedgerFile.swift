public import Inspection

/// A file that came, be it a report or an archive of reports, and what became of it as a whole.
public struct LedgerFile: Sendable, Hashable {
  public let arrival: Arrival
  public let verdict: Verdict
  /// Of its bytes; empty where they could not be read.
  public let sha256: String
}
