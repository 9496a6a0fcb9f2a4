internal import Figures
internal import GRDB
internal import Synchronization

/// The keys of cells (`t3.new.natural`) by number: each is kept once in the ledger, not once a report.
final class CellKeys: Sendable {
  private struct State {
    var numbers: [String: Int64] = [:]
    var keys: [Int64: String] = [:]
  }

  private let state = Mutex(State())

  /// Of each figure: how far on in the list of keys, 0 and its value when it is whole, else 1 and its millionths.
  func encode(_ cells: [String: Figure], _ database: Database) throws -> [UInt8] {
    var numbered: [(number: Int64, figure: Figure)] = []
    numbered.reserveCapacity(cells.count)
    for (key, figure) in cells { numbered.append((try number(of: key, database), figure)) }
    numbered.sort { $0.number < $1.number }
    var writer = VarintWriter()
    var last: Int64 = 0
    for (number, figure) in numbered {
      writer.write(UInt64(number - last))
      writer.write(figure.isWhole ? 0 : 1)
      writer.write(signed: figure.whole ?? figure.millionths)
      last = number
    }
    return writer.bytes
  }

  func decode(_ bytes: [UInt8], _ database: Database) throws -> [String: Figure] {
    var cells: [String: Figure] = [:]
    cells.reserveCapacity(bytes.count / 3)
    var reader = VarintReader(bytes)
    var number: Int64 = 0
    while let step = reader.number(), let kind = reader.number(), let value = reader.signed() {
      number += Int64(truncatingIfNeeded: step)
      guard let key = try key(of: number, database) else { continue }
      cells[key] = kind == 0 ? Figure(value) : Figure(millionths: value)
    }
    return cells
  }

  /// A transaction failed: numbers that it gave out may not be in the ledger.
  func forget() { state.withLock { $0 = State() } }

  private func number(of key: String, _ database: Database) throws -> Int64 {
    if let known = state.withLock({ $0.numbers[key] }) { return known }
    try database.execute(sql: "INSERT OR IGNORE INTO cell_keys (key) VALUES (?)", arguments: [key])
    try load(database)
    return state.withLock { $0.numbers[key] } ?? 0
  }

  private func key(of number: Int64, _ database: Database) throws -> String? {
    if let known = state.withLock({ $0.keys[number] }) { return known }
    try load(database)
    return state.withLock { $0.keys[number] }
  }

  private func load(_ database: Database) throws {
    let rows = try Row.fetchAll(database, sql: "SELECT id, key FROM cell_keys")
    state.withLock { state in
      for row in rows {
        let (number, key): (Int64, String) = (row[0], row[1])
        state.numbers[key] = number
        state.keys[number] = key
      }
    }
  }
}
