import Diagnostics
import Figures

/// Rows of table 3 whose label was lost or torn, named by the order of the form.
///
/// Between two rows that bear their labels, the form has so many rows. When just as many lines of figures
/// without a label stand there, and none of those rows stands anywhere else, each line is the row whose turn
/// it is. A line with words that are not of that row's label is another row, and nothing is concluded.
struct UnlabelledRows {
  private let region: Region
  private let form = TableForm.table3
  private let rows: [LabelledRow]
  private let lines: [(slots: [Atom], after: Int)]

  init(_ region: Region, _ labelled: LabelledRows) {
    self.region = region
    self.rows = labelled.rows
    var lines: [(slots: [Atom], after: Int)] = []
    for (atom, after) in labelled.loose {
      if let last = lines.last, last.slots[0].place.line == atom.place.line {
        lines[lines.count - 1].slots.append(atom)
      } else {
        lines.append(([atom], after))
      }
    }
    self.lines = lines
  }

  /// - Parameter isOf: whether the edition has a row.
  func named(_ isOf: (Int) -> Bool) -> [LabelledRow] {
    let candidates = lines.filter { isComplete($0.slots) }
    guard !candidates.isEmpty else { return [] }
    let known = rows.indices.filter { !rows[$0].slots.isEmpty && isOf(rows[$0].row) }
    let found = Set(known.map { rows[$0].row })
    return zip(known, known.dropFirst()).flatMap { first, second -> [LabelledRow] in
      let (above, below) = (rows[first].row, rows[second].row)
      guard above < below else { return [] }
      let wanted = ((above + 1)..<below).filter { isOf($0) && !found.contains($0) }
      let between = candidates.filter { (first + 1...second).contains($0.after) }
      guard !wanted.isEmpty, between.count == wanted.count,
        zip(wanted, between).allSatisfy({ fits($1.slots, $0) })
      else { return [] }
      return zip(wanted, between).map { row, line in
        LabelledRow(row: row, label: line.slots[0], slots: line.slots)
      }
    }
  }

  private static let quotes: Set<Character> = ["“", "”", "\""]
  /// Fewer characters stand in many labels.
  private static let fewestCharacters = 3

  private func isComplete(_ slots: [Atom]) -> Bool {
    let row = LabelledRow(row: 0, label: slots[0], slots: slots).trimmed
    return row.count == form.columns.count && row.allSatisfy(\.isFigure)
  }

  /// Whether the words in a line, if there are any, are part of a row's label.
  private func fits(_ slots: [Atom], _ row: Int) -> Bool {
    let label = Array(Table3Labels.full(form.rows[row]).utf8)[...]
    return region.atoms.allSatisfy { atom in
      guard atom.place.line == slots[0].place.line, case .text(let range) = atom.content else { return true }
      let words = Numbering.strip(region.bytes(range)).string.filter { !Self.quotes.contains($0) }
      return words.count >= Self.fewestCharacters && label.holds(Needle(words))
    }
  }
}
