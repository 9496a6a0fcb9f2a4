internal import Glibc
internal import Ledger
internal import Synchronization

/// Looks at every page of the ledger once, in a thread of its own: a damaged page that nobody needs today would
/// else be found when it is needed.
///
/// It uses the connections that are there: one of its own would have to go in the end (see `Ledger.finish`).
final class LedgerCheck: Sendable {
  private let ledger: Ledger
  private let unsound = Mutex(false)

  init(_ ledger: Ledger) { self.ledger = ledger }

  /// Whether it found the ledger damaged.
  var hasFailed: Bool { unsound.withLock { $0 } }

  func start() {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(self)
    pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<LedgerCheck>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, work.toOpaque())
    pthread_detach(thread)
  }

  /// What cannot be looked at now is no damage.
  private func run() {
    guard let isSound = try? ledger.isSound() else { return }
    unsound.withLock { $0 = !isSound }
  }
}
