/// Tables whose cells are divided by commas, as spreadsheets export them into a text. Their commas become pipes, which
/// the reader of text files knows; nothing moves.
enum CommaTables {
  /// A sentence may have three commas; four lines of as many each are a table.
  private static let fewestLines = 4
  private static let fewestCommas = 3

  static func drawn(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(comma) else { return text }
    var result = text
    var run: [Range<Int>] = []
    var count = 0
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let commas = dividers(text[start..<end]).count
      if commas != count {
        draw(run, &result)
        run.removeAll(keepingCapacity: true)
        count = commas
      }
      if commas >= fewestCommas { run.append(start..<end) }
      start = end + 1
    }
    draw(run, &result)
    return result
  }

  private static let comma = UInt8(ascii: ",")
  private static let quote = UInt8(ascii: "\"")

  private static func draw(_ run: [Range<Int>], _ text: inout [UInt8]) {
    guard run.count >= fewestLines else { return }
    for line in run {
      for index in dividers(text[line]) { text[index] = UInt8(ascii: "|") }
    }
  }

  /// The commas that no quotation marks enclose: `"1,286"` is one cell.
  private static func dividers(_ line: ArraySlice<UInt8>) -> [Int] {
    var isQuoted = false
    return line.indices.filter { index in
      if line[index] == quote { isQuoted.toggle() }
      return line[index] == comma && !isQuoted
    }
  }
}
