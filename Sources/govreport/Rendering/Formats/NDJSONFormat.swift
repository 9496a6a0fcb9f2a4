import Inspection

extension CheckFormat {
  /// For programs.
  static let ndjson = CheckFormat(name: "ndjson", purpose: "one line of JSON a report") { _ in NDJSONFormat()
  }
}

private struct NDJSONFormat: CheckRenderer {
  func report(_ examination: Examination) -> String { InspectionJSON.line(examination.inspection) + "\n" }
}
