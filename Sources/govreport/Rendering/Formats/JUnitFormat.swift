import Inspection

extension CheckFormat {
  /// For continuous integration: what a server shows as tests.
  static let junit = CheckFormat(name: "junit", purpose: "JUnit XML for CI servers") { JUnitFormat($0) }
}

/// A suite a report: one test for its being read, and one a finding. A finding that the exit status counts is
/// a failure, a milder one passes with its message beside it, what could not be assessed is skipped.
private struct JUnitFormat: CheckRenderer {
  private let failOn: Severity

  init(_ run: CheckRun) { failOn = run.failOn }

  func begin() -> String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"govreport\">\n" }

  func report(_ examination: Examination) -> String {
    let inspection = examination.inspection
    var suite = JUnitSuite(name: inspection.file, properties: Self.properties(inspection))
    suite.add(JUnitTest(name: "reading", result: Self.reading(inspection)))
    for finding in inspection.findings {
      suite.add(
        JUnitTest(
          name: Self.name(finding), line: finding.places.first?.line, result: result(finding, inspection.file)
        ))
    }
    return suite.xml
  }

  func unread(_ problem: String) -> String {
    var suite = JUnitSuite(name: problem, properties: [])
    suite.add(JUnitTest(name: "reading", result: .error(type: "unread", message: problem)))
    return suite.xml
  }

  func end(_ tally: Tally, status: Int32) -> String { "</testsuites>\n" }

  private static func properties(_ inspection: Inspection) -> [(String, String)] {
    let all: [(String, String?)] = [
      ("verdict", inspection.verdict.rawValue), ("agency", inspection.agency),
      ("year", inspection.year.map(String.init)), ("edition", inspection.edition),
      ("sha256", inspection.sha256),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }

  private static func reading(_ inspection: Inspection) -> JUnitTest.Result {
    if let rejection = inspection.rejection {
      return .error(type: rejection.code, message: rejection.message)
    }
    let assessment = inspection.assessment
    let cells = "读出 \(assessment.cellsRead)/\(assessment.cellsRequired) 个单元格"
    return assessment.cellsRead < assessment.cellsRequired ? .skipped(cells) : .passed(cells)
  }

  private func result(_ finding: Finding, _ file: String) -> JUnitTest.Result {
    if let reason = finding.waived { return .skipped("已豁免：\(reason)；\(finding.message)") }
    if finding.outcome == .notAssessable { return .skipped(finding.message) }
    if finding.severity < failOn {
      return .passed("\(Words.severity(finding.severity))：\(finding.message)")
    }
    return .failure(
      type: finding.severity.rawValue, message: finding.message, details: Self.details(finding, file))
  }

  private static func name(_ finding: Finding) -> String {
    let place = finding.places.first.map { "\($0.line):\($0.column)" }
    return [finding.rule, finding.subject, place ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// One a line: places as editors understand them, the basis, the remedy.
  private static func details(_ finding: Finding, _ file: String) -> [String] {
    finding.places.map { "\(file):\($0.line):\($0.column): \($0.text)" }
      + ["依据：\(finding.basis)"] + (finding.fix.map { ["建议：\($0)"] } ?? [])
  }
}
