import Decoding
import Diagnostics
import Documents
import Reports
import RuleInterpreter
import RuleLanguage

/// Inspects reports with one set of rules: bytes in, a plain value out. The same bytes and rules give the
/// same inspection.
public struct Inspector: Sendable {
  private let rules: RuleSet
  private let today: CalendarDate?

  /// - Parameter today: waivers that ended before it no longer hold; nil when they are not asked.
  public init(_ rules: RuleSet, today: CalendarDate? = nil) {
    self.rules = rules
    self.today = today
  }

  /// Bytes that a file may have; a larger one is rejected unread.
  public static let sizeLimit = Limits.standard.fileSize

  /// - Parameter archive: the earlier reports that history rules compare with; without it they do not apply.
  public func inspect(
    _ bytes: [UInt8], file: String, archive: (any ReportArchive)? = nil
  ) -> Inspection {
    examine(bytes, file: file, archive: archive).inspection
  }

  /// The inspection, and the report as it was understood.
  public func examine(
    _ bytes: [UInt8], file: String, archive: (any ReportArchive)? = nil
  ) -> Examination {
    let sha256 = Digest.sha256(bytes)
    let document: Document
    do throws(DecodingFailure) {
      document = try Decoders.decode(bytes)
    } catch {
      return Examination(reject(file: file, sha256: sha256, Rejection(error)))
    }
    guard let report = ReportReader.read(document) else {
      return Examination(reject(file: file, sha256: sha256, .notAReport))
    }
    return examine(report, file: file, sha256: sha256, archive)
  }

  /// The inspection of a file that cannot be read as a report, for a reason known beforehand.
  public func reject(file: String, sha256: String, _ rejection: Rejection) -> Inspection {
    Inspection(
      file: file, sha256: sha256, verdict: .rejected, agency: nil, year: nil, edition: nil,
      assessment: Assessment(), findings: [], rejection: rejection)
  }

  /// SHA-256 in lower-case hexadecimal.
  public static func sha256(_ bytes: [UInt8]) -> String { Digest.sha256(bytes) }

  private func examine(
    _ report: Report, file: String, sha256: String, _ archive: (any ReportArchive)?
  ) -> Examination {
    var facts = ReportFacts.facts(report, file: file)
    facts.archive = archive.map { archive in
      let search = ArchiveSearch(report, sha256: sha256, archive)
      return { search.answer($0) }
    }
    let (results, claims) = rules.interpreter.runReadingClaims(facts)
    let waived = rules.waived(agency: report.agency, year: report.year, today: today)
    let findings = FindingWriter(report, sha256: sha256, waived: waived).findings(results)
    let assessment = Assessment(
      cellsRequired: report.cellsRequired, cellsRead: report.cellsRead,
      rulesRun: results.count { $0.applied },
      rulesNotAssessable: results.count { $0.isNotAssessable && waived[$0.rule.id] == nil })
    let inspection = Inspection(
      file: file, sha256: sha256, verdict: Self.verdict(findings, assessment), agency: report.agency,
      year: report.year, edition: report.edition.rawValue, assessment: assessment, findings: findings,
      rejection: nil)
    return Examination(
      inspection: inspection, report: report, claims: claims.map { Claim($0, report) },
      record: ReportRecord(report, file: file, sha256: sha256))
  }

  private static func verdict(_ findings: [Finding], _ assessment: Assessment) -> Verdict {
    if findings.contains(where: \.isAlarm) { return .flagged }
    let isComplete = assessment.cellsRead == assessment.cellsRequired && assessment.rulesNotAssessable == 0
    return isComplete ? .passed : .incomplete
  }
}

extension Finding {
  /// A failure of severity warning or above that no waiver covers.
  fileprivate var isAlarm: Bool { outcome == .fail && severity >= .warning && waived == nil }
}

extension RuleResult {
  /// Whether something that the report must state kept the rule from deciding. That another report lacks what
  /// it is compared with, or that a name does not tell of what kind its agency is, leaves nothing unread.
  var isNotAssessable: Bool {
    instances.contains { instance in
      guard case .notAssessable(let causes) = instance.outcome else { return false }
      return EarlierReport.causes.union(["agency_kind_unknown"]).isDisjoint(with: causes)
    }
  }
}
