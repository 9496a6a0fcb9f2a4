/// What extraction and carelessness do to a table. None of it makes another figure true.
public enum Damage: String, Sendable, CaseIterable {
  /// A cell is gone, its separator with it.
  case cutCell
  /// A cell is gone and a blank one closes the row: tools that write rectangles do this.
  case cutCellPadded
  /// Rows from one on have lost cells at their end.
  case tornRows
  case deletedLabel
  /// The label's cell stays, with nothing in it.
  case blankedLabel
  case misreadLabel
  /// Two cells have become one, their texts divided by a space.
  case joinedCells
  case runTogetherCells
  case letterForDigit
  /// All figures one column on, the last one lost.
  case shiftedRight
  case deletedRow
  /// The figures of one row stand behind those of the row above.
  case mergedRows
  case blankedCell
  case blankedRow
}

extension FormTable {
  /// Damages one random row, or a few.
  public mutating func apply(_ damage: Damage, _ random: inout SplitMix64) {
    let candidates = rows.indices.filter { rows[$0].figures.count > 1 }
    guard !candidates.isEmpty else { return }
    let index = random.pick(candidates)
    let figures = rows[index].figures
    let victim = random.pick(figures)
    switch damage {
    case .cutCell: rows[index].cells.remove(at: victim)
    case .cutCellPadded:
      rows[index].cells.remove(at: victim)
      rows[index].cells.append(Cell(""))
    case .tornRows: tear(from: index, &random)
    case .deletedLabel: if let label = rows[index].label { rows[index].cells.remove(at: label) }
    case .blankedLabel: if let label = rows[index].label { rows[index].cells[label].text = "" }
    case .misreadLabel: if let label = rows[index].label { rows[index].cells[label].text = "囗囗囗囗囗" }
    case .joinedCells: join(index, figures, with: " ", &random)
    case .runTogetherCells: join(index, figures, with: "", &random)
    case .letterForDigit: garble(index, victim)
    case .shiftedRight:
      rows[index].cells.insert(Cell(""), at: figures[0])
      rows[index].cells.removeLast()
    case .deletedRow: rows.remove(at: index)
    case .mergedRows:
      guard index + 1 < rows.count else { return }
      rows[index].cells += rows[index + 1].cells.filter { $0.key != nil }
      rows.remove(at: index + 1)
    case .blankedCell: rows[index].cells[victim].text = ""
    case .blankedRow: for figure in figures { rows[index].cells[figure].text = "" }
    }
  }

  private mutating func tear(from first: Int, _ random: inout SplitMix64) {
    let lost = Int.random(in: 1...2, using: &random)
    for index in first..<rows.count where rows[index].figures.count > 3 {
      for _ in 0..<lost { if let last = rows[index].figures.last { rows[index].cells.remove(at: last) } }
    }
  }

  private mutating func join(_ row: Int, _ figures: [Int], with separator: String, _ random: inout SplitMix64)
  {
    let first = random.pick(Array(figures.dropLast()))
    rows[row].cells[first].text += separator + rows[row].cells[first + 1].text
    rows[row].cells.remove(at: first + 1)
  }

  private mutating func garble(_ row: Int, _ cell: Int) {
    let text = rows[row].cells[cell].text
    rows[row].cells[cell].text = String(text.dropLast()) + "O"
  }
}
