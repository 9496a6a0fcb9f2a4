import ArgumentParser
import Inspection
import Reports

extension CheckFormat {
  /// For code-scanning viewers.
  static let sarif = CheckFormat(name: "sarif", purpose: "SARIF 2.1.0") { SARIFFormat($0) }
}

/// One run of SARIF 2.1.0 (OASIS). Results are printed as they come; what is said of whole files, and of
/// those that could not be read, follows them.
private struct SARIFFormat: CheckRenderer {
  private let rules: [RuleSummary]
  private let ruleIndices: [String: Int]
  private var artifacts: [JSON] = []
  private var notifications: [JSON] = []
  private var isFirstResult = true
  private var isComplete = true

  init(_ run: CheckRun) {
    rules = run.rules
    let indices = run.rules.enumerated().map { ($0.element.id, $0.offset) }
    ruleIndices = Dictionary(indices) { first, _ in first }
  }

  func begin() -> String {
    let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
    let driver = JSON.object([
      ("name", .string("govreport")), ("version", .string(GovReport.configuration.version)),
      ("rules", .array(rules.map(SARIF.rule))),
    ])
    return "{\"$schema\":\(JSON.string(schema).line),\"version\":\"2.1.0\",\"runs\":[{"
      // Columns of findings count Unicode scalars; without this word they would count UTF-16 units.
      + "\"language\":\"zh-CN\",\"columnKind\":\"unicodeCodePoints\","
      + "\"tool\":\(JSON.object([("driver", driver)]).line),\n\"results\":["
  }

  mutating func report(_ examination: Examination) -> String {
    let inspection = examination.inspection
    let artifact = SARIF.artifactLocation(inspection.file, index: artifacts.count)
    artifacts.append(SARIF.artifact(inspection))
    if let rejection = inspection.rejection {
      let location = SARIF.location(artifact, region: nil)
      notifications.append(
        SARIF.notification("warning", rejection.message, code: rejection.code, at: location))
    }
    return inspection.findings.map { finding in
      separated(
        SARIF.result(
          finding, artifact, source: examination.report?.source, ruleIndex: ruleIndices[finding.rule]))
    }.joined()
  }

  mutating func unread(_ problem: String) -> String {
    isComplete = false
    notifications.append(SARIF.notification("error", problem, code: "unread", at: nil))
    return ""
  }

  func end(_ tally: Tally, status: Int32) -> String {
    let invocation = JSON.object([
      ("executionSuccessful", .truth(isComplete)), ("exitCode", .integer(Int(status))),
      ("toolExecutionNotifications", .array(notifications)),
    ])
    return "],\n\"artifacts\":\(JSON.array(artifacts).line),\n"
      + "\"invocations\":\(JSON.array([invocation]).line)}]}\n"
  }

  private mutating func separated(_ result: JSON) -> String {
    defer { isFirstResult = false }
    return (isFirstResult ? "\n" : ",\n") + result.line
  }
}
