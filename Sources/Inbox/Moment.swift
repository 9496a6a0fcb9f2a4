internal import Glibc

/// One instant by two clocks: the one that files are stamped with, which people may set, and the one
/// that only goes forward.
public struct Moment: Sendable, Hashable {
  /// Nanoseconds since 1970.
  public let wall: Int64
  /// Nanoseconds since the machine booted.
  public let monotonic: Int64

  public init(wall: Int64, monotonic: Int64) {
    self.wall = wall
    self.monotonic = monotonic
  }

  public static var now: Moment {
    Moment(wall: read(CLOCK_REALTIME), monotonic: read(CLOCK_MONOTONIC))
  }

  public func advanced(seconds: Int64) -> Moment {
    Moment(wall: wall + seconds * Moment.second, monotonic: monotonic + seconds * Moment.second)
  }

  /// In nanoseconds.
  public static let second: Int64 = 1_000_000_000

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * second + Int64(time.tv_nsec)
  }
}
