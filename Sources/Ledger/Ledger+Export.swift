internal import GRDB
public import Inspection

/// One inspection with all that the ledger holds of it.
public struct LedgerPageEntry: Sendable, Hashable {
  public let inspection: RecordedInspection
  /// Whether no later inspection took its place.
  public let isCurrent: Bool
  /// Whether the journal was told.
  public let isPublished: Bool
  /// The inspection whose place it took.
  public let supersedes: Int64?
  /// The hash of the archive that the report came in.
  public let container: String?
  public let record: ReportRecord?
}

extension Ledger {
  /// The next inspections after one, oldest first.
  public func page(after last: Int64, limit: Int) throws(LedgerFailure) -> [LedgerPageEntry] {
    try read { database in
      try InspectionRow.fetchAll(
        database, sql: "SELECT * FROM inspections WHERE id > ? ORDER BY id LIMIT ?", arguments: [last, limit]
      ).map { row in
        LedgerPageEntry(
          inspection: try Ledger.recorded(row, database), isCurrent: row.current, isPublished: row.published,
          supersedes: row.supersedes, container: row.container,
          record: try RecordStore(keys: keys, database: database).record(latest: row.id ?? 0))
      }
    }
  }
}
