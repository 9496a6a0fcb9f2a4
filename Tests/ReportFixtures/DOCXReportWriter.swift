import Reports

/// Writes a fixture report as a word processor's file.
package struct DOCXReportWriter: DOCXMarkup {
  /// Which chapters the report has, in their order. Numbers that the program counts would not be theirs.
  package var chapters = Array(1...6) {
    didSet { hasAutomaticNumbers = hasAutomaticNumbers && chapters == Array(1...6) }
  }

  private var random: SplitMix64
  private var hasAutomaticNumbers: Bool
  private let isInFrame: Bool

  package init(_ random: inout SplitMix64) {
    hasAutomaticNumbers = random.once(in: 2)
    isInFrame = random.once(in: 5)
    self.random = SplitMix64(seed: random.next())
  }

  package mutating func write(_ report: FixtureReport, tables: [FormTable]) -> [UInt8] {
    file(report, tables: tables).bytes()
  }

  /// The same before it is packed.
  package mutating func file(_ report: FixtureReport, tables: [FormTable]) -> DOCXWriter {
    var body = Self.paragraph("\(report.agency)\(report.year)年政府信息公开工作年度报告")
    for section in chapters.map({ SectionForm.all[$0 - 1] }) {
      body += heading(section)
      if (2...4).contains(section.number) { body += table(tables[section.number - 2]) }
      for paragraph in report.prose[section.number] ?? [] { body += Self.paragraph(paragraph) }
    }
    if isInFrame { body = "<w:tbl><w:tr><w:tc>\(body)</w:tc></w:tr></w:tbl>" }
    return DOCXWriter(body: body, numbering: Self.chapters)
  }

  private func heading(_ section: SectionForm) -> String {
    if hasAutomaticNumbers { return Self.paragraph(section.title, Self.number(1, 0)) }
    return Self.paragraph(Array("一二三四五六")[section.number - 1].description + "、" + section.title)
  }

  /// Cells that reach down are written again in every row, as continuations.
  private mutating func table(_ table: FormTable) -> String {
    var reaching: [(left: Int, width: Int)] = Array(repeating: (0, 1), count: table.columns)
    var text = "<w:tbl>"
    for row in table.rows {
      text += "<w:tr>"
      var column = 0
      var cells = row.cells[...]
      while column < table.columns {
        let width: Int
        if reaching[column].left > 0 {
          width = reaching[column].width
          text += Self.cell("", span(width) + "<w:vMerge/>")
          reaching[column].left -= 1
        } else {
          guard let cell = cells.popFirst() else { break }
          width = cell.width
          text += self.cell(cell)
          reaching[column] = (cell.height - 1, cell.width)
        }
        column += width
      }
      text += "</w:tr>"
    }
    return text + "</w:tbl>"
  }

  private mutating func cell(_ cell: FormTable.Cell) -> String {
    let merge = cell.height > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""
    guard cell.text.count > 1, random.once(in: 3) else {
      return Self.cell(cell.text, span(cell.width) + merge)
    }
    let middle = cell.text.index(
      cell.text.startIndex, offsetBy: Int.random(in: 1..<cell.text.count, using: &random))
    let runs = [cell.text[..<middle], cell.text[middle...]].map { "<w:r><w:t>\($0)</w:t></w:r>" }
    return "<w:tc><w:tcPr>\(span(cell.width))\(merge)</w:tcPr><w:p>\(runs.joined())</w:p></w:tc>"
  }

  private func span(_ width: Int) -> String { width > 1 ? "<w:gridSpan w:val=\"\(width)\"/>" : "" }
}
