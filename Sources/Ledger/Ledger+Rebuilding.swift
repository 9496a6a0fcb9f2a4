internal import GRDB

/// A ledger that was lost is made again from the outcome folders.
extension Ledger {
  /// From now until `finishRebuilding`, over restarts too.
  /// - Parameter damaged: the file that was set aside, when there is one.
  public func beginRebuilding(from damaged: String?) throws(LedgerFailure) {
    try write { try $0.execute(sql: "INSERT INTO rebuilding (damaged) VALUES (?)", arguments: [damaged]) }
  }

  public func isRebuilding() throws(LedgerFailure) -> Bool { try look(Ledger.isRebuilding) }

  /// The file that was set aside.
  public func damaged() throws(LedgerFailure) -> String? {
    try look { try String.fetchOne($0, sql: "SELECT damaged FROM rebuilding") }
  }

  public func finishRebuilding() throws(LedgerFailure) {
    try write { try $0.execute(sql: "DELETE FROM rebuilding") }
  }

  static func isRebuilding(_ database: Database) throws -> Bool {
    try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM rebuilding)") ?? false
  }

  /// Of a ledger that was set aside, as far as it can still be read: the hashes of what the journal was not told.
  /// Nil when nothing can be read of it.
  public static func unsaid(inDamaged path: String) -> Set<String>? {
    var configuration = Configuration()
    configuration.readonly = true
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return nil }
    var hashes: Set<String> = []
    let isRead: Void? = try? queue.read { database in
      let cursor = try String.fetchCursor(
        database, sql: "SELECT sha256 FROM inspections NOT INDEXED WHERE published = 0")
      while let hash = try cursor.next() { hashes.insert(hash) }
    }
    return isRead == nil && hashes.isEmpty ? nil : hashes
  }
}
