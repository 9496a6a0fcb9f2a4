internal import GRDB

/// The outbox: inspections that the journal has not been told. It is said at least once; each finding's
/// id tells a repeat.
extension Ledger {
  /// The oldest that are not published yet.
  /// - Parameter last: those up to this one were said, and are still to be marked.
  public func unpublished(after last: Int64 = 0, limit: Int) throws(LedgerFailure) -> [RecordedInspection] {
    try read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT * FROM inspections WHERE published = 0 AND id > ? ORDER BY id LIMIT ?")
      return try InspectionRow.fetchAll(statement, arguments: [last, limit])
        .map { try Ledger.recorded($0, database) }
    }
  }

  /// All inspections up to this one were said.
  public func markPublished(upTo last: Int64) throws(LedgerFailure) {
    try write { database in
      let statement = try database.cachedStatement(
        sql: "UPDATE inspections SET published = 1 WHERE published = 0 AND id <= ?")
      try statement.execute(arguments: [last])
    }
  }
}
