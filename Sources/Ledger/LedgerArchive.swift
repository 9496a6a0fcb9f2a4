public import Inspection
internal import Synchronization

/// Earlier reports out of the ledger, and those of the batch in hand that are not in it yet.
///
/// A report is compared with what was known when it is inspected, in the order of inspection; one that comes
/// before its predecessor is inspected again when that has come (see `DueReason.history`).
public final class LedgerArchive: ReportArchive {
  private struct State {
    /// Not recorded yet, last first.
    var pending: [ReportRecord] = []
    var failure: LedgerFailure?
  }

  private let ledger: Ledger
  private let before: (year: Int, arrived: Int64)?
  private let state = Mutex(State())

  public convenience init(_ ledger: Ledger) { self.init(ledger, arrived: nil, year: nil) }

  /// - Parameters:
  ///   - arrived: where the report itself stands in the order of arrival: of its own year, only what came
  ///     before is an earlier publication.
  ///   - year: of the report.
  init(_ ledger: Ledger, arrived: Int64?, year: Int?) {
    self.ledger = ledger
    self.before = arrived.flatMap { arrived in year.map { ($0, arrived) } }
  }

  /// Adds what was inspected and is still to be recorded.
  public func add(_ record: ReportRecord) { state.withLock { $0.pending.insert(record, at: 0) } }

  public func records(agency: String) -> [ReportRecord] {
    let pending = state.withLock { $0.pending.filter { $0.agency == agency } }
    do throws(LedgerFailure) {
      return pending + (try ledger.records(agency: agency, before: before))
    } catch {
      state.withLock { $0.failure = error }
      return pending
    }
  }

  /// What kept it from being asked: an inspection that it was needed for says nothing, and must not be recorded.
  public func takeFailure() -> LedgerFailure? {
    state.withLock { state in
      defer { state.failure = nil }
      return state.failure
    }
  }
}

extension Ledger {
  func records(
    agency: String, before: (year: Int, arrived: Int64)?
  ) throws(LedgerFailure) -> [ReportRecord] {
    try look { try RecordStore(keys: keys, database: $0).records(agency: agency, before: before) }
  }

  /// The reports of an agency, of all years, last first.
  public func records(agency: String) throws(LedgerFailure) -> [ReportRecord] {
    try read { try RecordStore(keys: keys, database: $0).records(agency: agency, before: nil) }
  }
}
