import Figures
import Reports

/// A statutory table as the official form prints it, with its merged cells: what every writer starts from.
public struct FormTable: Sendable {
  public var rows: [Row]
  /// How wide the grid is.
  public let columns: Int

  public struct Row: Sendable {
    public var cells: [Cell]

    public init(_ cells: [Cell]) { self.cells = cells }

    /// Where the row's figures are among its cells.
    public var figures: [Int] { cells.indices.filter { cells[$0].key != nil } }

    /// Where the label is that names the row: the last cell before its figures.
    public var label: Int? { figures.first.flatMap { $0 > 0 ? $0 - 1 : nil } }
  }

  public struct Cell: Sendable {
    public var text: String
    public var width: Int
    public var height: Int
    /// Which figure of the report this is; nil for labels and headers.
    public var key: String?

    public init(_ text: String, width: Int = 1, height: Int = 1, key: String? = nil) {
      self.text = text
      self.width = width
      self.height = height
      self.key = key
    }
  }

  public init(rows: [Row], columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// The grid with every cell in its place and blanks where a merged cell reaches.
  public var grid: [[String]] {
    var occupied: [Int] = Array(repeating: 0, count: columns)
    return rows.map { row in
      var line = Array(repeating: "", count: columns)
      var column = 0
      for cell in row.cells {
        while column < columns, occupied[column] > 0 { column += 1 }
        guard column < columns else { break }
        line[column] = cell.text
        for covered in column..<min(columns, column + cell.width) { occupied[covered] = cell.height }
        column += cell.width
      }
      occupied = occupied.map { max(0, $0 - 1) }
      return line
    }
  }
}

extension FormTable {
  /// The three tables of a report, in the order of its sections.
  public static func all(_ report: FixtureReport, _ style: CellStyle) -> [FormTable] {
    [table2(report, style), table3(report, style), table4(report, style)]
  }

  static func cells(_ report: FixtureReport, _ style: CellStyle, _ row: String, width: Int = 1) -> [Cell] {
    let keys = TableForm.all.flatMap { FixtureReport.keys($0, report.edition) }.filter {
      $0.hasPrefix(row + ".")
    }
    let own = keys.filter { $0.split(separator: ".").count == row.split(separator: ".").count + 1 }
    // The form has 采购项目数量 before 采购总金额.
    let ordered = row == "t2.procurement" ? own.reversed() : own
    return ordered.map { Cell(style.figure(report.figure($0), key: $0), width: width, key: $0) }
  }
}
