import GRDBSQLite

/// Does to a ledger what nobody should, past the program.
enum Database {
  struct Complaint: Error {
    let text: String
  }

  static func execute(_ statements: String, _ path: String) throws {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open(path, &connection) == SQLITE_OK,
      sqlite3_exec(connection, statements, nil, nil, nil) == SQLITE_OK
    else {
      throw Complaint(text: String(cString: sqlite3_errmsg(connection)))
    }
  }
}
