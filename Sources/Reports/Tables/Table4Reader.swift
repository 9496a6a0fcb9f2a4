import Diagnostics
import Figures

/// Reads table 4: fifteen figures in one line, or one below the other.
enum Table4Reader {
  static func read(_ region: Region, edition: Edition, isSectionPresent: Bool) -> TableReading {
    let labels = headerWords(region)
    let cause = region.cause(labels: labels, numbers: fewestNumbers, isSectionPresent: isSectionPresent)
    var table = TableReading(.table4, edition: edition, cause: cause)
    guard labels >= 3 else { return table }
    for (index, reading) in readings(region, count: table.cells.count).enumerated() {
      table.cells[index] = reading
    }
    return table
  }

  /// A section with no header but so many numbers holds a table that cannot be read.
  private static let fewestNumbers = 8

  /// A narrow column tears its words: 尚未审结 is 尚未审 and 结 in two lines of cells.
  private static func headerWords(_ region: Region) -> Int {
    let words: [[Needle]] = [
      ["行政复议"], ["行政诉讼"], ["结果维持", "结果维\n"], ["审结", "尚未审\n"], ["复议后起诉", "\n后起诉"],
    ]
    let text = region.text.bytes[...]
    return words.count { forms in forms.contains { text.holds($0) } }
  }

  private static func readings(_ region: Region, count: Int) -> [CellReading] {
    if let row = completeRow(region, count) ?? LabelledTable4.read(region) { return row }
    let runs = runs(region.atoms).filter { $0.contains(where: \.isFigure) }
    if runs.isEmpty {
      let isBlank = region.numberCount < fewestNumbers
      return Array(repeating: .missing(isBlank ? .blank : .unreadable, nil), count: count)
    }
    if runs.count == 1 {
      let run = LabelledRow(row: 0, label: runs[0][0], slots: runs[0]).trimmed
      if run.count == count, !run.contains(where: \.isBlank), isUniform(run) {
        return run.map(RowAssignment.reading)
      }
    }
    let span = runs[0].reduce(runs[0][0].span) { $0.union($1.span) }
    return Array(repeating: .missing(.columnAmbiguous, span), count: count)
  }

  /// One cell a line, or several in every line: a number alone between such lines is a page number.
  private static func isUniform(_ run: ArraySlice<Atom>) -> Bool {
    let lines = Dictionary(grouping: run, by: \.place.line).values.map(\.count)
    return lines.allSatisfy { $0 == 1 } || !lines.contains(1)
  }

  /// The one table row that has exactly as many cells as the form. A word in one of them, that heads no
  /// column, is a figure that cannot be read.
  private static func completeRow(_ region: Region, _ count: Int) -> [CellReading]? {
    let rows = Dictionary(grouping: region.atoms, by: \.place.line).values
    let candidates = rows.filter { row in
      let figures = row.count { $0.isFigure }
      return figures > count / 2 || figures > 0 && row.count == count && row.allSatisfy(\.isSlot)
    }
    guard candidates.count == 1, let row = candidates.first, row.count == count,
      let first = row.first, let last = row.last, first.place.layout != .running,
      row.allSatisfy({ $0.isSlot || isOddWord($0, region) })
    else { return nil }
    if first.place.layout == .grid || !first.isBlank && !last.isBlank && first.isSlot {
      return row.map(RowAssignment.reading)
    }
    return first.isSlot ? DrawnRow(row, sums: DrawnRow.table4)?.readings : nil
  }

  private static func isOddWord(_ atom: Atom, _ region: Region) -> Bool {
    guard case .text(let range) = atom.content else { return false }
    let text = region.bytes(range)
    return text.count <= longestOddWord && !headings.contains { text.holds($0) }
  }

  /// In bytes; what stands where a figure should.
  private static let longestOddWord = 36

  /// The words of the table's header, and of what could head a line of it.
  private static let headings: [Needle] = [
    "行政", "复议", "诉讼", "起诉", "结果", "维持", "纠正", "审结", "总计", "合计", "数量", "件数", "情况",
  ]

  /// Stretches of slots with no word between them.
  private static func runs(_ atoms: [Atom]) -> [[Atom]] {
    atoms.split { !$0.isSlot }.map(Array.init)
  }
}
