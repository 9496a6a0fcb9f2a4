internal import GRDB
internal import Inspection

/// A row of `findings`. GRDB writes `causes` and `places` as JSON.
struct FindingRow: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "findings"

  struct Place: Codable {
    var line: Int
    var column: Int
    var text: String
  }

  var inspection: Int64
  var ordinal: Int
  var id: String
  var rule: String
  var severity: String
  var outcome: String
  var causes: [String]
  var subject: String
  var message: String
  var basis: String
  var fix: String?
  var places: [Place]
  var lhs: String?
  var rhs: String?
  var section: Int?
  var waived: String?
}

extension FindingRow {
  init(_ finding: Finding, inspection: Int64, ordinal: Int) {
    self.inspection = inspection
    self.ordinal = ordinal
    self.id = finding.id
    self.rule = finding.rule
    self.severity = finding.severity.rawValue
    self.outcome = finding.outcome.rawValue
    self.causes = finding.causes
    self.subject = finding.subject
    self.message = finding.message
    self.basis = finding.basis
    self.fix = finding.fix
    self.places = finding.places.map { Place(line: $0.line, column: $0.column, text: $0.text) }
    self.lhs = finding.lhs
    self.rhs = finding.rhs
    self.section = finding.section
    self.waived = finding.waived
  }

  var finding: Finding {
    Finding(
      id: id, rule: rule, severity: Severity(rawValue: severity) ?? .error,
      outcome: Finding.Outcome(rawValue: outcome) ?? .fail, causes: causes, subject: subject,
      message: message, basis: basis, fix: fix,
      places: places.map { Finding.Place(line: $0.line, column: $0.column, text: $0.text) }, lhs: lhs,
      rhs: rhs, section: section, waived: waived)
  }
}
