internal import CLinux
internal import FileAccess
internal import Glibc
internal import SystemPackage

/// A timer that becomes readable at every interval.
final class Ticker {
  let descriptor: FileDescriptor

  /// - Parameter interval: in nanoseconds.
  init(interval: Int64) throws(FileFailure) {
    let number = timerfd_create(CLOCK_MONOTONIC, CInt(TFD_NONBLOCK) | CInt(TFD_CLOEXEC))
    guard number >= 0 else { throw FileFailure(.watch, "timerfd", .system(Errno(rawValue: errno))) }
    self.descriptor = FileDescriptor(rawValue: number)
    let step = timespec(tv_sec: Int(interval / 1_000_000_000), tv_nsec: Int(interval % 1_000_000_000))
    var timing = itimerspec(it_interval: step, it_value: step)
    timerfd_settime(number, 0, &timing, nil)
  }

  deinit { close(descriptor.rawValue) }

  /// Makes it unreadable until the next interval.
  func acknowledge() {
    var count: UInt64 = 0
    _ = read(descriptor.rawValue, &count, 8)
  }
}
