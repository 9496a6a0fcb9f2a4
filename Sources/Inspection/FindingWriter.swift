import Diagnostics
import Reports
import RuleInterpreter
import RuleLanguage

/// Makes findings of what the interpreter says about one report.
struct FindingWriter {
  private let report: Report
  private let sha256: String
  /// By rule, the reason of the waiver that covers its findings.
  private let waived: [String: String]
  /// What one cell would have to be for table 3 to add up.
  private let repair: SmallestRepair?
  /// The same for the rows of table 4, by key.
  private let rowRepairs: [String: SmallestRepair]

  /// A report in the wrong script fails a rule at every word: so many are said one by one.
  private static let mostPerRule = 100
  /// Characters of a quoted place.
  private static let longestQuote = 200

  init(_ report: Report, sha256: String, waived: [String: String] = [:]) {
    self.report = report
    self.waived = waived
    self.sha256 = sha256
    let tables = Dictionary(report.tables.map { ($0.form.key, $0) }) { first, _ in first }
    repair = tables["t3"].flatMap { SmallestRepair.find($0, report.edition) }
    rowRepairs = tables["t4"].map { SmallestRepair.findByRow($0, report.edition) } ?? [:]
  }

  /// The gravest first, then in the order of the text; what could not be assessed comes last.
  func findings(_ results: [RuleResult]) -> [Finding] {
    results.flatMap(findings).enumerated().sorted { rank($0) < rank($1) }.map(\.element)
  }

  private func rank(_ entry: (offset: Int, element: Finding)) -> (Int, Int, Int) {
    let finding = entry.element
    let gravity = Severity.allCases.firstIndex(of: finding.severity) ?? 0
    let order = finding.outcome == .fail ? -gravity : 1
    return (order, finding.places.first?.line ?? 0, entry.offset)
  }

  private func findings(_ result: RuleResult) -> [Finding] {
    var doubts: Set<Doubt> = []
    let notable = result.instances.filter { instance in
      guard case .notAssessable = instance.outcome else { return instance.outcome != .pass }
      return doubts.insert(Doubt(message: instance.message, spans: instance.spans)).inserted
    }
    var findings = notable.prefix(Self.mostPerRule).enumerated().map { ordinal, instance in
      finding(
        result.rule, instance, ordinal,
        more: ordinal == Self.mostPerRule - 1 ? notable.count - Self.mostPerRule : 0)
    }
    disambiguate(&findings)
    return findings
  }

  /// What several clauses of a rule cannot decide for one and the same reason is said once.
  private struct Doubt: Hashable {
    let message: String
    let spans: [SourceSpan]
  }

  private func finding(_ rule: CheckedRule, _ instance: InstanceResult, _ ordinal: Int, more: Int) -> Finding
  {
    let (outcome, causes) = outcome(instance)
    let severity = outcome == .fail ? Severity(rawValue: rule.severity) ?? .error : .info
    let rest = more > 0 ? "（同类问题另有 \(more) 处，不再逐条列出）" : ""
    let places = instance.spans.map(place)
    return Finding(
      id: id(rule.id, instance, places.first), rule: rule.id, severity: severity, outcome: outcome,
      causes: causes,
      subject: instance.subject, message: instance.message + rest, basis: rule.basis,
      fix: outcome == .fail ? fix(rule.id, instance) : instance.fix,
      places: places, lhs: instance.lhs, rhs: instance.rhs,
      section: instance.spans.first.flatMap { report.section(at: $0.lower) }, waived: waived[rule.id])
  }

  /// What the rule advises, with the repair of a table that does not add up.
  private func fix(_ rule: String, _ instance: InstanceResult) -> String? {
    let repair = rule == "t4-total" ? rowRepairs[instance.subject] : repair
    guard let repair, repair.rules.contains(rule) else { return instance.fix }
    return [repair.sentence, instance.fix].compactMap { $0 }.joined(separator: "；")
  }

  private func outcome(_ instance: InstanceResult) -> (Finding.Outcome, [String]) {
    if case .notAssessable(let causes) = instance.outcome { return (.notAssessable, causes) }
    return (.fail, [])
  }

  private func place(_ span: SourceSpan) -> Finding.Place {
    let position = report.source.position(at: span.lower)
    let text = report.source.text(span)
    let quote = text.count <= Self.longestQuote ? text : text.prefix(Self.longestQuote) + "…"
    return Finding.Place(line: position.line, column: position.column, text: String(quote))
  }

  private func id(_ rule: String, _ instance: InstanceResult, _ place: Finding.Place?) -> String {
    let position = place.map { "\($0.line):\($0.column)" } ?? ""
    let outcome = outcome(instance).0.rawValue
    let key = [sha256, rule, instance.subject, outcome, position].joined(separator: "\u{0}")
    return String(Digest.sha256(Array(key.utf8)).prefix(16))
  }

  /// Two findings of one rule at one place are still two.
  private func disambiguate(_ findings: inout [Finding]) {
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let count = seen[findings[index].id, default: 0]
      seen[findings[index].id] = count + 1
      if count > 0 { findings[index] = findings[index].renamed("\(findings[index].id)-\(count + 1)") }
    }
  }
}

extension Finding {
  fileprivate func renamed(_ id: String) -> Finding {
    Finding(
      id: id, rule: rule, severity: severity, outcome: outcome, causes: causes, subject: subject,
      message: message,
      basis: basis, fix: fix, places: places, lhs: lhs, rhs: rhs, section: section, waived: waived)
  }
}
