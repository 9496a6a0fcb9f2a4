/// The columns of a table that is drawn with spaces alone, where its complete rows prove them: each ends, or
/// begins, at one place in all of them, with a gap to the next.
struct AlignedColumns {
  private let boxes: [Range<Int>]
  private let isFlushRight: Bool

  /// So many complete rows prove where the columns stand.
  private static let fewestRows = 3
  /// In terminal columns: a single space divides words too.
  private static let leastGap = 2

  /// - Parameter rows: for each complete row, where its figures stand in the line, in terminal columns.
  init?(_ rows: [[Range<Int>]]) {
    guard let first = rows.first, rows.count >= Self.fewestRows else { return nil }
    let boxes = first.indices.map { column in
      rows.reduce(first[column]) {
        min($0.lowerBound, $1[column].lowerBound)..<max($0.upperBound, $1[column].upperBound)
      }
    }
    guard zip(boxes, boxes.dropFirst()).allSatisfy({ $0.upperBound + Self.leastGap <= $1.lowerBound }) else {
      return nil
    }
    let isFlushRight = rows.allSatisfy { $0.map(\.upperBound) == first.map(\.upperBound) }
    guard isFlushRight || rows.allSatisfy({ $0.map(\.lowerBound) == first.map(\.lowerBound) }) else {
      return nil
    }
    (self.boxes, self.isFlushRight) = (boxes, isFlushRight)
  }

  /// The column of each figure of a row; nil when one does not stand exactly in one, or when the first or the
  /// last column has none: what was lost there, or moved, would leave the same gap.
  func columns(of row: [Range<Int>]) -> [Int]? {
    let columns = row.compactMap { reach in
      boxes.firstIndex {
        isFlushRight ? $0.upperBound == reach.upperBound : $0.lowerBound == reach.lowerBound
      }
    }
    let isClear = zip(row, columns).allSatisfy { reach, column in
      boxes.indices.allSatisfy { $0 == column || !boxes[$0].overlaps(reach) }
    }
    guard columns.count == row.count, isClear, columns.first == 0, columns.last == boxes.count - 1 else {
      return nil
    }
    return columns
  }
}
