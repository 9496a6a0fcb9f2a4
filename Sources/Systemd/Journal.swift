internal import CSystemd
internal import Glibc

/// Where entries go: to the systemd journal with all their fields, or, where none runs, their messages
/// to standard error.
public struct Journal: Sendable {
  public enum Destination: Sendable { case journald, standardError }

  public let destination: Destination
  private let identifier: String

  /// - Parameter identifier: the SYSLOG_IDENTIFIER, what `journalctl -t` asks for.
  public init(identifier: String, _ destination: Destination) {
    self.identifier = identifier
    self.destination = destination
  }

  /// Whether journald can be spoken to. `sd_journal_sendv` cannot tell: without its socket it claims
  /// success and the message is lost.
  public static var isReachable: Bool { access("/run/systemd/journal/socket", W_OK) == 0 }

  /// Whether standard error is the journal already, so that writing to both would say things twice.
  /// The variable alone proves nothing: a child may have had its standard error led elsewhere.
  public static var isStandardError: Bool {
    guard let stream = getenv("JOURNAL_STREAM").map({ String(cString: $0) }) else { return false }
    var status = stat()
    return fstat(2, &status) == 0 && stream == "\(status.st_dev):\(status.st_ino)"
  }

  /// Hands the entry over. Blocks while journald does not take it.
  public func send(_ entry: JournalEntry) throws(JournalFailure) {
    switch destination {
    case .standardError: Journal.write(entry.message)
    case .journald: try sendToJournald(entry)
    }
  }

  /// Writes text and a line end to standard error in one piece.
  public static func write(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    var written = 0
    while written < bytes.count {
      let result = bytes.withUnsafeBytes {
        Glibc.write(2, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if result < 0, errno != EINTR { return }
      written += max(0, result)
    }
  }

  private func sendToJournald(_ entry: JournalEntry) throws(JournalFailure) {
    guard Journal.isReachable else { throw JournalFailure(errorNumber: ENOENT) }
    let result = Journal.withVectors(payload(entry)) { sd_journal_sendv($0.baseAddress, CInt($0.count)) }
    guard result >= 0 else { throw JournalFailure(errorNumber: -result) }
  }

  private func payload(_ entry: JournalEntry) -> [[UInt8]] {
    let standard = [
      "MESSAGE=\(entry.message)", "PRIORITY=\(entry.priority.rawValue)", "MESSAGE_ID=\(entry.kind.rawValue)",
      "SYSLOG_IDENTIFIER=\(identifier)",
    ]
    return (standard + entry.fields.map { "\($0.name)=\($0.value)" }).map { Array($0.utf8) }
  }

  /// All fields end to end in one buffer, and for each where it begins and how long it is.
  private static func withVectors<Result>(
    _ fields: [[UInt8]], _ body: (UnsafeBufferPointer<iovec>) -> Result
  ) -> Result {
    var all = Array(fields.joined())
    return all.withUnsafeMutableBytes { buffer in
      var vectors: [iovec] = []
      var offset = 0
      for field in fields {
        vectors.append(iovec(iov_base: buffer.baseAddress.map { $0 + offset }, iov_len: field.count))
        offset += field.count
      }
      return vectors.withUnsafeBufferPointer(body)
    }
  }
}

/// Why journald did not take an entry: it is stopped, or its socket is gone.
public struct JournalFailure: Error, Sendable, CustomStringConvertible {
  /// An errno.
  public let errorNumber: CInt

  public var description: String { "日志服务不可用 (errno \(errorNumber))" }
}
