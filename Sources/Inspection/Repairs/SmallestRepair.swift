import Figures
import Reports

/// The one cell of a table that, changed to one other value, makes all identities hold.
///
/// It is told only where there is exactly one: with a cell missing, a row inferred from its own sum, or more
/// than one cell that would do, nothing is known to be wrong but the sums. It is a hint to the writer of the
/// report, never a reading of it.
struct SmallestRepair: Equatable {
  /// `予以公开·自然人`.
  let cell: String
  let old: Int64
  let new: Int64
  /// The rules whose findings it would settle.
  let rules: Set<String>

  var sentence: String { "将“\(cell)”\(old) 改为 \(new)，全部勾稽即成立" }

  /// The repair of a whole table.
  static func find(_ table: TableReading, _ edition: Edition) -> SmallestRepair? {
    find(table, TableIdentity.all(table.form, edition))
  }

  /// The repair of the rows of a table that have no identity in common, each on its own: of table 4, where it
  /// can only be a total.
  static func findByRow(_ table: TableReading, _ edition: Edition) -> [String: SmallestRepair] {
    let form = table.form
    let pairs = TableIdentity.all(form, edition).compactMap { identity -> (String, SmallestRepair)? in
      guard let cell = identity.signs.keys.first, let repair = find(table, [identity]) else { return nil }
      return (form.rows[cell / form.columns.count].key, repair)
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private static func find(_ table: TableReading, _ identities: [TableIdentity]) -> SmallestRepair? {
    let columns = table.form.columns.count
    var values: [Int: Int64] = [:]
    for cell in Set(identities.flatMap(\.signs.keys)) {
      guard !table.inferredRows.contains(cell / columns), let value = table.cells[cell].figure?.whole else {
        return nil
      }
      values[cell] = value
    }
    let broken = identities.filter { $0.excess(values) != 0 }
    guard let first = broken.first else { return nil }
    let held = identities.filter { $0.excess(values) == 0 }
    let repairs = first.signs.keys.compactMap { cell -> (cell: Int, value: Int64)? in
      guard held.allSatisfy({ $0.signs[cell] == nil }), let value = broken.value(of: cell, values) else {
        return nil
      }
      return (cell, value)
    }
    guard repairs.count == 1, let only = repairs.first, let old = values[only.cell] else { return nil }
    let (row, column) = only.cell.quotientAndRemainder(dividingBy: columns)
    return SmallestRepair(
      cell: "\(table.form.rows[row].names[0])·\(table.form.columns[column].names[0])", old: old,
      new: only.value,
      rules: Set(broken.map(\.rule)))
  }
}

extension TableIdentity {
  /// How much the one side has more than the other.
  fileprivate func excess(_ values: [Int: Int64]) -> Int64 {
    signs.reduce(0) { $0 + Int64($1.value) * (values[$1.key] ?? 0) }
  }
}

extension [TableIdentity] {
  /// The value, not below zero, that a cell must have for each of these to hold.
  fileprivate func value(of cell: Int, _ values: [Int: Int64]) -> Int64? {
    let demanded = Set(
      map { identity in
        identity.signs[cell].map { (values[cell] ?? 0) - Int64($0) * identity.excess(values) }
      })
    guard demanded.count == 1, let value = demanded.first ?? nil, value >= 0 else { return nil }
    return value
  }
}
