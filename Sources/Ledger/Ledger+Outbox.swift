internal import GRDB

/// The outbox: inspections that the journal has not been told. It is said at least once; each finding's
/// id tells a repeat.
extension Ledger {
  /// The oldest that are not published yet.
  public func unpublished(limit: Int) throws(LedgerFailure) -> [RecordedInspection] {
    try read { database in
      try InspectionRow
        .filter(sql: "published = 0")
        .order(Column("id"))
        .limit(limit)
        .fetchAll(database)
        .map { try Ledger.recorded($0, database) }
    }
  }

  public func markPublished(_ ids: [Int64]) throws(LedgerFailure) {
    try write { database in
      for id in ids {
        let statement = try database.cachedStatement(
          sql: "UPDATE inspections SET published = 1 WHERE id = ?")
        try statement.execute(arguments: [id])
      }
    }
  }
}
