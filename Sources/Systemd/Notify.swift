internal import CSystemd
internal import Glibc

/// Tells the service manager how the service is. Does nothing where no manager asked (NOTIFY_SOCKET).
public enum Notify {
  public static func ready(status: String) { send("READY=1\nSTATUS=\(oneLine(status))") }

  /// What `systemctl status` shows on its Status line.
  public static func status(_ status: String) { send("STATUS=\(oneLine(status))") }

  /// `ready(status:)` must follow when the reload is over, whatever its outcome.
  public static func reloading() { send("RELOADING=1\nMONOTONIC_USEC=\(Monotonic.now / 1000)") }

  public static func stopping(status: String) { send("STOPPING=1\nSTATUS=\(oneLine(status))") }

  public static func watchdog() { send("WATCHDOG=1") }

  /// How often the manager wants to hear from the watchdog at the least, in nanoseconds; nil when never.
  public static var watchdogInterval: Int64? {
    var microseconds: UInt64 = 0
    guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
    return Int64(clamping: microseconds) * 1000
  }

  private static func send(_ state: String) { _ = sd_notify(0, state) }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}

/// The clock that nobody sets.
enum Monotonic {
  /// In nanoseconds since the machine booted.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
