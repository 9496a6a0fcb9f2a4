internal import CLinux
internal import FileAccess
internal import Glibc
internal import SystemPackage

/// Waits until there is a signal, something in the inbox, or time to look around.
final class EventLoop {
  enum Source: UInt64, CaseIterable { case signals, ticker, inbox, rules }

  let signals: Signals
  let ticker: Ticker
  private let epoll: CInt

  /// - Parameters:
  ///   - inbox: readable when the inbox has news.
  ///   - rules: readable when rules may have changed; nil when nobody watches them.
  ///   - interval: of the ticker, in nanoseconds.
  init(inbox: FileDescriptor, rules: FileDescriptor?, interval: Int64) throws(FileFailure) {
    self.signals = try Signals()
    self.ticker = try Ticker(interval: interval)
    self.epoll = epoll_create1(CInt(EPOLL_CLOEXEC))
    guard epoll >= 0 else { throw FileFailure(.watch, "epoll", .system(Errno(rawValue: errno))) }
    try add(.signals, signals.descriptor)
    try add(.ticker, ticker.descriptor)
    try add(.inbox, inbox)
    if let rules { try add(.rules, rules) }
  }

  deinit { close(epoll) }

  private func add(_ source: Source, _ descriptor: FileDescriptor) throws(FileFailure) {
    var event = epoll_event(events: EPOLLIN.rawValue, data: epoll_data_t(u64: source.rawValue))
    guard epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor.rawValue, &event) == 0 else {
      throw FileFailure(.watch, "epoll", .system(Errno(rawValue: errno)))
    }
  }

  /// - Parameter isPolling: returns at once, with nothing when there is nothing.
  func wait(isPolling: Bool) -> [Source] {
    let capacity = Source.allCases.count
    var events = [epoll_event](repeating: epoll_event(), count: capacity)
    let count = epoll_wait(epoll, &events, CInt(capacity), isPolling ? 0 : -1)
    return events.prefix(max(0, Int(count))).compactMap { Source(rawValue: $0.data.u64) }
  }
}
