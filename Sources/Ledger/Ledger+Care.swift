internal import GRDB
internal import Inspection

/// Looking after the ledger.
extension Ledger {
  /// What is wrong with the file itself, one line each; empty when it is sound. Takes time with its size.
  public func faults() throws(LedgerFailure) -> [String] {
    do {
      return try read { database in
        var faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
        for row in try Row.fetchAll(database, sql: "PRAGMA foreign_key_check") {
          let (table, parent): (String, String) = (row[0], row[2])
          faults.append("\(table) 中有一行指向 \(parent) 里不存在的记录")
        }
        return faults
      }
    } catch {
      guard error.kind == .corrupt else { throw error }
      return [error.description]
    }
  }

  /// Whether the file is sound as far as a quick look at every page tells.
  public func isSound() throws(LedgerFailure) -> Bool {
    do {
      return try read { database in
        // The pages that it looked at are of no use to who comes after it.
        defer { try? database.execute(sql: "PRAGMA shrink_memory") }
        return try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok"
      }
    } catch {
      guard error.kind == .corrupt else { throw error }
      return false
    }
  }

  /// What would go with `forget`: how many inspections have findings or texts that old.
  public func countDetails(before milliseconds: Int64) throws(LedgerFailure) -> Int {
    try read { database in
      try Int.fetchOne(
        database,
        sql: """
          SELECT count(*) FROM inspections
          WHERE inspected_at < ? AND published = 1 AND (
            EXISTS (SELECT 1 FROM findings WHERE inspection = inspections.id)
            OR EXISTS (SELECT 1 FROM records WHERE latest = inspections.id AND length(sections) > 0))
          """, arguments: [milliseconds]) ?? 0
    }
  }

  /// Lets go of the details of old inspections: their findings and the prose of their sections. That a file came,
  /// its hash, verdict, counts and figures stay, so that duplicates and carried-over figures are still known.
  /// What the journal was not told yet stays whole.
  public func forgetDetails(before milliseconds: Int64) throws(LedgerFailure) {
    try write { database in
      try database.execute(
        sql: """
          DELETE FROM findings WHERE inspection IN (
            SELECT id FROM inspections WHERE inspected_at < ? AND published = 1)
          """, arguments: [milliseconds])
      try database.execute(
        sql: """
          UPDATE records SET sections = x'' WHERE latest IN (
            SELECT id FROM inspections WHERE inspected_at < ? AND published = 1)
          """, arguments: [milliseconds])
    }
  }

  /// Gives back to the disk what the file does not need. Whoever writes meanwhile waits.
  public func vacuum() throws(LedgerFailure) {
    try Ledger.reporting(path, "整理") {
      try database.writeWithoutTransaction { database in
        try database.execute(sql: "VACUUM")
        _ = try database.checkpoint(.truncate)
      }
    }
  }
}

extension Ledger {
  /// Hands out every file that came.
  public func forEachFile(_ body: (LedgerFile) -> Void) throws(LedgerFailure) {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT min(file), size, inode, modified, group_concat(verdict), container, sha256
          FROM inspections WHERE current = 1 GROUP BY inode, modified, coalesce(container, sha256)
          """)
      while let row = try rows.next() {
        let verdicts: String = row[4]
        let name: String = row[0]
        let container: String? = row[5]
        let sha256: String = row[6]
        let end = container == nil ? nil : name.firstRange(of: "!/")
        let arrival = Arrival(
          name: end.map { String(name[..<$0.lowerBound]) } ?? name, size: row[1],
          inode: UInt64(bitPattern: row[2]), modified: row[3])
        let verdict = Verdict.ofFile(
          verdicts.split(separator: ",").compactMap { Verdict(rawValue: String($0)) })
        body(LedgerFile(arrival: arrival, verdict: verdict, sha256: container ?? sha256))
      }
    }
  }
}
