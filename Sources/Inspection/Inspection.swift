/// What became of a report.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
  /// Everything statutory was read and nothing of severity warning or above failed.
  case passed
  /// Something of severity warning or above failed.
  case flagged
  /// Nothing such failed, but something statutory could not be read.
  case incomplete
  /// Not a readable report at all.
  case rejected
}

/// Why a file is not a readable report, and what its sender can do.
public struct Rejection: Sendable, Hashable, Error {
  /// A stable word such as `empty`, `too_large`, `not_text`, `not_a_report`.
  public let code: String
  /// One line of Chinese.
  public let message: String

  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

/// How much of the report was looked at.
public struct Assessment: Sendable, Hashable {
  /// Statutory cells of the edition, and those that have a value.
  public var cellsRequired: Int
  public var cellsRead: Int
  /// Rules that applied, and those of them with an instance that could not be decided.
  public var rulesRun: Int
  public var rulesNotAssessable: Int

  public init(cellsRequired: Int = 0, cellsRead: Int = 0, rulesRun: Int = 0, rulesNotAssessable: Int = 0) {
    self.cellsRequired = cellsRequired
    self.cellsRead = cellsRead
    self.rulesRun = rulesRun
    self.rulesNotAssessable = rulesNotAssessable
  }
}

/// The outcome of all rules on one file: a plain value.
public struct Inspection: Sendable, Hashable {
  /// The name that the file came under.
  public let file: String
  /// Of the bytes, in lower-case hexadecimal.
  public let sha256: String
  public let verdict: Verdict
  public let agency: String?
  public let year: Int?
  public let edition: String?
  public let assessment: Assessment
  public let findings: [Finding]
  /// Set exactly when the verdict is `rejected`.
  public let rejection: Rejection?

  public init(
    file: String, sha256: String, verdict: Verdict, agency: String?, year: Int?, edition: String?,
    assessment: Assessment, findings: [Finding], rejection: Rejection?
  ) {
    self.file = file
    self.sha256 = sha256
    self.verdict = verdict
    self.agency = agency
    self.year = year
    self.edition = edition
    self.assessment = assessment
    self.findings = findings
    self.rejection = rejection
  }
}
