internal import Inspection
internal import Ledger
internal import Systemd

extension RecordedInspection {
  /// What the journal is told: each finding that it was not told before, then the report.
  var journalEntries: [JournalEntry] { news.map(entry) + [reportEntry] }

  private func entry(_ finding: Finding) -> JournalEntry {
    let line = finding.places.first?.line
    let place = line.map { "\(inspection.file):\($0)" } ?? inspection.file
    let waived = finding.waived.map { "（已豁免：\($0)）" } ?? ""
    var entry = JournalEntry(
      .finding, finding.priority, "\(place) \(finding.message)\(waived) [\(finding.rule)]")
    entry.add("GOVREPORT_RULE", finding.rule)
    entry.add("GOVREPORT_SEVERITY", finding.severity.rawValue)
    entry.add("GOVREPORT_OUTCOME", finding.outcome.rawValue)
    entry.add("GOVREPORT_CAUSE", finding.causes.joined(separator: ","))
    entry.add("GOVREPORT_SUBJECT", finding.subject)
    entry.add("GOVREPORT_LINE", line)
    entry.add("GOVREPORT_SECTION", finding.section)
    entry.add("GOVREPORT_LHS", finding.lhs)
    entry.add("GOVREPORT_RHS", finding.rhs)
    entry.add("GOVREPORT_BASIS", finding.basis)
    entry.add("GOVREPORT_FINDING", finding.id)
    addReportFields(to: &entry)
    return entry
  }

  private var reportEntry: JournalEntry {
    var entry = JournalEntry(.report, inspection.verdict.priority, "\(inspection.file) \(summary)")
    entry.add("GOVREPORT_VERDICT", inspection.verdict.rawValue)
    entry.add("GOVREPORT_CAUSE", inspection.rejection?.code)
    entry.add("GOVREPORT_DUPLICATE_OF", duplicateOf)
    addReportFields(to: &entry)
    return entry
  }

  private func addReportFields(to entry: inout JournalEntry) {
    entry.add("GOVREPORT_FILE", inspection.file)
    entry.add("GOVREPORT_SHA256", inspection.sha256)
    entry.add("GOVREPORT_AGENCY", inspection.agency)
    entry.add("GOVREPORT_YEAR", inspection.year)
    entry.add("GOVREPORT_EDITION", inspection.edition)
    entry.add("GOVREPORT_RULES_HASH", rules.hash)
  }

  private var summary: String {
    if let duplicateOf { return "与 \(duplicateOf) 内容相同，不再重复检查 (duplicate of \(duplicateOf))" }
    if isRecovered { return "台账重建，补记：\(inspection.summary)" }
    guard let again else { return inspection.summary }
    let change = again.verdict == inspection.verdict ? "" : "原为\(again.verdict.word)，现在"
    return
      "\(again.reason.words)，重新检查：\(change)\(inspection.summary)；新增 \(news.count) 条，消除 \(settled.count) 条"
  }
}

extension Finding {
  /// A waived finding is on record, and raises nobody.
  fileprivate var priority: JournalEntry.Priority {
    if waived != nil { return .info }
    return switch severity {
    case .critical: .critical
    case .error: .error
    case .warning: .warning
    case .info: .info
    }
  }
}

extension DueReason {
  fileprivate var words: String {
    switch self {
    case .history: "收到上一年度报告"
    case .asked, .move: "应要求"
    case .rules: "规则已变"
    }
  }
}

extension Verdict {
  fileprivate var word: String {
    switch self {
    case .passed: "通过"
    case .flagged: "有问题"
    case .incomplete: "不完整"
    case .rejected: "拒收"
    }
  }

  fileprivate var priority: JournalEntry.Priority {
    switch self {
    case .passed: .info
    case .flagged, .incomplete: .notice
    case .rejected: .warning
    }
  }
}
