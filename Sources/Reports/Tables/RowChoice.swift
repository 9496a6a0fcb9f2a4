import Diagnostics
import Figures

/// Chooses among several rows of a table that bear one label.
struct RowChoice {
  private let rows: [LabelledRow]
  private let readings: [[CellReading]]

  init(_ rows: [LabelledRow], read: (LabelledRow) -> [CellReading]) {
    self.rows = rows
    self.readings = rows.map(read)
  }

  /// One line of readings for each label that was found.
  ///
  /// A label repeated over a page break has no figures and does not count. Two that both have figures and
  /// differ leave the row ambiguous. Where more than one row is so, tables of several agencies stand one
  /// below the other, and even a row that stands there once may be another agency's.
  func chosen() -> [Int: [CellReading]] {
    var chosen: [Int: [CellReading]] = [:]
    var conflicts = 0
    let byLabel = Dictionary(grouping: rows.indices) { rows[$0].row }
    for (row, indices) in byLabel {
      let candidates = candidates(indices)
      chosen[row] = readings[candidates[0]]
      if let other = candidates.first(where: { figures($0) != figures(candidates[0]) }) {
        conflicts += 1
        chosen[row] = ambiguous(other)
      }
    }
    guard conflicts > 1 else { return chosen }
    for (row, indices) in byLabel where candidates(indices).count == 1 { chosen[row] = ambiguous(indices[0]) }
    return chosen
  }

  /// Those with figures; those in a table rather than in a line of text.
  private func candidates(_ indices: [Int]) -> [Int] {
    let filled = indices.filter { rows[$0].hasFigures }
    let tabular = filled.filter { rows[$0].label.place.layout != .running }
    if !tabular.isEmpty { return tabular }
    return filled.isEmpty ? [indices[0]] : filled
  }

  private func figures(_ index: Int) -> [Figure?] { readings[index].map(\.figure) }

  private func ambiguous(_ index: Int) -> [CellReading] {
    readings[index].map { _ in .missing(.columnAmbiguous, rows[index].span) }
  }
}
