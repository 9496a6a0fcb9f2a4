import Glibc

/// Moments of the ledger, for people and for programs.
enum LocalTime {
  /// `2026-01-31 09:05:00`, by this machine's clock.
  static func text(_ milliseconds: Int64) -> String { format(milliseconds, "%Y-%m-%d %H:%M:%S", localtime_r) }

  /// `2026-01-31T01:05:00Z`
  static func iso(_ milliseconds: Int64) -> String { format(milliseconds, "%Y-%m-%dT%H:%M:%SZ", gmtime_r) }

  private typealias Split = (UnsafePointer<time_t>, UnsafeMutablePointer<tm>) -> UnsafeMutablePointer<tm>?

  private static func format(_ milliseconds: Int64, _ form: String, _ split: Split) -> String {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    guard split(&seconds, &parts) != nil else { return "?" }
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, form, &parts)
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
