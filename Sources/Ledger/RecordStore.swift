internal import Figures
internal import Foundation
internal import GRDB
internal import Inspection

/// Rows of `records`: what history rules compare with, in a few bytes a figure.
struct RecordStore {
  let keys: CellKeys
  let database: Database

  /// So many publications of one agency and year are handed out, the last ones: somebody who sends a thousand
  /// does not slow down everything that follows.
  static let publications = 4

  /// Keeps the record of bytes that came for the first time, or its newer reading.
  func keep(_ record: ReportRecord, latest: Int64) throws {
    let arrived = try self.arrived(record.sha256) ?? latest
    let statement = try database.cachedStatement(
      sql: """
        INSERT INTO records (arrived, latest, agency, year, cells, joined, sections)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (arrived) DO UPDATE SET latest = excluded.latest, agency = excluded.agency,
          year = excluded.year, cells = excluded.cells, joined = excluded.joined,
          sections = excluded.sections
        """)
    try statement.execute(arguments: [
      arrived, latest, record.agency, record.year, Data(try keys.encode(record.cells, database)),
      JoinedText.encode(record.joined), Data(Self.encode(record.sections)),
    ])
  }

  /// The first inspection of these bytes that left a record.
  func arrived(_ sha256: String) throws -> Int64? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT arrived FROM inspections JOIN records ON arrived = inspections.id
        WHERE sha256 = ? LIMIT 1
        """)
    return try Int64.fetchOne(statement, arguments: [sha256])
  }

  /// What an agency published of all years, last first.
  /// - Parameter before: of this year, only what came before these bytes did.
  func records(agency: String, before: (year: Int, arrived: Int64)?) throws -> [ReportRecord] {
    var found: [(arrived: Int64, record: ReportRecord)] = []
    var year = Int.max
    while let earlier = try self.year(before: year, agency) {
      year = earlier
      let limit = before.flatMap { $0.year == year ? $0.arrived : nil } ?? .max
      found += try records(agency, year, before: limit)
    }
    return found.sorted { $0.arrived > $1.arrived }.map(\.record)
  }

  /// The record whose last inspection this is.
  func record(latest: Int64) throws -> ReportRecord? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT arrived, file, sha256, inspections.edition, cells, joined, sections, records.agency,
          records.year
        FROM records JOIN inspections ON inspections.id = latest WHERE latest = ?
        """)
    return try Row.fetchOne(statement, arguments: [latest]).map { try record($0, $0[7], $0[8]) }
  }

  private func year(before year: Int, _ agency: String) throws -> Int? {
    let statement = try database.cachedStatement(
      sql: "SELECT max(year) FROM records WHERE agency = ? AND year < ?")
    return try Int.fetchOne(statement, arguments: [agency, year])
  }

  private func records(
    _ agency: String, _ year: Int, before arrived: Int64
  ) throws -> [(arrived: Int64, record: ReportRecord)] {
    let statement = try database.cachedStatement(
      sql: """
        SELECT arrived, file, sha256, edition, cells, joined, sections
        FROM records JOIN inspections ON inspections.id = latest
        WHERE records.agency = ? AND records.year = ? AND arrived < ?
        ORDER BY arrived DESC LIMIT \(RecordStore.publications)
        """)
    return try Row.fetchAll(statement, arguments: [agency, year, arrived]).map { row in
      (row[0], try record(row, agency, year))
    }
  }

  private func record(_ row: Row, _ agency: String, _ year: Int) throws -> ReportRecord {
    ReportRecord(
      file: row[1], sha256: row[2], agency: agency, year: year, edition: row[3] ?? "",
      cells: try keys.decode(Self.bytes(row, 4), database), joined: JoinedText.decode(row[5]),
      sections: Self.sections(Self.bytes(row, 6)))
  }

  private static func bytes(_ row: Row, _ index: Int) -> [UInt8] {
    (try? row.withUnsafeData(atIndex: index) { $0.map(Array.init) }) ?? []
  }

  private static func encode(_ sections: [Int: String]) -> [UInt8] {
    var writer = VarintWriter()
    for (number, text) in sections.sorted(by: { $0.key < $1.key }) {
      writer.write(UInt64(max(0, number)))
      writer.write(text)
    }
    return writer.bytes
  }

  private static func sections(_ bytes: [UInt8]) -> [Int: String] {
    var sections: [Int: String] = [:]
    var reader = VarintReader(bytes)
    while let number = reader.number(), let text = reader.text() {
      sections[Int(truncatingIfNeeded: number)] = text
    }
    return sections
  }
}
