internal import FileAccess
internal import Glibc
internal import Inbox
internal import Inspection
internal import Ledger
internal import Reinspection
internal import SystemPackage
internal import Systemd

/// What the daemon does when the ledger fails it.
extension Daemon {
  func note(_ failure: LedgerFailure) {
    ledgerTrouble = failure
    if !isLedgerTroubleSaid { say(.ledgerFails(failure)) }
    isLedgerTroubleSaid = true
    if failure.kind == .corrupt { beginAnew(failure.description) }
  }

  /// Sets the ledger aside and starts again, to rebuild it from the folders: what is in hand stays in `work/`, and
  /// nothing in this process holds on to the damaged file.
  func beginAnew(_ reason: String) {
    guard !LedgerDoor.wasSetAsideLately(in: settings.state) else { return }
    guard let name = LedgerDoor.setAside(settings.ledger) else { return }
    let notice = JournalEntry.ledgerSetAside(reason, as: name)
    Notify.status(notice.message)
    publisher.finish(notice, within: 1000)
    // All descriptors close themselves; the process and what the service manager knows of it stay.
    execv("/proc/self/exe", CommandLine.unsafeArgv)
    // The service manager starts it again.
    exit(1)
  }

  /// Goes on with making a lost ledger again from the folders; new files wait for that, since they may repeat or
  /// continue what is in them.
  func rebuildOnce(_ rebuilding: inout Rebuilding) {
    do throws(LedgerFailure) {
      for failure in try rebuilding.step(limit: Daemon.batch, now: Moment.now.wall / 1_000_000) {
        say(.notRebuilt(failure))
      }
      isLedgerTroubleSaid = false
      publisher.publish()
    } catch {
      note(error)
    }
  }

  /// After the files, those that now have their predecessors; then the ledger is what it was.
  func finishRebuilding(_ rebuilding: Rebuilding) {
    do throws(LedgerFailure) {
      if try ledger.dueCount() > 0 { return inspectAgain() }
      try ledger.finishRebuilding()
      status.count(try ledger.totals())
      say(.rebuilt(files: rebuilding.total))
      self.rebuilding = nil
    } catch {
      note(error)
    }
  }

  /// Nil when nothing is to be rebuilt.
  func beginRebuilding() throws(LedgerFailure) -> Rebuilding? {
    guard try ledger.isRebuilding() else { return nil }
    return try Rebuilding(
      ledger, state: settings.state, rules: generation.inForce, examine: examine)
  }
}
