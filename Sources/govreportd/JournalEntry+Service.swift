internal import FileAccess
internal import Inbox
internal import Ledger
internal import Systemd

/// Entries on the service itself.
extension JournalEntry {
  static func started(inbox: String, _ rules: RuleGeneration) -> JournalEntry {
    var entry = JournalEntry(
      .started, .info, "开始监视 \(inbox)；规则 \(rules.summary)")
    entry.add("GOVREPORT_RULES_HASH", rules.hash)
    return entry
  }

  static func stopped(reports: Int, findings: Int) -> JournalEntry {
    JournalEntry(.stopped, .info, "已停止；台账共有报告 \(reports) 份，发现 \(findings) 条")
  }

  static func reloaded(from old: RuleGeneration, to new: RuleGeneration) -> JournalEntry {
    let change = old.hash == new.hash ? "没有变化" : "原为 \(old.count) 条 \(old.shortHash)"
    var entry = JournalEntry(
      .reloaded, .info, "规则已重新读取：\(new.summary)（\(change)）")
    entry.add("GOVREPORT_RULES_HASH", new.hash)
    return entry
  }

  static func reloadRefused(_ refusal: RuleRefusal, keeping old: RuleGeneration) -> JournalEntry {
    let headline = "规则重载被拒绝：新规则有 \(refusal.count) 处错误，继续使用原有 \(old.count) 条规则 \(old.shortHash)"
    var entry = JournalEntry(.reloadRefused, .error, lines: [headline] + refusal.lines)
    entry.add("GOVREPORT_RULES_HASH", old.hash)
    return entry
  }

  static func rulesUnwatched(_ failure: FileFailure?) -> JournalEntry {
    let reason = failure.map { "（\($0)）" } ?? ""
    return JournalEntry(
      .intakeProblem, .warning, "无法监视规则文件夹\(reason)：修改规则后请运行 systemctl reload govreportd")
  }

  static func problem(_ problem: InboxProblem) -> JournalEntry {
    JournalEntry(.intakeProblem, problem.needsAction ? .warning : .notice, problem.description)
  }

  static func ledgerFails(_ failure: LedgerFailure) -> JournalEntry {
    JournalEntry(.intakeProblem, .error, "\(failure)；暂停收件，恢复后自动继续")
  }

  static func unmoved(_ failure: FileFailure) -> JournalEntry {
    JournalEntry(.intakeProblem, .error, "\(failure)；检查结果已记录，文件留在 work/，稍后自动再试")
  }

  static func unsynchronised(_ failure: FileFailure) -> JournalEntry {
    JournalEntry(.intakeProblem, .error, "\(failure)；检查照常进行，断电后请核对最近的文件")
  }

  static func notInspectedAgain(_ failure: FileFailure) -> JournalEntry {
    JournalEntry(.intakeProblem, .warning, "没有重新检查：\(failure)；原来的结论保留")
  }

  static func ledgerSetAside(_ reason: String, as name: String) -> JournalEntry {
    JournalEntry(.intakeProblem, .critical, "\(reason)；旧文件留作 \(name)，现在由文件夹重建台账")
  }

  static func ledgerLost(_ loss: String) -> JournalEntry {
    JournalEntry(.intakeProblem, .critical, "\(loss)；正在由 passed、flagged、incomplete、rejected 四个文件夹重建台账")
  }

  static func rebuilt(files: Int) -> JournalEntry {
    JournalEntry(.intakeProblem, .warning, "台账已由文件夹重建：补记 \(files) 个文件，以前说过的问题不再逐条重复")
  }

  static func notRebuilt(_ failure: FileFailure) -> JournalEntry {
    JournalEntry(.intakeProblem, .warning, "没有补记：\(failure)；文件留在原处")
  }

  static func lost(_ file: ClaimedFile, _ failure: FileFailure) -> JournalEntry {
    var entry = JournalEntry(.intakeProblem, .error, "文件在检查前从 work/ 消失：\(failure)")
    entry.add("GOVREPORT_FILE", file.original.visible)
    return entry
  }
}
