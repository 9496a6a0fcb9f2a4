import Reports

/// Sets a fixture report on pages, as an office program would.
package struct PDFReportWriter {
  package var bodySize = 14.0
  package var tableSize = 9.0
  package var hasRunningHead = false
  /// Whether the head of table 3 comes again on a new page.
  package var repeatsHead = false
  /// Where in their cells figures stand: 0 left, 0.5 centred, 1 right.
  package var alignment = 0.5
  /// Where in their cells labels stand from above: 0 top, 0.5 middle.
  package var labelHeight = 0.5
  /// The same of figures.
  package var figureHeight = 0.5
  /// Above and below the text of a cell together, in its size.
  package var padding = 0.65
  /// From one line of a cell to the next, in its size.
  package var pitch = 1.25
  /// Narrow columns, as pages often have them: figures of many digits take two lines.
  package var isNarrow = false
  /// How tall the font says that it is, in ems.
  package var leading = 1.0
  /// Which chapters the report has, in their order.
  package var chapters = Array(1...6)
  /// Chapters whose title was lost.
  package var untitled: Set<Int> = []

  private var pen = PDFPen()
  private var top = 72.0

  private static let margin = 72.0
  private static let bottom = 770.0
  private static let textWidth = 595 - 2 * margin

  package init() {}

  package init(_ random: inout SplitMix64) {
    bodySize = random.pick([12, 14, 16])
    tableSize = random.pick([8, 9, 10.5])
    hasRunningHead = random.once(in: 3)
    repeatsHead = random.once(in: 3)
    alignment = random.pick([0, 0.5, 0.5, 0.5, 1])
    labelHeight = random.pick([0, 0.5, 0.5])
    figureHeight = labelHeight == 0 ? random.pick([0, 0.5]) : 0.5
    padding = random.pick([0, 0.2, 0.65, 1.2])
    pitch = random.pick([1.15, 1.25, 1.5])
    leading = random.pick([1, 1, 1.15, 1.3])
  }

  package func write(_ report: FixtureReport, tables: [FormTable]) -> [UInt8] {
    pen(report, tables).bytes
  }

  /// What pdftotext would say of it.
  package func list(_ report: FixtureReport, tables: [FormTable]) -> [UInt8] {
    pen(report, tables).listing(leading: leading)
  }

  private func pen(_ report: FixtureReport, _ tables: [FormTable]) -> PDFPen {
    var writer = self
    if !isNarrow { writer.makeRoom(for: tables) }
    for line in [report.agency, "\(report.year)年政府信息公开工作年度报告"] where !line.isEmpty {
      writer.line(line, indent: (Self.textWidth - PDFPen.width(line, size: 20)) / 2, size: 20)
    }
    writer.paragraph("本报告依照规定的格式编制，所列数据的统计期限为\(report.year)年1月1日至\(report.year)年12月31日。")
    for index in chapters.map({ $0 - 1 }) {
      let form = SectionForm.all[index]
      if !untitled.contains(index + 1) {
        writer.paragraph(["一", "二", "三", "四", "五", "六"][index] + "、" + form.title)
      }
      if (1...3).contains(index) { writer.table(tables[index - 1], widths: writer.widths[index - 1]) }
      for text in report.prose[index + 1] ?? [] { writer.paragraph(text) }
    }
    writer.furnish(report.agency)
    return writer.pen
  }

  private var widths = [
    [120, 110, 110, 110].map(Double.init), [22, 66, 132, 33, 33, 33, 33, 33, 33, 33].map(Double.init),
    [Double](repeating: 30, count: 15),
  ]

  /// No figure takes two lines. What does not fit a portrait is set on landscape pages.
  private mutating func makeRoom(for tables: [FormTable]) {
    for (index, table) in tables.enumerated() {
      let figures = table.rows.flatMap(\.cells).filter { $0.key != nil && $0.width == 1 }
      let widest = figures.map { PDFPen.width($0.text, size: tableSize) }.max() ?? 0
      let first = index == 0 ? 1 : index == 1 ? 3 : 0
      for column in first..<widths[index].count {
        widths[index][column] = max(widths[index][column], widest + 10)
      }
    }
    pen.width = max(pen.width, 144 + (widths.map { $0.reduce(0, +) }.max() ?? 0))
  }

  private mutating func makeSpace(_ height: Double) {
    if top + height <= Self.bottom { return }
    pen.turnPage()
    top = 72
  }

  private mutating func line(_ text: String, indent: Double, size: Double) {
    makeSpace(1.6 * size)
    pen.write(text, left: Self.margin + indent, top: top, size: size)
    top += 1.6 * size
  }

  private mutating func paragraph(_ text: String) {
    for (index, piece) in Self.wrapped("\u{1}\u{1}" + text, Self.textWidth, bodySize).enumerated() {
      let visible = piece.filter { $0 != "\u{1}" }
      line(visible, indent: index == 0 ? 2 * bodySize : 0, size: bodySize)
    }
  }

  /// Digits stay together in prose; a cell that is too narrow breaks them.
  private static func wrapped(_ text: String, _ width: Double, _ size: Double, isCell: Bool = false)
    -> [String]
  {
    var lines = [""]
    for character in text {
      if character == "\n" {
        lines.append("")
        continue
      }
      let isInNumber =
        !isCell && character.isNumber && (lines[lines.count - 1].last?.isNumber ?? false)
      let room = width - PDFPen.width(lines[lines.count - 1], size: size)
      if room < PDFPen.width(String(character), size: size), !isInNumber, !"，。、）".contains(character) {
        lines.append("")
      }
      lines[lines.count - 1].append(character)
    }
    return lines
  }

  private mutating func furnish(_ agency: String) {
    for page in 0..<pen.pageCount {
      let number = "— \(page + 1) —"
      pen.write(number, left: 297 - PDFPen.width(number, size: 10) / 2, top: 795, size: 10, page: page)
      if hasRunningHead { pen.write("\(agency)政务公开", left: 72, top: 40, size: 9, page: page) }
    }
  }
}

extension PDFReportWriter {
  /// A cell with its place in the grid.
  private struct Placed {
    let cell: FormTable.Cell
    let row: Int
    let column: Int
    let lines: [String]
  }

  private mutating func table(_ table: FormTable, widths: [Double]) {
    let placed = place(table, widths)
    var heights = table.rows.map { _ in (pitch + padding) * tableSize }
    for item in placed where item.cell.height == 1 {
      heights[item.row] = max(
        heights[item.row], (Double(item.lines.count) * pitch + padding) * tableSize)
    }
    // What no row alone makes room for, the last of a merged cell's rows does.
    for item in placed where item.cell.height > 1 {
      let rows = item.row..<min(heights.count, item.row + item.cell.height)
      let missing = Double(item.lines.count) * pitch * tableSize + 4 - rows.reduce(0) { $0 + heights[$1] }
      if missing > 0 { heights[rows.upperBound - 1] += missing }
    }
    let headRows = table.rows.prefix { $0.figures.isEmpty }.count
    var row = 0
    top += 6
    while row < table.rows.count {
      var end = row
      var used = 0.0
      while end < table.rows.count, top + used + heights[end] <= Self.bottom {
        used += heights[end]
        end += 1
      }
      if end == row { end = row + 1 }
      draw(placed, row..<end, heights, widths)
      row = end
      if row < table.rows.count {
        pen.turnPage()
        top = 72
        if repeatsHead, row > headRows, headRows < 4 { draw(placed, 0..<headRows, heights, widths) }
      }
    }
    top += 6
  }

  private func place(_ table: FormTable, _ widths: [Double]) -> [Placed] {
    var taken = [Int](repeating: 0, count: table.columns)
    var placed: [Placed] = []
    for (index, row) in table.rows.enumerated() {
      var column = 0
      var next = taken.map { max(0, $0 - 1) }
      for cell in row.cells {
        while column < table.columns, taken[column] > 0 { column += 1 }
        let end = min(table.columns, column + cell.width)
        guard column < end else { break }
        let width = widths[column..<end].reduce(0, +) - 4
        placed.append(
          Placed(
            cell: cell, row: index, column: column,
            lines: Self.wrapped(cell.text, width, tableSize, isCell: true)))
        for covered in column..<end { next[covered] = cell.height - 1 }
        column = end
      }
      taken = next
    }
    return placed
  }

  /// The rows of one page. Of a merged cell the part on this page holds its text.
  private mutating func draw(_ placed: [Placed], _ rows: Range<Int>, _ heights: [Double], _ widths: [Double])
  {
    for item in placed where rows.contains(item.row) {
      let end = min(rows.upperBound, item.row + item.cell.height)
      let upper = top + heights[rows.lowerBound..<item.row].reduce(0, +)
      let height = heights[item.row..<end].reduce(0, +)
      let width = widths[item.column..<min(widths.count, item.column + item.cell.width)].reduce(0, +)
      let left = Self.margin + widths[..<item.column].reduce(0, +)
      let isFigure = item.cell.key != nil
      let textHeight = Double(item.lines.count) * pitch * tableSize
      let slackAbove = max(0, height - textHeight)
      let start = upper + slackAbove * (isFigure ? figureHeight : labelHeight)
      for (index, line) in item.lines.enumerated() {
        let slack = max(0, width - 4 - PDFPen.width(line, size: tableSize))
        let isHead = !isFigure && item.column > 2
        pen.write(
          line, left: left + 2 + slack * (isFigure ? alignment : isHead ? 0.5 : 0),
          top: start + Double(index) * pitch * tableSize, size: tableSize)
      }
    }
    top += heights[rows].reduce(0, +)
  }
}
