internal import GRDB
internal import Glibc
internal import Inspection

/// The record of what was inspected and found, and of what the journal is still to be told.
///
/// An SQLite file in WAL mode with full synchronisation: what `record` returned from survives a loss
/// of power. Safe to use from several threads; other processes may read while a daemon writes.
public final class Ledger: Sendable {
  let queue: DatabaseQueue
  public let path: String

  /// Opens the ledger, makes it when it is missing (mode 0600), and brings its tables up to date.
  public init(path: String) throws(LedgerFailure) {
    self.path = path
    self.queue = try Ledger.reporting(path, "打开") {
      Ledger.makePrivate(path)
      let queue = try DatabaseQueue(path: path, configuration: Ledger.configuration)
      try Migrations.all.migrate(queue)
      return queue
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "ledger"
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    return configuration
  }

  /// SQLite gives its WAL the mode of the database: making that first keeps both private.
  private static func makePrivate(_ path: String) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  static func reporting<Result>(
    _ path: String, _ attempt: String, _ body: () throws -> Result
  ) throws(LedgerFailure) -> Result {
    do { return try body() } catch { throw LedgerFailure(path, attempt, error) }
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(LedgerFailure) -> Result {
    try Ledger.reporting(path, "读取") { try queue.read(body) }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(LedgerFailure) -> Result {
    try Ledger.reporting(path, "写入") { try queue.write(body) }
  }

  /// Writes inspections and all their findings in one transaction: all of them are durable or none is.
  ///
  /// An inspection of bytes that the same rules have seen before becomes a duplicate: recorded without
  /// findings, since they were said already. What was rejected is told anew each time.
  public func record(_ entries: [LedgerEntry]) throws(LedgerFailure) -> [RecordedInspection] {
    try write { database in try entries.map { try Ledger.insert($0, database) } }
  }

  /// The first inspection of these bytes by these rules, unless it was a rejection.
  public func inspection(sha256: String, rulesHash: String) throws(LedgerFailure) -> RecordedInspection? {
    try read { database in
      try Ledger.original(sha256, rulesHash, database).map { try Ledger.recorded($0, database) }
    }
  }

  /// The inspection of this very file, recorded before a crash kept it from being moved.
  public func inspection(
    of arrival: Arrival, sha256: String
  ) throws(LedgerFailure) -> RecordedInspection? {
    try read { database in
      try InspectionRow
        .filter(Column("sha256") == sha256)
        .filter(Column("inode") == Int64(bitPattern: arrival.inode))
        .filter(Column("modified") == arrival.modified)
        .order(Column("id").desc)
        .fetchOne(database)
        .map { try Ledger.recorded($0, database) }
    }
  }

  public func totals() throws(LedgerFailure) -> LedgerTotals {
    try read { database in
      LedgerTotals(
        reports: try InspectionRow.fetchCount(database),
        findings: try FindingRow.filter(Column("outcome") == "fail").fetchCount(database),
        unpublished: try InspectionRow.filter(sql: "published = 0").fetchCount(database))
    }
  }
}

extension Ledger {
  private static func insert(_ entry: LedgerEntry, _ database: Database) throws -> RecordedInspection {
    if let original = try original(entry.inspection.sha256, entry.rulesHash, database) {
      var row = InspectionRow(entry, duplicateOf: original.id)
      try row.insert(database)
      return try recorded(row, database)
    }
    var row = InspectionRow(entry, duplicateOf: nil)
    try row.insert(database)
    for (ordinal, finding) in entry.inspection.findings.enumerated() {
      try FindingRow(finding, inspection: row.id ?? 0, ordinal: ordinal).insert(database)
    }
    return RecordedInspection(
      id: row.id ?? 0, arrival: entry.arrival, inspection: entry.inspection, rulesHash: entry.rulesHash,
      inspectedAt: entry.inspectedAt, duplicateOf: nil)
  }

  private static func original(
    _ sha256: String, _ rulesHash: String, _ database: Database
  ) throws -> InspectionRow? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT * FROM inspections
        WHERE sha256 = ? AND rules_hash = ? AND duplicate_of IS NULL AND verdict <> 'rejected'
        ORDER BY id LIMIT 1
        """)
    return try InspectionRow.fetchOne(statement, arguments: [sha256, rulesHash])
  }

  static func recorded(_ row: InspectionRow, _ database: Database) throws -> RecordedInspection {
    let statement = try database.cachedStatement(
      sql: "SELECT * FROM findings WHERE inspection = ? ORDER BY ordinal")
    let findings = try FindingRow.fetchAll(statement, arguments: [row.id])
    let original = try row.duplicateOf.flatMap { try InspectionRow.fetchOne(database, key: $0) }
    return RecordedInspection(
      id: row.id ?? 0, arrival: row.arrival, inspection: row.inspection(findings.map(\.finding)),
      rulesHash: row.rulesHash, inspectedAt: row.inspectedAt, duplicateOf: original?.file)
  }
}
