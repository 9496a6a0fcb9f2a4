import CRE2

/// A compiled pattern: linear in the length of the text, and safe to use from any thread.
package final class Pattern: Sendable {
  package let text: String
  /// The names of the groups, by number; the whole match is number 0 and has none.
  package let groupNames: [String?]
  /// What a text must contain for it to match there.
  package let required: RequiredLiterals
  /// Groups of a name that an earlier group has, and that one: branches of a choice may each have a group of the
  /// same name.
  private let namesakes: [(later: Int, first: Int)]
  /// RE2 promises that matching with a compiled pattern is safe from several threads at once.
  nonisolated(unsafe) private let handle: OpaquePointer

  /// More matches of one pattern than this are no reading of a report, but an attack on it.
  package static let mostMatches = 10_000

  /// - Parameter isOfLine: that it is only tried on parts of a line: `^` and `$` are the ends of what it is tried
  ///   on, and one with `$` at its end is searched from there, however long the rest is.
  package init(_ text: String, isOfLine: Bool = false) throws(PatternError) {
    guard let handle = try? Self.compile(PatternPieces.withNamedGroupsOnly(text), isOfLine) else {
      // What is wrong is said in the author's own words.
      cre2_pattern_free(try Self.compile(text, isOfLine))
      throw .tooLarge
    }
    self.text = text
    self.handle = handle
    let groupNames = Self.names(handle)
    self.groupNames = groupNames
    self.namesakes = groupNames.indices.compactMap { later in
      guard let name = groupNames[later], let first = groupNames.firstIndex(of: name), first < later else {
        return nil
      }
      return (later, first)
    }
    self.required = RequiredLiterals(of: text)
  }

  private static func compile(_ text: String, _ isOfLine: Bool) throws(PatternError) -> OpaquePointer {
    guard let handle = withUTF8(text, { cre2_pattern_new($0, $1, isOfLine) }) else { throw .tooLarge }
    if let error = PatternError(handle) {
      cre2_pattern_free(handle)
      throw error
    }
    return handle
  }

  deinit { cre2_pattern_free(handle) }

  /// The number of a group; when several have the name, that of the first, which stands for whichever took part.
  package func group(_ name: String) -> Int? { groupNames.firstIndex(of: name) }

  /// Whether it occurs in a part of a text.
  package func matches(_ text: borrowing Span<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { buffer in
      var ranges: (Int, Int) = (0, 0)
      return withUnsafeMutablePointer(to: &ranges) { pointer in
        pointer.withMemoryRebound(to: Int.self, capacity: 2) {
          self.match(buffer, from: 0, into: $0, groups: 0)
        }
      }
    }
  }

  /// Hands over each match from left to right, none empty and none overlapping. A match is a list of
  /// ranges, one a group; a group that took no part is nil.
  package func each(in text: borrowing Span<UInt8>, _ body: ([Range<Int>?]) -> Void) {
    text.withUnsafeBufferPointer { buffer in
      var ranges = [Int](repeating: -1, count: 2 * groupNames.count)
      var start = 0
      var count = 0
      while count < Self.mostMatches,
        ranges.withUnsafeMutableBufferPointer({ slots in
          slots.baseAddress.map { match(buffer, from: start, into: $0, groups: groupNames.count - 1) }
            ?? false
        })
      {
        count += 1
        if ranges[1] > ranges[0] { body(self.ranges(ranges)) }
        start = ranges[1] > ranges[0] ? ranges[1] : Self.next(buffer, after: ranges[1])
      }
    }
  }

  private func match(
    _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, into ranges: UnsafeMutablePointer<Int>, groups: Int
  ) -> Bool {
    guard let base = buffer.baseAddress else { return false }
    return base.withMemoryRebound(to: CChar.self, capacity: buffer.count) {
      cre2_pattern_match(handle, $0, buffer.count, start, ranges, groups) == 1
    }
  }

  /// The start of the character after an offset, so that no search begins inside a character.
  private static func next(_ buffer: UnsafeBufferPointer<UInt8>, after offset: Int) -> Int {
    var index = offset + 1
    while index < buffer.count, buffer[index] & 0xC0 == 0x80 { index += 1 }
    return index
  }

  private func ranges(_ flat: [Int]) -> [Range<Int>?] {
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
