internal import GRDB
public import Inspection

extension Ledger {
  /// Writes files, their inspections and all their findings in one transaction: all of them are durable or
  /// none is.
  ///
  /// An inspection of bytes that the same rules have seen before becomes a duplicate: recorded without
  /// findings, since they were said already. What was rejected is told anew each time. When a report comes
  /// whose successor is there already, that becomes due for another inspection.
  public func record(_ entries: [LedgerEntry]) throws(LedgerFailure) -> [RecordedFile] {
    try write { database in
      try entries.map { entry in
        RecordedFile(
          arrival: entry.arrival,
          inspections: try entry.reports.map { try insert($0, of: entry, database) })
      }
    }
  }

  /// The standing inspection of these bytes by these rules, unless it was a rejection.
  public func inspection(
    sha256: String, rules: RulesInForce
  ) throws(LedgerFailure) -> RecordedInspection? {
    try look { database in
      try Ledger.original(sha256, rules, database).map { try Ledger.recorded($0, database) }
    }
  }

  /// The verdict on this very file, recorded before a crash kept it from being moved.
  /// - Parameter sha256: of the file, be it a report or an archive of reports.
  public func verdict(of arrival: Arrival, sha256: String) throws(LedgerFailure) -> Verdict? {
    try look { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT verdict FROM inspections
          WHERE id IN (
            SELECT id FROM inspections WHERE container = :hash
            UNION ALL SELECT id FROM inspections WHERE sha256 = :hash
          ) AND inode = :inode AND modified = :modified AND current = 1
          """)
      let verdicts = try String.fetchAll(
        statement,
        arguments: [
          "hash": sha256, "inode": Int64(bitPattern: arrival.inode), "modified": arrival.modified,
        ])
      return verdicts.isEmpty ? nil : Verdict.ofFile(verdicts.compactMap(Verdict.init(rawValue:)))
    }
  }
}

extension Ledger {
  private func insert(
    _ report: LedgerEntry.Report, of entry: LedgerEntry, _ database: Database
  ) throws -> RecordedInspection {
    var row = InspectionRow(report.inspection, entry.arrival, entry.rules, at: entry.inspectedAt)
    row.container = entry.container
    row.recovered = entry.isRecovered
    if let original = try Ledger.original(report.inspection.sha256, entry.rules, database) {
      row.duplicateOf = original.id
      row.failures = 0
      row.verdict = original.verdict
      try row.insert(database)
      return try Ledger.recorded(row, database)
    }
    try row.insert(database)
    try Ledger.insert(report.inspection.findings, row.id ?? 0, database)
    if let record = report.record { try keep(record, row.id ?? 0, database) }
    return RecordedInspection(
      id: row.id ?? 0, arrival: entry.arrival, inspection: report.inspection, rules: entry.rules,
      inspectedAt: entry.inspectedAt, duplicateOf: nil, again: nil, isRecovered: entry.isRecovered)
  }

  func keep(_ record: ReportRecord, _ inspection: Int64, _ database: Database) throws {
    try RecordStore(keys: keys, database: database).keep(record, latest: inspection)
    let statement = try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO due (inspection, reason)
        SELECT latest, 'history' FROM records WHERE agency = ? AND year = ?
        ORDER BY arrived DESC LIMIT \(RecordStore.publications)
        """)
    try statement.execute(arguments: [record.agency, record.year + 1])
  }

  static func insert(_ findings: [Finding], _ inspection: Int64, _ database: Database) throws {
    for (ordinal, finding) in findings.enumerated() {
      try FindingRow(finding, inspection: inspection, ordinal: ordinal).insert(database)
    }
  }

  private static func original(
    _ sha256: String, _ rules: RulesInForce, _ database: Database
  ) throws -> InspectionRow? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT * FROM inspections
        WHERE sha256 = ? AND rules_hash = ? AND ended_waivers = ? AND engine = ?
          AND duplicate_of IS NULL AND current = 1 AND verdict <> 'rejected'
        ORDER BY id LIMIT 1
        """)
    return try InspectionRow.fetchOne(
      statement, arguments: [sha256, rules.hash, rules.endedWaivers, rules.engine])
  }

  static func recorded(_ row: InspectionRow, _ database: Database) throws -> RecordedInspection {
    let original = try row.duplicateOf.flatMap { try InspectionRow.fetchOne(database, key: $0) }
    return RecordedInspection(
      id: row.id ?? 0, arrival: row.arrival, inspection: row.inspection(try findings(row.id, database)),
      rules: row.rules, inspectedAt: row.inspectedAt, duplicateOf: original?.file,
      again: try again(row, database), isRecovered: row.recovered)
  }

  private static func again(
    _ row: InspectionRow, _ database: Database
  ) throws -> RecordedInspection.Again? {
    guard let old = try row.supersedes.flatMap({ try InspectionRow.fetchOne(database, key: $0) }) else {
      return nil
    }
    return RecordedInspection.Again(
      reason: row.reason.flatMap(DueReason.init(rawValue:)) ?? .asked, verdict: old.verdictValue,
      findings: try findings(old.id, database))
  }

  private static func findings(_ inspection: Int64?, _ database: Database) throws -> [Finding] {
    let statement = try database.cachedStatement(
      sql: "SELECT * FROM findings WHERE inspection = ? ORDER BY ordinal")
    return try FindingRow.fetchAll(statement, arguments: [inspection]).map(\.finding)
  }
}
