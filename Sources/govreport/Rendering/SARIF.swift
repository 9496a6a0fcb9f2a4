import Diagnostics
import Inspection

/// Objects of SARIF 2.1.0.
enum SARIF {
  static func rule(_ rule: RuleSummary) -> JSON {
    .object([
      ("id", .string(rule.id)),
      ("shortDescription", message(rule.title)),
      ("help", message("依据：" + rule.basis)),
      ("defaultConfiguration", .object([("level", .string(level(rule.severity)))])),
      ("properties", .object([("severity", .string(rule.severity.rawValue))])),
    ])
  }

  /// What could not be assessed is `open`: SARIF's word for “not enough was known to decide”. Only a failure
  /// has a level.
  static func result(_ finding: Finding, _ artifact: JSON, source: SourceText?, ruleIndex: Int?) -> JSON {
    let isFailure = finding.outcome == .fail
    var members: [(String, JSON)] = [("ruleId", .string(finding.rule))]
    if let ruleIndex { members.append(("ruleIndex", .integer(ruleIndex))) }
    members += [
      ("kind", .string(isFailure ? "fail" : "open")),
      ("level", .string(isFailure ? level(finding.severity) : "none")),
      ("message", message(finding.message + (finding.fix.map { "\n建议：" + $0 } ?? ""))),
      ("locations", .array([location(artifact, region: finding.places.first.map { region($0, source) })])),
    ]
    let related = finding.places.dropFirst().map { location(artifact, region: region($0, source)) }
    if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
    members += [
      ("partialFingerprints", .object([("govreportFinding/v1", .string(finding.id))])),
      ("suppressions", .array(finding.waived.map { [suppression($0)] } ?? [])),
      ("properties", properties(finding)),
    ]
    return .object(members)
  }

  static func artifact(_ inspection: Inspection) -> JSON {
    .object([
      ("location", .object([("uri", .string(URIReference.of(inspection.file)))])),
      ("hashes", .object([("sha-256", .string(inspection.sha256))])),
      (
        "properties",
        .object([
          ("verdict", .string(inspection.verdict.rawValue)), ("agency", .optional(inspection.agency)),
          ("year", .optional(inspection.year)), ("edition", .optional(inspection.edition)),
        ])
      ),
    ])
  }

  /// - Parameter index: of the file among the artifacts of the run.
  static func artifactLocation(_ file: String, index: Int) -> JSON {
    .object([("uri", .string(URIReference.of(file))), ("index", .integer(index))])
  }

  static func location(_ artifact: JSON, region: JSON?) -> JSON {
    let members = [("artifactLocation", artifact)] + (region.map { [("region", $0)] } ?? [])
    return .object([("physicalLocation", .object(members))])
  }

  static func notification(_ level: String, _ text: String, code: String, at location: JSON?) -> JSON {
    var members = [
      ("descriptor", JSON.object([("id", .string(code))])), ("level", .string(level)),
      ("message", message(text)),
    ]
    if let location { members.append(("locations", .array([location]))) }
    return .object(members)
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .critical, .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// Braces are doubled, since single ones would be placeholders; and no text of a report becomes a link.
  private static func message(_ text: String) -> JSON {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      VisibleText.of(String(line)).replacing("{", with: "{{").replacing("}", with: "}}")
        .replacing("](", with: "] (")
    }
    return .object([("text", .string(lines.joined(separator: "\n")))])
  }

  /// Where a place ends is said only when its quote was not cut.
  private static func region(_ place: Finding.Place, _ source: SourceText?) -> JSON {
    var members: [(String, JSON)] = [
      ("startLine", .integer(place.line)), ("startColumn", .integer(place.column)),
    ]
    if let source, place.isWhole(in: source) {
      let end = source.position(at: place.span(in: source).upper)
      members += [("endLine", .integer(end.line)), ("endColumn", .integer(end.column))]
    }
    return .object(members + [("snippet", .object([("text", .string(place.text))]))])
  }

  private static func suppression(_ reason: String) -> JSON {
    .object([
      ("kind", .string("external")), ("status", .string("accepted")), ("justification", .string(reason)),
    ])
  }

  private static func properties(_ finding: Finding) -> JSON {
    .object([
      ("severity", .string(finding.severity.rawValue)), ("subject", .string(finding.subject)),
      ("basis", .string(finding.basis)), ("lhs", .optional(finding.lhs)), ("rhs", .optional(finding.rhs)),
      ("causes", .array(finding.causes.map(JSON.string))),
    ])
  }
}
