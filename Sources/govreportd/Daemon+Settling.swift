internal import FileAccess
internal import Inbox
internal import Inspection
internal import SystemPackage
internal import Systemd

/// A file whose inspection is in the ledger, and whose place is no longer `work/`.
struct Settling {
  let file: ClaimedFile
  let verdict: Verdict
}

extension Daemon {
  /// So many are synchronised and moved together under load: a synchronisation costs the same for one
  /// and for hundreds.
  private static let most = 256

  /// Moves what is recorded: at once when nothing else is to be done, together under load.
  func settleWhenDue() {
    if settling.count >= Daemon.most || !hasWork { settleAll() }
  }

  /// Synchronises the files and the folders that they are in, then moves them. A crash before that
  /// leaves them in `work/` and in the ledger; the next start moves them without a word.
  func settleAll() {
    guard !settling.isEmpty else { return }
    let batch = settling
    settling = []
    attempt { () throws(FileFailure) in try inbox.synchronise(batch.map(\.file)) }
    for each in batch { settle(each) }
    forgetTries()
    attempt { () throws(FileFailure) in try inbox.synchroniseOutcomes() }
  }

  /// Tries again what could not be moved.
  func settleAgain() {
    guard !unsettled.isEmpty else { return }
    settling += unsettled
    unsettled = []
    settleAll()
    if unsettled.isEmpty { isUnsettledSaid = false }
  }

  /// A rejected file has left its mark behind, and none is needed when all are done.
  private func forgetTries() {
    guard hasUnfinishedTries, inHand.isEmpty else { return }
    inbox.forgetTries()
    hasUnfinishedTries = false
  }

  private func settle(_ settling: Settling) {
    do throws(FileFailure) {
      try inbox.settle(settling.file, as: settling.verdict.outcome)
    } catch {
      if error.errno == .noSuchFileOrDirectory, (try? inbox.status(settling.file)) == nil {
        return say(.lost(settling.file, error))
      }
      unsettled.append(settling)
      if !isUnsettledSaid { say(.unmoved(error)) }
      isUnsettledSaid = true
    }
  }

  /// The inspections are right even when the disk will not answer for the files.
  private func attempt(_ synchronise: () throws(FileFailure) -> Void) {
    do throws(FileFailure) {
      try synchronise()
      isDiskTroubleSaid = false
    } catch {
      if !isDiskTroubleSaid { say(.unsynchronised(error)) }
      isDiskTroubleSaid = true
    }
  }
}

extension Verdict {
  fileprivate var outcome: Outcome {
    switch self {
    case .passed: .passed
    case .flagged: .flagged
    case .incomplete: .incomplete
    case .rejected: .rejected
    }
  }
}
