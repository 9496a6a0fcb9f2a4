internal import GRDB
internal import Inspection

/// Inspecting again what was inspected before: since an earlier report came, or the rules changed.
extension Ledger {
  /// What is to be inspected again, what has waited longest first.
  public func due(limit: Int) throws(LedgerFailure) -> [DueInspection] {
    try look { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT inspections.*, due.reason AS why FROM due JOIN inspections ON id = inspection
          ORDER BY inspection LIMIT ?
          """)
      return try Row.fetchAll(statement, arguments: [limit]).map { row in
        let inspection = try InspectionRow(row: row)
        return DueInspection(
          reason: DueReason(rawValue: row["why"]) ?? .asked,
          inspection: try Ledger.recorded(inspection, database), container: inspection.container)
      }
    }
  }

  public func dueCount() throws(LedgerFailure) -> Int {
    try look { try Int.fetchOne($0, sql: "SELECT count(*) FROM due") ?? 0 }
  }

  /// Asks for inspections to be done again.
  public func ask(for ids: [Int64], because reason: DueReason) throws(LedgerFailure) {
    try write { database in
      for id in ids {
        try database.execute(
          sql: """
            INSERT INTO due (inspection, reason) SELECT id, ? FROM inspections WHERE id = ? AND current = 1
            ON CONFLICT (inspection) DO UPDATE SET reason = excluded.reason WHERE reason <> 'move'
            """, arguments: [reason.rawValue, id])
      }
    }
  }

  /// Nothing is left to do for these.
  public func settle(_ ids: [Int64]) throws(LedgerFailure) {
    guard !ids.isEmpty else { return }
    try write { database in
      for id in ids {
        try database.execute(sql: "DELETE FROM due WHERE inspection = ?", arguments: [id])
      }
    }
  }

  /// What a report that is inspected again is compared with.
  public func archive(for due: DueInspection) throws(LedgerFailure) -> LedgerArchive {
    let sha256 = due.inspection.inspection.sha256
    let arrived = try look { try RecordStore(keys: keys, database: $0).arrived(sha256) }
    return LedgerArchive(self, arrived: arrived, year: due.inspection.inspection.year)
  }

  /// Records what another inspection said, in one transaction.
  ///
  /// Where it says the same the old one stands, now by these rules. Otherwise a new one takes its place, and
  /// that of its duplicates' verdict; what is new of it goes to the outbox. Each is then due for a move, until
  /// `settle`.
  /// - Returns: the new ones, in the order of the old; nil where nothing changed.
  public func replace(
    _ again: [(old: DueInspection, report: LedgerEntry.Report)], rules: RulesInForce, at inspectedAt: Int64
  ) throws(LedgerFailure) -> [RecordedInspection?] {
    try write { database in
      try again.map { old, report in
        try replace(old, report, rules, inspectedAt, database)
      }
    }
  }
}

extension Ledger {
  private func replace(
    _ due: DueInspection, _ report: LedgerEntry.Report, _ rules: RulesInForce, _ inspectedAt: Int64,
    _ database: Database
  ) throws -> RecordedInspection? {
    let old = due.inspection
    try database.execute(sql: "DELETE FROM due WHERE inspection = ?", arguments: [old.id])
    guard !Ledger.isSame(old.inspection, report.inspection) else {
      try database.execute(
        sql: "UPDATE inspections SET rules_hash = ?, ended_waivers = ?, engine = ? WHERE id = ?",
        arguments: [rules.hash, rules.endedWaivers, rules.engine, old.id])
      try keepReading(report.record, old.id, old.rules.engine != rules.engine, database)
      return nil
    }
    var row = InspectionRow(report.inspection, old.arrival, rules, at: inspectedAt)
    row.container = due.container
    row.supersedes = old.id
    row.reason = due.reason.rawValue
    // While a lost ledger is rebuilt, the order of the years is that of the folders: nothing of it is news.
    row.recovered = try old.isRecovered && Ledger.isRebuilding(database)
    try row.insert(database)
    let id = row.id ?? 0
    try Ledger.insert(report.inspection.findings, id, database)
    try step(from: old.id, to: id, row, database)
    try keepReading(report.record, id, old.rules.engine != rules.engine, database)
    return try Ledger.recorded(row, database)
  }

  /// Another engine may read other figures: what is compared with them is due, too.
  private func keepReading(
    _ record: ReportRecord?, _ id: Int64, _ isOtherEngine: Bool, _ database: Database
  ) throws {
    guard let record else { return }
    if isOtherEngine {
      try keep(record, id, database)
    } else {
      try RecordStore(keys: keys, database: database).keep(record, latest: id)
    }
  }

  private func step(from old: Int64, to id: Int64, _ row: InspectionRow, _ database: Database) throws {
    try database.execute(sql: "UPDATE inspections SET current = 0 WHERE id = ?", arguments: [old])
    try database.execute(sql: "UPDATE records SET latest = ? WHERE latest = ?", arguments: [id, old])
    try database.execute(
      sql: "INSERT OR REPLACE INTO due (inspection, reason) VALUES (?, 'move')", arguments: [id])
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO due (inspection, reason)
        SELECT id, 'move' FROM inspections WHERE duplicate_of = ?
        """, arguments: [old])
    try database.execute(
      sql: """
        UPDATE inspections
        SET duplicate_of = ?, verdict = ?, rules_hash = ?, ended_waivers = ?, engine = ?
        WHERE duplicate_of = ?
        """,
      arguments: [id, row.verdict, row.rulesHash, row.endedWaivers, row.engine, old])
  }

  private static func isSame(_ old: Inspection, _ new: Inspection) -> Bool {
    old.verdict == new.verdict && old.rejection == new.rejection && old.agency == new.agency
      && old.year == new.year && old.assessment.cellsRead == new.assessment.cellsRead
      && Set(old.findings.map(FindingIdentity.init)) == Set(new.findings.map(FindingIdentity.init))
  }
}
