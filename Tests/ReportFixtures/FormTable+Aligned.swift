import Diagnostics

extension FormTable {
  /// As `pdftotext -layout` draws a page: columns by spaces, a label too long for its column in several
  /// lines with its figures beside one of them, the header repeated on a new page.
  func alignedLines(_ random: inout SplitMix64) -> [String] {
    let header = rows.prefix { $0.figures.isEmpty }
    let pageBreak = rows.count > 12 ? Int.random(in: 6..<rows.count - 2, using: &random) : Int.max
    var lines: [String] = []
    for (index, row) in rows.enumerated() {
      if index == pageBreak {
        let page = Int.random(in: 2...9, using: &random)
        lines += ["", "      " + random.pick(["— \(page) —", "-\(page)-", "- \(page) -"]), "\u{C}"]
        for row in header { lines += aligned(row, &random) }
      }
      lines += aligned(row, &random)
      if random.once(in: 4) { lines.append("") }
    }
    return lines
  }

  /// In terminal columns.
  private static let labelWidth = 36
  private static let figureWidth = 9

  private func aligned(_ row: Row, _ random: inout SplitMix64) -> [String] {
    let figures = row.cells.filter { $0.key != nil }.map(\.text)
    let labels = row.cells.filter { $0.key == nil }.map(\.text)
    if figures.isEmpty { return ["  " + labels.joined(separator: "   ")] }
    let columns = figures.map { Self.leftPadded($0, Self.figureWidth) }.joined(separator: " ")
    let wrapped = Self.wrapped(labels.last ?? "", Self.labelWidth - 6)
    let lead = labels.dropLast().map { $0 + " " }.joined()
    var lines = wrapped.enumerated().map { "      " + ($0 == 0 ? lead : "") + $1 }
    let place = Int.random(in: 0...lines.count, using: &random)
    if place == lines.count, lines.count > 1 {
      lines.append(Self.padded("", Self.labelWidth) + columns)
    } else {
      let line = min(place, lines.count - 1)
      lines[line] = Self.padded(lines[line], Self.labelWidth) + " " + columns
    }
    return lines
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines = [""]
    for character in text {
      if DisplayWidth.of(lines[lines.count - 1]) + 2 > width { lines.append("") }
      lines[lines.count - 1].append(character)
    }
    return lines
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
  }

  private static func leftPadded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
  }
}
