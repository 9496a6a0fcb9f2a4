/// The literals that a match needs, in the order in which it needs them: of each group one, behind that of the group
/// before it.
struct LiteralOrder {
  /// By group, the set of its literals' first characters and where its literals end in `ends`.
  private var firsts: [HashedSet] = []
  private var groupEnds: [Int] = []
  /// Where each literal ends in `bytes`; it begins where the one before it ends.
  private var ends: [Int] = []
  private var bytes: [UInt8] = []

  init(_ groups: [[[UInt8]]]) {
    for group in groups {
      var first = HashedSet()
      for literal in group {
        literal.withUnsafeBufferPointer { first.insert(PackedCharacter.read($0, at: 0).value) }
        bytes += literal
        ends.append(bytes.count)
      }
      firsts.append(first)
      groupEnds.append(ends.count)
    }
  }

  /// Whether a part of a text has them so.
  func isKept(in buffer: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
    var index = part.lowerBound
    for group in groupEnds.indices {
      guard let end = end(of: group, in: buffer, index..<part.upperBound) else { return false }
      index = end
    }
    return true
  }

  /// Where the first literal of a group to end ends.
  private func end(of group: Int, in buffer: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Int? {
    let literals = (group == 0 ? 0 : groupEnds[group - 1])..<groupEnds[group]
    var best = part.upperBound + 1
    var index = part.lowerBound
    while index < min(best, part.upperBound) {
      let (character, length) = PackedCharacter.read(buffer, at: index)
      if firsts[group].mayContain(character) {
        for literal in literals {
          let start = literal == 0 ? 0 : ends[literal - 1]
          let end = index + ends[literal] - start
          if end < best, end <= part.upperBound, isThere(start, buffer, index..<end) { best = end }
        }
      }
      index += length
    }
    return best <= part.upperBound ? best : nil
  }

  private func isThere(_ start: Int, _ buffer: UnsafeBufferPointer<UInt8>, _ place: Range<Int>) -> Bool {
    var offset = start
    for index in place {
      if buffer[index] != bytes[offset] { return false }
      offset += 1
    }
    return true
  }
}
