import Inspection

/// A rule that could not be decided, once or many times: a torn table leaves a rule undecided at every row
/// for one and the same reason.
struct UndecidedRule {
  let rule: String
  /// Never empty.
  private(set) var findings: [Finding]

  /// In the order in which the rules come up first.
  static func all(_ findings: [Finding]) -> [UndecidedRule] {
    var all: [UndecidedRule] = []
    for finding in findings {
      if let index = all.firstIndex(where: { $0.rule == finding.rule }) {
        all[index].findings.append(finding)
      } else {
        all.append(UndecidedRule(rule: finding.rule, findings: [finding]))
      }
    }
    return all
  }
}
