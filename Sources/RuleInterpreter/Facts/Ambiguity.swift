public import Figures

/// Cells of one table that were read in several ways, of which one is right: digits that were run together
/// and can be cut apart in more than one place.
public struct Ambiguity: Sendable {
  /// By its place in the schema.
  public let table: Int
  /// Offsets in the table, row by row. Each of them is missing among the facts.
  public let cells: [Int]
  /// Each one figure a cell.
  public let ways: [[Figure]]

  public init(table: Int, cells: [Int], ways: [[Figure]]) {
    self.table = table
    self.cells = cells
    self.ways = ways
  }
}
