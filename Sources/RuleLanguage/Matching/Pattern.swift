import CRE2
import Synchronization

/// A compiled pattern: linear in the length of the text, and safe to use from any thread.
package final class Pattern: Sendable {
  /// Whether it is only tried on parts of a line.
  private let isOfLine: Bool
  /// The names of the groups, by number; the whole match is number 0 and has none.
  package let groupNames: [String?]
  /// Groups of a name that an earlier group has, and that one: branches of a choice may each have a group of the
  /// same name.
  private let namesakes: [(later: Int, first: Int)]
  /// Where matches can be; worked out when it is first needed.
  private let prospects = AtomicLazyReference<MatchProspects>()
  /// RE2 promises that matching with a compiled pattern is safe from several threads at once.
  nonisolated(unsafe) private let handle: OpaquePointer

  /// More matches of one pattern than this are no reading of a report, but an attack on it.
  package static let mostMatches = 10_000

  /// - Parameter isOfLine: that it is only tried on parts of a line: `^` and `$` are the ends of what it is tried
  ///   on, and one with `$` at its end is searched from there, however long the rest is.
  package convenience init(_ text: String, isOfLine: Bool = false) throws(PatternError) {
    try self.init(PatternFragment(text), isOfLine: isOfLine)
  }

  init(_ fragment: PatternFragment, isOfLine: Bool = false) throws(PatternError) {
    let text = fragment.text
    let isWellFormed = fragment.isWellFormed
    guard let handle = try? Self.compile(PatternPieces.withNamedGroupsOnly(text), isOfLine, isWellFormed)
    else {
      // What is wrong is said in the author's own words.
      cre2_pattern_free(try Self.compile(text, isOfLine, isWellFormed))
      throw .tooLarge
    }
    self.isOfLine = isOfLine
    self.handle = handle
    let groupNames = Self.names(handle)
    self.groupNames = groupNames
    self.namesakes = groupNames.indices.compactMap { later in
      guard let name = groupNames[later], let first = groupNames.firstIndex(of: name), first < later else {
        return nil
      }
      return (later, first)
    }
  }

  private static func compile(
    _ text: String, _ isOfLine: Bool, _ isWellFormed: Bool
  ) throws(PatternError) -> OpaquePointer {
    guard let handle = withUTF8(text, { cre2_pattern_new($0, $1, isOfLine, isWellFormed) }) else {
      throw .tooLarge
    }
    if let error = PatternError(handle) {
      cre2_pattern_free(handle)
      throw error
    }
    return handle
  }

  deinit { cre2_pattern_free(handle) }

  /// As RE2 reads it: groups without a name hold together what they hold, and no more.
  package var text: String {
    let bytes = UnsafeBufferPointer(start: cre2_pattern_text(handle), count: cre2_pattern_length(handle))
    return bytes.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
  }

  /// The number of a group; when several have the name, that of the first, which stands for whichever took part.
  package func group(_ name: String) -> Int? { groupNames.firstIndex(of: name) }

  /// Whether it occurs in a text.
  package func matches(_ text: borrowing Span<UInt8>) -> Bool { matches(text, 0..<text.count) }

  /// Whether it occurs in a part of a text. What stands around it tells whether the part begins or ends a line.
  package func matches(_ text: borrowing Span<UInt8>, _ part: Range<Int>) -> Bool {
    text.withUnsafeBufferPointer { search($0, part, into: nil) }
  }

  /// Hands over each match in a text from left to right, none empty and none overlapping. A match is a list of
  /// ranges, one a group; a group that took no part is nil.
  package func each(in text: borrowing Span<UInt8>, _ body: ([Range<Int>?]) -> Void) {
    let whole = 0..<text.count
    each(in: text, CollectionOfOne(whole), body)
  }

  /// The same in some parts of a text, from the first to the last; they may overlap.
  package func each(
    in text: borrowing Span<UInt8>, _ parts: some Collection<Range<Int>>, _ body: ([Range<Int>?]) -> Void
  ) {
    guard !parts.isEmpty else { return }
    text.withUnsafeBufferPointer { buffer in
      withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * groupNames.count) { slots in
        var start = 0
        var count = 0
        for part in parts {
          start = max(start, part.lowerBound)
          while count < Self.mostMatches, start <= part.upperBound,
            search(buffer, start..<part.upperBound, into: slots.baseAddress)
          {
            count += 1
            if slots[1] > slots[0] { body(ranges(slots)) }
            start = slots[1] > slots[0] ? slots[1] : Self.next(buffer, after: slots[1])
          }
        }
      }
    }
  }

  /// How many places are tried one by one; what is left is then searched as a whole, so that the work stays linear
  /// in parts that are longer than any sentence.
  private static func mostTries(in part: Range<Int>) -> Int { max(4, min(32, 8192 / max(1, part.count))) }

  /// Finds the first match.
  ///
  /// Where it is known how matches begin, only such places are tried: nearly all of them come to nothing within a few
  /// characters, whereas a search of the whole would follow every way to match from every character at once.
  /// - Parameter ranges: nil when it is enough to know whether there is a match.
  private func search(
    _ buffer: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, into ranges: UnsafeMutablePointer<Int>?
  ) -> Bool {
    guard !isOfLine else { return match(buffer, part, isAnchored: false, into: ranges) }
    let prospects = knownProspects
    guard prospects.starts.areKnown else {
      return prospects.order.isKept(in: buffer, part) && match(buffer, part, isAnchored: false, into: ranges)
    }
    var index = part.lowerBound
    for _ in 0..<Self.mostTries(in: part) {
      guard let start = prospects.starts.next(in: buffer, index..<part.upperBound),
        prospects.order.isKept(in: buffer, start..<part.upperBound)
      else { return false }
      if match(buffer, start..<part.upperBound, isAnchored: true, into: ranges) { return true }
      index = Self.next(buffer, after: start)
      guard index <= part.upperBound else { return false }
    }
    return match(buffer, index..<part.upperBound, isAnchored: false, into: ranges)
  }

  private var knownProspects: MatchProspects {
    prospects.load() ?? prospects.storeIfNil(MatchProspects(of: text))
  }

  private func match(
    _ buffer: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, isAnchored: Bool,
    into ranges: UnsafeMutablePointer<Int>?
  ) -> Bool {
    guard let base = buffer.baseAddress else { return false }
    return base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
      cre2_pattern_match(
        handle, $0, buffer.count, part.lowerBound, part.upperBound, isAnchored, ranges, groupNames.count - 1)
    }
  }

  /// The start of the character after an offset, so that no search begins inside a character.
  private static func next(_ buffer: UnsafeBufferPointer<UInt8>, after offset: Int) -> Int {
    var index = offset + 1
    while index < buffer.count, buffer[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private func ranges(_ flat: UnsafeMutableBufferPointer<Int>) -> [Range<Int>?] {
    var ranges = (0..<flat.count / 2).map { flat[2 * $0] < 0 ? nil : flat[2 * $0]..<flat[2 * $0 + 1] }
    for (later, first) in namesakes where ranges[first] == nil { ranges[first] = ranges[later] }
    return ranges
  }

  private static func names(_ handle: OpaquePointer) -> [String?] {
    (0...cre2_pattern_groups(handle)).map { number in
      let name = copied { cre2_pattern_group_name(handle, Int32(number), $0, $1) }
      return name.isEmpty ? nil : name
    }
  }

  static func withUTF8<Result>(_ text: String, _ body: (UnsafePointer<CChar>, Int) -> Result) -> Result {
    text.withCString { body($0, text.utf8.count) }
  }

  /// What a C function copies into a buffer.
  static func copied(_ body: (UnsafeMutablePointer<CChar>, Int) -> Int) -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let base = buffer.baseAddress else { return "" }
      let count = body(base, buffer.count)
      return String(decoding: buffer[..<count].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }
}
