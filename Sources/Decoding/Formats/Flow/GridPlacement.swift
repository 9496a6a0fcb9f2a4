/// Gives each cell of a table its absolute column, past the cells that reach down from rows above.
struct GridPlacement {
  /// For each column, the first row in which it is free.
  private var freeFrom: [Int] = []
  private var row = -1
  private var column = 0
  private let limit: Int

  /// What an HTML table may span at most, says its specification.
  private static let widestCell = 1000

  /// - Parameter limit: columns of a table.
  init(limit: Int) { self.limit = limit }

  mutating func nextRow() {
    row += 1
    column = 0
  }

  /// Cells do not reach down from one group of rows into the next.
  mutating func endGroup() {
    for index in freeFrom.indices { freeFrom[index] = min(freeFrom[index], row + 1) }
  }

  /// - Parameter rows: 0 for all up to the end of the group.
  /// - Returns: The column, or nil past the limit.
  mutating func place(columns: Int, rows: Int) -> Int? {
    while column < freeFrom.count, freeFrom[column] > row { column += 1 }
    let place = column
    let width = max(1, min(columns, Self.widestCell))
    guard place + width <= limit else { return nil }
    while freeFrom.count < place + width { freeFrom.append(0) }
    let until = rows == 0 ? Int.max : row + max(1, rows)
    for index in place..<(place + width) { freeFrom[index] = max(freeFrom[index], until) }
    column = place + width
    return place
  }
}
