internal import GRDB
internal import Inspection

/// A row of `inspections`.
struct InspectionRow: Codable, FetchableRecord, MutablePersistableRecord {
  static let databaseTableName = "inspections"
  static let databaseColumnEncodingStrategy = DatabaseColumnEncodingStrategy.convertToSnakeCase
  static let databaseColumnDecodingStrategy = DatabaseColumnDecodingStrategy.convertFromSnakeCase

  var id: Int64?
  var sha256: String
  var file: String
  var size: Int64
  /// SQLite's integers are signed: the same bits.
  var inode: Int64
  var modified: Int64
  var agency: String?
  var year: Int?
  var edition: String?
  var verdict: String
  var rejectionCode: String?
  var rejectionMessage: String?
  var rulesHash: String
  var cellsRead: Int
  var cellsRequired: Int
  var rulesRun: Int
  var rulesNotAssessable: Int
  var inspectedAt: Int64
  var duplicateOf: Int64?
  var published: Bool

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}

extension InspectionRow {
  init(_ entry: LedgerEntry, duplicateOf: Int64?) {
    let inspection = entry.inspection
    self.sha256 = inspection.sha256
    self.file = entry.arrival.name
    self.size = entry.arrival.size
    self.inode = Int64(bitPattern: entry.arrival.inode)
    self.modified = entry.arrival.modified
    self.agency = inspection.agency
    self.year = inspection.year
    self.edition = inspection.edition
    self.verdict = inspection.verdict.rawValue
    self.rejectionCode = inspection.rejection?.code
    self.rejectionMessage = inspection.rejection?.message
    self.rulesHash = entry.rulesHash
    self.cellsRead = inspection.assessment.cellsRead
    self.cellsRequired = inspection.assessment.cellsRequired
    self.rulesRun = inspection.assessment.rulesRun
    self.rulesNotAssessable = inspection.assessment.rulesNotAssessable
    self.inspectedAt = entry.inspectedAt
    self.duplicateOf = duplicateOf
    self.published = false
  }

  var arrival: Arrival {
    Arrival(name: file, size: size, inode: UInt64(bitPattern: inode), modified: modified)
  }

  func inspection(_ findings: [Finding]) -> Inspection {
    Inspection(
      file: file, sha256: sha256, verdict: Verdict(rawValue: verdict) ?? .rejected, agency: agency,
      year: year, edition: edition, assessment: assessment, findings: findings, rejection: rejection)
  }

  private var assessment: Assessment {
    Assessment(
      cellsRequired: cellsRequired, cellsRead: cellsRead, rulesRun: rulesRun,
      rulesNotAssessable: rulesNotAssessable)
  }

  private var rejection: Rejection? {
    rejectionCode.map { Rejection(code: $0, message: rejectionMessage ?? "") }
  }
}
