internal import Ledger

/// What `systemctl status` shows of the service in one line.
struct StatusLine {
  var inbox: String
  var reports = 0
  var findings = 0
  var waiting = 0
  var lastAlert: String?
  var rules = ""
  /// Why the last reload was refused, until a good one.
  var refusal: String?
  /// What keeps the service from its work, most pressing first.
  var troubles: [String] = []

  /// Goes on from what the ledger holds already.
  mutating func count(_ totals: LedgerTotals) {
    reports = totals.reports
    findings = totals.findings
  }

  var text: String {
    var parts = ["监视 \(inbox)", "报告 \(reports) 份，发现 \(findings) 条，待处理 \(waiting)"]
    if let lastAlert { parts.append("最近：\(StatusLine.short(lastAlert))") }
    parts.append("规则 \(rules)")
    if let refusal { parts.append("规则重载被拒绝：\(StatusLine.short(refusal))") }
    return (troubles + parts).joined(separator: "；")
  }

  /// A terminal's line has room for so much of one message.
  private static func short(_ text: String) -> String {
    text.count <= 160 ? text : text.prefix(159) + "…"
  }
}
