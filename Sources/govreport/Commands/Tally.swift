import Inspection

/// Counts verdicts, and knows the exit status that they amount to.
struct Tally {
  let failOn: Severity
  private(set) var verdicts: [Verdict: Int] = [:]
  private(set) var unreadable = 0
  private(set) var hasFindings = false

  init(failOn: Severity) { self.failOn = failOn }

  var reports: Int { verdicts.values.reduce(0, +) }

  mutating func add(_ result: Result<[Examination], InputFailure>) {
    guard case .success(let examinations) = result else {
      unreadable += 1
      return
    }
    for examination in examinations { add(examination.inspection) }
  }

  private mutating func add(_ inspection: Inspection) {
    verdicts[inspection.verdict, default: 0] += 1
    if inspection.findings.contains(where: {
      $0.outcome == .fail && $0.severity >= failOn && $0.waived == nil
    }) {
      hasFindings = true
    }
    // A flagged report may lack cells as well: they count when its findings do not.
    let isPartial = inspection.assessment.cellsRead < inspection.assessment.cellsRequired
    if isPartial || inspection.assessment.rulesNotAssessable > 0 || inspection.verdict == .rejected {
      unreadable += 1
    }
  }

  var status: Int32 { hasFindings ? 1 : unreadable > 0 ? 2 : 0 }

  var summary: String {
    let parts = Verdict.allCases.compactMap { verdict in
      verdicts[verdict].map { "\(Words.verdict(verdict)) \($0) 份" }
    }
    return "共 \(reports) 份报告：" + parts.joined(separator: "，")
  }
}

/// Words of the product, as readers are shown them.
enum Words {
  static func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .passed: "通过"
    case .flagged: "有问题"
    case .incomplete: "未读全"
    case .rejected: "拒收"
    }
  }

  static func severity(_ severity: Severity) -> String {
    switch severity {
    case .critical: "严重"
    case .error: "错误"
    case .warning: "警告"
    case .info: "提示"
    }
  }
}
