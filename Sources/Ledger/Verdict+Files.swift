public import Inspection

extension Verdict {
  /// The verdict on a file that holds several reports: the gravest thing in it decides, and what could not be
  /// read keeps the whole from passing.
  public static func ofFile(_ verdicts: [Verdict]) -> Verdict {
    if verdicts.contains(.flagged) { return .flagged }
    if verdicts.allSatisfy({ $0 == .rejected }) { return .rejected }
    return verdicts.contains { $0 != .passed } ? .incomplete : .passed
  }
}
