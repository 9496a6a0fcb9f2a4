internal import Dispatch
internal import GRDB
internal import Glibc

/// The record of what was inspected and found, and of what the journal is still to be told.
///
/// An SQLite file in WAL mode with full synchronisation: what `record` returned from survives a loss
/// of power. Safe to use from several threads; other processes may read while a daemon writes.
public final class Ledger: Sendable {
  let database: any DatabaseWriter
  let keys = CellKeys()
  public let path: String

  /// Opens the ledger, makes it when it is missing (mode 0600), and brings its tables up to date.
  /// - Parameter patience: how many seconds to wait for another process that writes.
  public init(path: String, patience: Double = 5) throws(LedgerFailure) {
    self.path = path
    self.database = try Ledger.reporting(path, "打开") {
      Ledger.makePrivate(path)
      var configuration = Ledger.configuration
      configuration.busyMode = .timeout(patience)
      let pool = try DatabasePool(path: path, configuration: configuration)
      // Not in a reading connection: it would go on with the tables as they were before.
      if try pool.writeWithoutTransaction(Migrations.all.hasBeenSuperseded) { throw LedgerIsNewer() }
      try Migrations.all.migrate(pool)
      return pool
    }
  }

  /// Opens a ledger that is there already, for looking at it alone: nothing is made and nothing brought up to
  /// date. A daemon may be at work on it.
  public static func reading(path: String) throws(LedgerFailure) -> Ledger { try Ledger(reading: path) }

  private init(reading path: String) throws(LedgerFailure) {
    self.path = path
    self.database = try Ledger.reporting(path, "打开") {
      var configuration = Ledger.configuration
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if try queue.read(Migrations.all.hasBeenSuperseded) { throw LedgerIsNewer() }
      if try !queue.read(Migrations.all.hasCompletedMigrations) { throw LedgerIsOlder() }
      return queue
    }
  }

  /// Makes SQLite's log part of the file, so that a copy of that alone is whole. To be called last.
  ///
  /// A ledger that is used in a sandbox is to be kept until the process ends: with its connections go dispatch
  /// queues, and with those comes a thread that asks for a priority, which is refused and complained of.
  public func finish() {
    try? database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "ledger"
    // Any other would be asked of the kernel as a niceness, which a sandbox refuses.
    configuration.qos = .default
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(5)
    // The thread that talks to the journal, and whoever else asks.
    configuration.maximumReaderCount = 2
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

  /// Reads beside whoever writes.
  func read<Result>(_ body: (Database) throws -> Result) throws(LedgerFailure) -> Result {
    try Ledger.reporting(path, "读取") { try database.read(body) }
  }

  /// Reads without waiting for a snapshot, in the connection that writes: for what is asked of every file.
  func look<Result>(_ body: (Database) throws -> Result) throws(LedgerFailure) -> Result {
    try Ledger.reporting(path, "读取") { try database.writeWithoutTransaction(body) }
  }

  func write<Result>(_ body: (Database) throws -> Result) throws(LedgerFailure) -> Result {
    do {
      return try Ledger.reporting(path, "写入") { try database.write(body) }
    } catch {
      keys.forget()
      throw error
    }
  }

  public func totals() throws(LedgerFailure) -> LedgerTotals {
    try look { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT count(*) FILTER (WHERE supersedes IS NULL), coalesce(sum(failures * current), 0) FROM inspections
          """)
      return LedgerTotals(
        reports: row?[0] ?? 0, findings: row?[1] ?? 0,
        unpublished: try InspectionRow.filter(sql: "published = 0").fetchCount(database))
    }
  }
}

/// The ledger was made by a later version of this program.
struct LedgerIsNewer: Error {}

/// Its tables are those of an earlier version, and whoever looks only must not change them.
struct LedgerIsOlder: Error {}
