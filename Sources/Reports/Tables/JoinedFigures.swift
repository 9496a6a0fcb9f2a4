public import Figures

/// Figures of a row whose digits were run together and can be cut apart in several places, none of which the
/// digits themselves rule out. The cells are missing; which figures they can be is known all the same.
public struct JoinedFigures: Sendable, Hashable {
  /// Indices into the table's cells, in the order of the digits.
  public let cells: [Int]
  /// The digits between the gaps that were left.
  public let runs: [String]

  public init(cells: [Int], runs: [String]) {
    self.cells = cells
    self.runs = runs
  }

  /// With more ways than this, hardly anything can be concluded from them.
  private static let mostWays = 2_000

  /// The tables of a report, without what is known of joined figures where it cannot be trusted: a page that
  /// leaves cells blank in one row may do so in another, whose digits are then fewer figures than it seems.
  static func trusted(_ tables: [TableReading]) -> [TableReading] {
    guard tables.contains(where: \.hasShortRow) else { return tables }
    return tables.map { table in
      var table = table
      table.joined = []
      return table
    }
  }

  /// Every way to cut them, each one figure a cell; empty when there are too many.
  public var ways: [[Figure]] {
    guard let splits = DigitSplits(runs.map { Array($0.utf8) }, width: cells.count),
      splits.all.count <= Self.mostWays
    else { return [] }
    return splits.all.map { $0.compactMap { Figure($0) } }
  }
}
