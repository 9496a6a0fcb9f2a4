/// A statutory table as the official forms define it.
public struct TableForm: Sendable {
  /// `t2`, `t3` or `t4`.
  public let key: String
  /// What people call it: 表二, 表三, 表四.
  public let title: String
  /// The statutory section that holds it.
  public let section: Int
  /// The rows of all editions, in the order of the form.
  public let rows: [Axis]
  public let columns: [Axis]
  /// One for each row and column, row by row; nil where no edition has such a cell.
  public let cells: [Cell?]
  /// Rows that belong together, such as the 办理结果 that the 总计 sums up.
  public let rowGroups: [Group]
  public let columnGroups: [Group]

  /// A row or a column.
  public struct Axis: Sendable, Hashable {
    public let key: String
    /// The short Chinese name first, then others that a rule may use.
    public let names: [String]
    public let editions: Set<Edition>

    init(_ key: String, _ names: String..., in editions: Set<Edition> = Set(Edition.allCases)) {
      self.key = key
      self.names = names
      self.editions = editions
    }
  }

  public enum Unit: Sendable, Hashable {
    /// 件, 个, 项: a whole number, never below zero.
    case count
    /// 本年增/减: a whole number that may be below zero.
    case change
    /// 万元.
    case amount
  }

  public struct Cell: Sendable, Hashable {
    public let unit: Unit
    public let editions: Set<Edition>
  }

  public struct Group: Sendable, Hashable {
    public let key: String
    public let names: [String]
    /// Indices into the rows or columns.
    public let members: [Int]
  }

  public func index(row: Int, column: Int) -> Int { row * columns.count + column }

  public func row(_ key: String) -> Int? { rows.firstIndex { $0.key == key } }

  public func column(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }

  /// All three, in the order of the form.
  public static let all: [TableForm] = [.table2, .table3, .table4]
}
