internal import GRDB
public import Inspection

/// What people ask of the ledger. All of it reads; a daemon may be at work meanwhile.
extension Ledger {
  public func overview() throws(LedgerFailure) -> LedgerOverview {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT count(*) FILTER (WHERE duplicate_of IS NULL), count(*) FILTER (WHERE duplicate_of IS NOT NULL),
            count(DISTINCT agency), min(year), max(year), max(inspected_at)
          FROM inspections WHERE current = 1
          """)
      return LedgerOverview(
        reports: row?[0] ?? 0, duplicates: row?[1] ?? 0, agencies: row?[2] ?? 0,
        firstYear: row?[3], lastYear: row?[4], lastInspection: row?[5],
        verdicts: try Ledger.verdicts(database), severities: try Ledger.severities(database),
        unpublished: try Int.fetchOne(
          database, sql: "SELECT count(*) FROM inspections WHERE published = 0") ?? 0,
        due: try Int.fetchOne(database, sql: "SELECT count(*) FROM due") ?? 0,
        rules: try Ledger.rulesInUse(database))
    }
  }

  /// All agencies of which there is a report, each with how many there are.
  public func agencies() throws(LedgerFailure) -> [String] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT DISTINCT agency FROM inspections WHERE agency IS NOT NULL ORDER BY agency")
    }
  }

  /// The standing inspections of an agency's reports, duplicates included, by year and then as they came.
  public func history(agency: String) throws(LedgerFailure) -> [HistoryEntry] {
    try read { database in
      try InspectionRow.fetchAll(
        database,
        sql: "SELECT * FROM inspections WHERE agency = ? AND current = 1 ORDER BY year, id",
        arguments: [agency]
      ).map { row in
        HistoryEntry(
          inspection: try Ledger.recorded(row, database),
          record: try RecordStore(keys: keys, database: database).record(latest: row.id ?? 0))
      }
    }
  }

  /// Everything about one file, by its name or by the beginning of its hash; what was replaced later, too.
  public func inspections(file: String) throws(LedgerFailure) -> [RecordedInspection] {
    try read { database in
      let rows = try InspectionRow.fetchAll(
        database, sql: "SELECT * FROM inspections WHERE file = ? ORDER BY id", arguments: [file])
      guard rows.isEmpty else { return try rows.map { try Ledger.recorded($0, database) } }
      return try InspectionRow.fetchAll(
        database,
        sql: """
          SELECT * FROM inspections
          WHERE length(:text) > 7 AND sha256 >= :text AND sha256 < :text || 'g'
            OR substr(file, -length(:text) - 1) = '/' || :text
          ORDER BY id
          """, arguments: ["text": file]
      ).map { try Ledger.recorded($0, database) }
    }
  }

  /// The inspections that made a finding, first to last, each with that finding.
  public func inspections(
    finding id: String
  ) throws(LedgerFailure) -> [(inspection: RecordedInspection, finding: Finding)] {
    try read { database in
      try FindingRow.fetchAll(
        database, sql: "SELECT * FROM findings WHERE id = ? ORDER BY inspection, ordinal", arguments: [id]
      ).compactMap { finding in
        try InspectionRow.fetchOne(database, key: finding.inspection)
          .map { (try Ledger.recorded($0, database), finding.finding) }
      }
    }
  }

  /// What took the place of an inspection last; nil while it stands itself.
  public func successor(of id: Int64) throws(LedgerFailure) -> RecordedInspection? {
    try read { database in
      var row: InspectionRow?
      var next = id
      while let later = try InspectionRow.fetchOne(
        database, sql: "SELECT * FROM inspections WHERE supersedes = ?", arguments: [next])
      {
        row = later
        next = later.id ?? 0
      }
      return try row.map { try Ledger.recorded($0, database) }
    }
  }

  /// The standing inspections that are no duplicates, for asking to have them done again.
  /// - Parameter file: its name; nil for all. - Parameter agency: nil for all.
  public func standing(agency: String? = nil, file: String? = nil) throws(LedgerFailure) -> [Int64] {
    try read { database in
      try Int64.fetchAll(
        database,
        sql: """
          SELECT id FROM inspections
          WHERE current = 1 AND duplicate_of IS NULL
            AND (:agency IS NULL OR agency = :agency) AND (:file IS NULL OR file = :file)
          ORDER BY id
          """, arguments: ["agency": agency, "file": file])
    }
  }

  /// Of these, those that wait to be inspected again or to be moved.
  public func dueAmong(_ ids: [Int64]) throws(LedgerFailure) -> Int {
    guard let first = ids.first, let last = ids.last else { return 0 }
    return try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM due JOIN inspections ON inspections.id = inspection
          WHERE inspection BETWEEN ? AND ? OR supersedes BETWEEN ? AND ?
          """, arguments: [first, last, first, last]) ?? 0
    }
  }
}

extension Ledger {
  private static func verdicts(_ database: Database) throws -> [Verdict: Int] {
    let rows = try Row.fetchAll(
      database, sql: "SELECT verdict, count(*) FROM inspections WHERE current = 1 GROUP BY verdict")
    return Dictionary(
      rows.compactMap { row in Verdict(rawValue: row[0]).map { ($0, row[1]) } }, uniquingKeysWith: +)
  }

  private static func severities(_ database: Database) throws -> [Severity: Int] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT severity, count(*) FROM findings JOIN inspections ON inspections.id = inspection
        WHERE outcome = 'fail' AND waived IS NULL AND current = 1 GROUP BY severity
        """)
    return Dictionary(
      rows.compactMap { row in Severity(rawValue: row[0]).map { ($0, row[1]) } }, uniquingKeysWith: +)
  }

  private static func rulesInUse(_ database: Database) throws -> [String: Int] {
    let rows = try Row.fetchAll(
      database,
      sql: "SELECT rules_hash, count(*) FROM inspections WHERE current = 1 GROUP BY rules_hash")
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: +)
  }
}
