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
  var engine: String
  var endedWaivers: Int
  var container: String?
  var failures: Int
  var current: Bool
  var supersedes: Int64?
  var reason: String?
  var recovered: Bool

  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}

extension InspectionRow {
  init(_ inspection: Inspection, _ arrival: Arrival, _ rules: RulesInForce, at inspectedAt: Int64) {
    self.sha256 = inspection.sha256
    self.file = inspection.file
    self.size = arrival.size
    self.inode = Int64(bitPattern: arrival.inode)
    self.modified = arrival.modified
    self.agency = inspection.agency
    self.year = inspection.year
    self.edition = inspection.edition
    self.verdict = inspection.verdict.rawValue
    self.rejectionCode = inspection.rejection?.code
    self.rejectionMessage = inspection.rejection?.message
    self.rulesHash = rules.hash
    self.cellsRead = inspection.assessment.cellsRead
    self.cellsRequired = inspection.assessment.cellsRequired
    self.rulesRun = inspection.assessment.rulesRun
    self.rulesNotAssessable = inspection.assessment.rulesNotAssessable
    self.inspectedAt = inspectedAt
    self.published = false
    self.engine = rules.engine
    self.endedWaivers = rules.endedWaivers
    self.failures = inspection.findings.count { $0.outcome == .fail && $0.waived == nil }
    self.current = true
    self.recovered = false
  }

  /// The name of the file that came; of a member of an archive, without what follows `!/`.
  var arrival: Arrival {
    var name = file
    if container != nil, let end = file.firstRange(of: "!/") { name = String(file[..<end.lowerBound]) }
    return Arrival(name: name, size: size, inode: UInt64(bitPattern: inode), modified: modified)
  }

  var rules: RulesInForce { RulesInForce(hash: rulesHash, endedWaivers: endedWaivers, engine: engine) }

  func inspection(_ findings: [Finding]) -> Inspection {
    Inspection(
      file: file, sha256: sha256, verdict: verdictValue, agency: agency, year: year, edition: edition,
      assessment: assessment, findings: findings, rejection: rejection)
  }

  var verdictValue: Verdict { Verdict(rawValue: verdict) ?? .rejected }

  private var assessment: Assessment {
    Assessment(
      cellsRequired: cellsRequired, cellsRead: cellsRead, rulesRun: rulesRun,
      rulesNotAssessable: rulesNotAssessable)
  }

  private var rejection: Rejection? {
    rejectionCode.map { Rejection(code: $0, message: rejectionMessage ?? "") }
  }
}
