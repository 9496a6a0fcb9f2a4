import CRE2
import RuleLanguage

/// Learns in one pass over a text which of many patterns occur in it.
final class PatternSet: Sendable {
  /// RE2 promises that matching with a compiled set is safe from several threads at once.
  nonisolated(unsafe) private let handle: OpaquePointer
  private let count: Int

  /// Nil when the patterns together are too large; each is then tried on its own.
  init?(_ patterns: [Pattern]) {
    guard patterns.count > 1, let handle = cre2_set_new() else { return nil }
    self.handle = handle
    self.count = patterns.count
    let isComplete = patterns.allSatisfy { pattern in
      pattern.text.withCString { cre2_set_add(handle, $0, pattern.text.utf8.count) >= 0 }
    }
    guard isComplete, cre2_set_compile(handle) == 1 else { return nil }
  }

  deinit { cre2_set_free(handle) }

  /// Whether each pattern occurs; nil when the search gave up.
  func hits(in bytes: borrowing Span<UInt8>) -> [UInt8]? {
    var hits = [UInt8](repeating: 0, count: count)
    let result = bytes.withUnsafeBufferPointer { buffer -> Int32 in
      guard let base = buffer.baseAddress else { return -1 }
      return base.withMemoryRebound(to: CChar.self, capacity: buffer.count) { text in
        hits.withUnsafeMutableBufferPointer {
          cre2_set_match(handle, text, buffer.count, $0.baseAddress, count)
        }
      }
    }
    return result == 0 ? hits : nil
  }
}
