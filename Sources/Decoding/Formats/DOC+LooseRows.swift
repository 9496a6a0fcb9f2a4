/// Rows of tables that antiword does not draw: it writes all of them, and the paragraph below, as one line
/// with `|` where each cell ends.
enum DOCLooseRows {
  /// Rows have more cells than that when they are loose; a drawn row begins with its border.
  private static let leastMarks = 8

  /// The paragraph below such a table on a line of its own. It may be the heading of the next section.
  static func parted(_ text: [UInt8]) -> [UInt8] {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return Array(lines.map(parted).joined(separator: [UInt8(ascii: "\n")]))
  }

  private static func parted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let mark = UInt8(ascii: "|")
    guard line.first != mark, line.count(where: { $0 == mark }) >= leastMarks,
      let last = line.lastIndex(of: mark)
    else { return line }
    return line[...last] + [UInt8(ascii: "\n")] + line[(last + 1)...]
  }
}
