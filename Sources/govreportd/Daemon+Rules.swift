internal import Inbox
internal import Systemd

extension Daemon {
  /// So long must nothing change before changed rules are read: an editor or a package manager may be in
  /// the middle of its work. In nanoseconds.
  private static let quiet = Moment.second / 2

  /// Somebody asked for it: reads the rules again, and says so whatever the outcome.
  func reload() {
    Notify.reloading()
    rulesChanged = nil
    reload(isAsked: true)
    refreshStatus()
    Notify.ready(status: shownStatus)
  }

  /// Where the rules cannot be watched, whoever changes them must ask for a reload.
  func sayUnwatchedRules() {
    if ruleWatch == nil || ruleWatch?.failure != nil { say(.rulesUnwatched(ruleWatch?.failure)) }
  }

  /// Something in the rule folders changed.
  func noticeRules() {
    if ruleWatch?.takeEvents() == true { rulesChanged = Moment.now.monotonic }
  }

  /// Reads changed rules when their folders have come to rest.
  func reloadWhenQuiet() {
    guard let changed = rulesChanged, Moment.now.monotonic - changed >= Daemon.quiet else { return }
    rulesChanged = nil
    reload(isAsked: false)
  }

  /// Wrong rules leave those in force that are. Unasked, only news are told: an editor's own files
  /// change in the folder, too.
  private func reload(isAsked: Bool) {
    do throws(RuleRefusal) {
      let fresh = try RuleGeneration(settings.rules)
      if isAsked || fresh.hash != generation.hash || refusal != nil {
        say(.reloaded(from: generation, to: fresh))
      }
      generation = fresh
      refusal = nil
    } catch {
      if isAsked || refusal?.lines != error.lines { say(.reloadRefused(error, keeping: generation)) }
      refusal = error
    }
    status.refusal = refusal?.brief
  }
}
