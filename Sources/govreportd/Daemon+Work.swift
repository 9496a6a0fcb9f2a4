internal import FileAccess
internal import Inbox
internal import Inspection
internal import Ledger
internal import Reinspection
internal import Systemd

/// A claimed file and what is to be recorded of it.
struct Inspected {
  let file: ClaimedFile
  let entry: LedgerEntry
}

extension Daemon {
  /// So long may a batch take before what is inspected of it is recorded, in nanoseconds.
  private static let share = Moment.second

  /// Reads the reports of a file, and lets the watchdog know after each: an archive may have a thousand.
  var examine: Reinspection.Examine {
    { [self, inspector = generation.inspector] bytes, name, archive in
      inspector.examineFile(bytes, name, archive, ping)
    }
  }

  /// Claims a batch, inspects each file, commits all of it, and moves files that are recorded.
  func workOnce() {
    let intake = Intake(inbox: inbox, ledger: ledger, generation: generation, examine: examine)
    var batch: [Inspected] = []
    var files = nextFiles()[...]
    let end = Moment.now.monotonic + Daemon.share
    while let file = files.popFirst() {
      inspect(file, intake, into: &batch)
      ping()
      // What follows slow ones would wait for them to be told.
      if Moment.now.monotonic > end { break }
    }
    inHand = files + inHand
    if !batch.isEmpty { record(batch) }
    settleWhenDue()
  }

  /// Tries again what the ledger refused, or whether it takes anything.
  func recordAgain() {
    let waiting = unrecorded
    unrecorded = []
    ledgerTrouble = nil
    record(waiting)
    settleWhenDue()
  }

  private func nextFiles() -> [ClaimedFile] {
    guard !inHand.isEmpty else { return inbox.claim(atMost: Daemon.batch) }
    let files = inHand.prefix(Daemon.batch)
    inHand.removeFirst(files.count)
    hasUnfinishedTries = hasUnfinishedTries || files.contains(where: \.isRecovered)
    return Array(files)
  }

  private func inspect(_ file: ClaimedFile, _ intake: Intake, into batch: inout [Inspected]) {
    do throws(LedgerFailure) {
      switch try intake.step(file) {
      case .record(let entry): batch.append(Inspected(file: file, entry: entry))
      case .recorded(let verdict): settleKnown(file, verdict)
      case .wait: inbox.postpone(file)
      case .gone(let failure): say(.lost(file, failure))
      }
    } catch {
      inbox.postpone(file)
      note(error)
    }
  }

  private func record(_ batch: [Inspected]) {
    do throws(LedgerFailure) {
      let recorded = try ledger.record(batch.map(\.entry))
      isLedgerTroubleSaid = false
      publisher.publish()
      for (inspected, record) in zip(batch, recorded) {
        settling.append(Settling(file: inspected.file, verdict: record.verdict))
        record.inspections.forEach(count)
      }
    } catch {
      unrecorded += batch
      note(error)
    }
  }

  /// Of a file that still stands in the inbox, the copy that was inspected is kept already.
  private func settleKnown(_ file: ClaimedFile, _ verdict: Verdict) {
    guard file.remaining != nil else { return settling.append(Settling(file: file, verdict: verdict)) }
    do throws(FileFailure) { try inbox.discard(file) } catch { say(.unmoved(error)) }
  }

  private func count(_ record: RecordedInspection) {
    status.reports += 1
    guard record.duplicateOf == nil else { return }
    status.findings += record.inspection.failures.count
    if let alert = record.lastAlert { status.lastAlert = alert }
    mayBeDue = true
  }

  /// Inspects again what an earlier report or somebody's request made due; new files come first.
  func inspectAgain() {
    var step = Reinspection(
      ledger, state: settings.state, rules: generation.inForce, now: Moment.now.wall / 1_000_000,
      examine: examine)
    do throws(LedgerFailure) {
      let progress = try step.step(limit: Daemon.batch)
      mayBeDue = progress.done > 0
      isLedgerTroubleSaid = false
      for failure in progress.failures { say(.notInspectedAgain(failure)) }
      guard !progress.changed.isEmpty else { return }
      publisher.publish()
      for alert in progress.changed.compactMap(\.lastAlert) { status.lastAlert = alert }
      status.count(try ledger.totals())
    } catch {
      note(error)
    }
  }
}

extension RecordedInspection {
  /// The gravest thing that was found, as the journal has it.
  fileprivate var lastAlert: String? {
    guard let gravest = news.filter(\.isFailure).max(by: { $0.severity < $1.severity }) else { return nil }
    let place = gravest.places.first.map { "\(inspection.file):\($0.line)" } ?? inspection.file
    return "\(place) \(gravest.message)"
  }
}
