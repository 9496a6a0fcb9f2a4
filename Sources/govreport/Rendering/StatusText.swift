import Diagnostics
import Inspection
import Ledger

/// `govreport status` for people.
enum StatusText {
  static func of(_ overview: LedgerOverview, _ around: Surroundings) -> String {
    var lines = [
      around.daemon.map { "govreportd 正在运行（进程 \($0)）" } ?? "govreportd 没有运行",
      row("状态文件夹", around.state),
      row("报告", reports(overview)),
      row("发现", severities(overview)),
    ]
    if let waiting = waiting(overview, around) { lines.append(row("等待", waiting)) }
    if let last = overview.lastInspection { lines.append(row("最近检查", LocalTime.text(last))) }
    for (hash, count) in overview.rules.sorted(by: { $0.value > $1.value }) {
      lines.append(row("规则", "\(hash.prefix(8))（按此检查的报告 \(count) 份）"))
    }
    lines.append(row("台账", "\(around.ledger)，\((around.bytes + 1023) / 1024) KiB"))
    for name in around.setAside {
      lines.append(row("注意", "台账曾损坏，旧文件留作 \(around.state)/\(name)；核对后可自行移走"))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ title: String, _ text: String) -> String {
    title + String(repeating: "　", count: max(0, 5 - title.count)) + "  " + VisibleText.of(text)
  }

  private static func reports(_ overview: LedgerOverview) -> String {
    let verdicts = Verdict.allCases.compactMap { verdict in
      overview.verdicts[verdict].map { "\(Words.verdict(verdict)) \($0)" }
    }
    var parts = ["\(overview.reports) 份"]
    if overview.duplicates > 0 { parts.append("另有重复 \(overview.duplicates) 份") }
    if !verdicts.isEmpty { parts.append(verdicts.joined(separator: "、")) }
    if overview.agencies > 0 { parts.append("机关 \(overview.agencies) 个") }
    if let first = overview.firstYear, let last = overview.lastYear {
      parts.append(first == last ? "\(first) 年度" : "\(first)—\(last) 年度")
    }
    return parts.joined(separator: "，")
  }

  private static func severities(_ overview: LedgerOverview) -> String {
    let parts = Severity.allCases.reversed().compactMap { severity in
      overview.severities[severity].map { "\(Words.severity(severity)) \($0)" }
    }
    return parts.isEmpty ? "没有" : parts.joined(separator: "、")
  }

  private static func waiting(_ overview: LedgerOverview, _ around: Surroundings) -> String? {
    let parts: [(Int, String)] = [
      (around.inbox ?? 0, "收件箱 %件"), (around.work ?? 0, "检查中 %件"), (overview.due, "重新检查 %份"),
      (overview.unpublished, "写入日志 %份"),
    ]
    let texts = parts.filter { $0.0 > 0 }.map { $0.1.replacing("%", with: "\($0.0) ") }
    return texts.isEmpty ? nil : texts.joined(separator: "、")
  }
}

/// The same for programs. Its keys are a contract.
enum StatusJSON {
  static func of(_ overview: LedgerOverview, _ around: Surroundings) -> JSON {
    .object([
      ("daemon", .object([("running", .truth(around.daemon != nil)), ("pid", .optional(around.daemon))])),
      ("state", .string(around.state)), ("reports", .integer(overview.reports)),
      ("duplicates", .integer(overview.duplicates)), ("agencies", .integer(overview.agencies)),
      ("first_year", .optional(overview.firstYear)), ("last_year", .optional(overview.lastYear)),
      (
        "verdicts",
        .object(Verdict.allCases.map { ($0.rawValue, .integer(overview.verdicts[$0] ?? 0)) })
      ),
      (
        "findings",
        .object(Severity.allCases.reversed().map { ($0.rawValue, .integer(overview.severities[$0] ?? 0)) })
      ),
      ("unpublished", .integer(overview.unpublished)), ("due", .integer(overview.due)),
      (
        "waiting", .object([("inbox", .optional(around.inbox)), ("work", .optional(around.work))])
      ),
      ("last_inspected", .optional(overview.lastInspection.map(LocalTime.iso))),
      ("rules", .object(overview.rules.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })),
      (
        "ledger", .object([("path", .string(around.ledger)), ("bytes", .integer(Int(around.bytes)))])
      ),
      ("set_aside", .array(around.setAside.map(JSON.string))),
    ])
  }
}
