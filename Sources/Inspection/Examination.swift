import Diagnostics
public import Figures
public import Reports
import RuleInterpreter

/// An inspection together with what it rests on.
public struct Examination: Sendable {
  public let inspection: Inspection
  /// As it was understood; nil when the file was rejected.
  public let report: Report?
  /// What the prose states, by the claims of the rules.
  public let claims: [Claim]
  /// What to keep for the history rules; nil when the file was rejected, or no agency or year was found.
  /// Put together when it is asked for.
  public var record: ReportRecord? {
    report.flatMap { ReportRecord($0, file: inspection.file, sha256: inspection.sha256) }
  }

  init(_ inspection: Inspection) {
    self.init(inspection: inspection, report: nil, claims: [])
  }

  init(inspection: Inspection, report: Report?, claims: [Claim]) {
    self.inspection = inspection
    self.report = report
    self.claims = claims
  }
}

/// A figure that the prose states.
public struct Claim: Sendable, Hashable {
  public let kind: String
  /// In 件 or 万元; nil when the figure could not be read.
  public let value: Figure?
  /// `whole_year`, `of_which` …
  public let scope: String
  public let text: String
  /// 1-based.
  public let line: Int

  init(_ reading: ClaimReading, _ report: Report) {
    self.kind = reading.kind
    self.value = reading.value
    self.scope = reading.scope
    self.text = reading.text
    self.line = report.source.line(at: reading.span.lower)
  }
}
