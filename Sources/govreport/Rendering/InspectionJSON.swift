import Inspection

/// An inspection as one line of JSON. Its keys are a contract.
enum InspectionJSON {
  static func line(_ inspection: Inspection) -> String { value(inspection).line }

  static func value(_ inspection: Inspection) -> JSON {
    let assessment = inspection.assessment
    var members: [(String, JSON)] = [
      ("file", .string(inspection.file)),
      ("sha256", .string(inspection.sha256)),
      ("verdict", .string(inspection.verdict.rawValue)),
      ("agency", .optional(inspection.agency)),
      ("year", .optional(inspection.year)),
      ("edition", .optional(inspection.edition)),
      (
        "assessed",
        .object([
          ("cells_read", .integer(assessment.cellsRead)),
          ("cells_required", .integer(assessment.cellsRequired)),
          ("rules_run", .integer(assessment.rulesRun)),
          ("rules_not_assessable", .integer(assessment.rulesNotAssessable)),
        ])
      ),
      ("findings", .array(inspection.findings.map(value))),
    ]
    if let rejection = inspection.rejection {
      members.append(
        ("rejection", .object([("code", .string(rejection.code)), ("message", .string(rejection.message))])))
    }
    return .object(members)
  }

  static func value(_ finding: Finding) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .string(finding.id)),
      ("rule", .string(finding.rule)),
      ("severity", .string(finding.severity.rawValue)),
      ("outcome", .string(finding.outcome.rawValue)),
      ("subject", .string(finding.subject)),
      ("message", .string(finding.message)),
      ("basis", .string(finding.basis)),
      ("spans", .array(finding.places.map(value))),
      ("lhs", .optional(finding.lhs)),
      ("rhs", .optional(finding.rhs)),
    ]
    if !finding.causes.isEmpty { members.append(("causes", .array(finding.causes.map(JSON.string)))) }
    if let fix = finding.fix { members.append(("fix", .string(fix))) }
    if let waived = finding.waived { members.append(("waived", .string(waived))) }
    return .object(members)
  }

  private static func value(_ place: Finding.Place) -> JSON {
    .object([
      ("line", .integer(place.line)), ("column", .integer(place.column)), ("text", .string(place.text)),
    ])
  }
}
