internal import CLinux
internal import Glibc
internal import Ledger
internal import Synchronization
internal import Systemd

/// Tells the journal, in a thread of its own: a journald that hangs stops neither intake nor watchdog.
///
/// What is in the ledger's outbox is said and then marked; what cannot be said now is said later, after
/// a restart if need be.
final class Publisher: Sendable {
  private struct State {
    var notices: [JournalEntry] = []
    var lastWords: JournalEntry?
    var isFinished = false
    var journalFailure: JournalFailure?
    var ledgerFailure: LedgerFailure?
    var isLedgerFailureTold = false
  }

  private let journal: Journal
  private let ledger: Ledger
  private let state = Mutex(State())
  private let bell: CInt

  /// The last inspection of the outbox that was said; used by the publishing thread alone. While the ledger
  /// cannot be written it keeps what was said from being said again.
  private let said = Mutex(Said())

  private struct Said {
    var last: Int64 = 0
    var unmarked = 0
  }

  /// So many may be said twice after a crash; marking each would make the disk wait for the journal.
  private static let markBatch = 256
  /// Notices that no journal takes are kept up to this number; the oldest go first.
  private static let noticeLimit = 1000
  private static let batch = 64

  init(_ journal: Journal, _ ledger: Ledger) {
    self.journal = journal
    self.ledger = ledger
    self.bell = eventfd(0, CInt(EFD_CLOEXEC))
  }

  func start() {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(self)
    pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Publisher>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, work.toOpaque())
    pthread_detach(thread)
  }

  /// Says something that is in no ledger.
  func say(_ entry: JournalEntry) {
    state.withLock { state in
      if state.notices.count >= Publisher.noticeLimit { state.notices.removeFirst() }
      state.notices.append(entry)
    }
    ring()
  }

  /// There is something in the outbox.
  func publish() { ring() }

  /// Why the journal cannot be told, while that is so.
  var failure: String? {
    state.withLock { $0.journalFailure?.description ?? $0.ledgerFailure?.description }
  }

  /// Why the outbox cannot be read or marked; told once for each try.
  func takeLedgerFailure() -> LedgerFailure? {
    state.withLock { state in
      defer { state.isLedgerFailureTold = true }
      return state.isLedgerFailureTold ? nil : state.ledgerFailure
    }
  }

  /// Says all there is and these last words; waits for that no longer than so many milliseconds.
  func finish(_ lastWords: JournalEntry, within milliseconds: Int) {
    state.withLock { $0.lastWords = lastWords }
    ring()
    for _ in 0..<milliseconds where !state.withLock({ $0.isFinished }) { usleep(1000) }
  }

  private func ring() { eventfd_write(bell, 1) }

  private func run() {
    // For who looks at the threads from outside.
    linux_name_thread("journal")
    while true {
      let progress = sayNotices() ? sayOutbox() : .journalFails
      let lastWords = state.withLock { $0.notices.isEmpty ? $0.lastWords : nil }
      if progress != .journalFails, let lastWords, send([lastWords]) { break }
      waitForBell(atMost: progress == .allSaid ? nil : 1000)
    }
    state.withLock { $0.isFinished = true }
  }

  private func waitForBell(atMost milliseconds: CInt?) {
    var wait = pollfd(fd: bell, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, milliseconds ?? -1) > 0 else { return }
    var count: UInt64 = 0
    eventfd_read(bell, &count)
  }

  private func sayNotices() -> Bool {
    while let notice = state.withLock({ $0.notices.first }) {
      guard send([notice]) else { return false }
      state.withLock { state in
        if state.notices.first == notice { state.notices.removeFirst() }
      }
    }
    return true
  }

  private enum Progress { case allSaid, journalFails, ledgerFails }

  private func sayOutbox() -> Progress {
    do throws(LedgerFailure) {
      let progress = try sayUnpublished()
      state.withLock { $0.ledgerFailure = nil }
      return progress
    } catch {
      state.withLock { state in
        state.ledgerFailure = error
        state.isLedgerFailureTold = false
      }
      return .ledgerFails
    }
  }

  private func sayUnpublished() throws(LedgerFailure) -> Progress {
    while true {
      let waiting = try ledger.unpublished(after: said.withLock { $0.last }, limit: Publisher.batch)
      if waiting.isEmpty {
        try mark()
        return .allSaid
      }
      for inspection in waiting {
        guard send(inspection.journalEntries) else {
          try mark()
          return .journalFails
        }
        said.withLock { $0 = Said(last: inspection.id, unmarked: $0.unmarked + 1) }
      }
      if said.withLock({ $0.unmarked >= Publisher.markBatch }) { try mark() }
    }
  }

  /// Keeps what was said from being said again after a restart.
  private func mark() throws(LedgerFailure) {
    let (last, unmarked) = said.withLock { ($0.last, $0.unmarked) }
    guard unmarked > 0 else { return }
    try ledger.markPublished(upTo: last)
    said.withLock { $0.unmarked -= unmarked }
  }

  private func send(_ entries: [JournalEntry]) -> Bool {
    do throws(JournalFailure) {
      for entry in entries { try journal.send(entry) }
      state.withLock { $0.journalFailure = nil }
      return true
    } catch {
      state.withLock { $0.journalFailure = error }
      return false
    }
  }
}
