import Diagnostics
import Figures

/// Tables whose cells were run together, read where they can be.
enum RunTogetherTables {
  /// The table as it was read by its cells, or, where that gave no figure at all, by its digits.
  static func complete(_ table: TableReading, _ region: Region, _ edition: Edition) -> TableReading {
    guard table.cells.allSatisfy({ $0.figure == nil }), isRunTogether(region) else { return table }
    return switch table.form.key {
    case "t2": read(table, rows(region, labels2(edition), edition, table.form))
    case "t3": read(table, rows(region, labels3(edition), edition, table.form))
    default: read4(table, region, edition)
    }
  }

  /// Where figures stand apart, in cells or lines of their own, their digits must not be put together: a
  /// row of them that is not read has lost or joined cells. Fewer than a row of them are strays.
  private static func isRunTogether(_ region: Region) -> Bool {
    // Where the format itself tells cells apart, none were run together.
    if region.atoms.contains(where: { $0.place.layout == .grid }) { return false }
    return region.atoms.count(where: \.isFigure) < 7
  }

  /// Fewer rows than these are words in prose, no table.
  private static let fewestRows = 3

  private static func rows(
    _ region: Region, _ labels: [RunTogether.Label], _ edition: Edition, _ form: TableForm
  ) -> [RunTogether.Found] {
    let isTable2 = form.key == "t2"
    return RunTogether(region.text, labels).rows(
      width: { row in
        isTable2 ? Table2Layout.columns(form.rows[row].key, edition).count : form.columns.count
      }, addsUp: !isTable2)
  }

  private static func read(_ table: TableReading, _ rows: [RunTogether.Found]) -> TableReading {
    let hasFigures = rows.contains { $0.readings.contains { $0.figure != nil } }
    guard rows.count >= fewestRows, hasFigures else { return table }
    var table = table.presentWithoutRows
    for row in rows {
      let columns = columns(of: row.row, table)
      for (column, reading) in zip(columns, row.readings) { table[row.row, column] = reading }
      if row.isInferred { table.inferredRows.insert(row.row) }
      table.hasShortRow = table.hasShortRow || row.isShort
      if !row.joined.isEmpty {
        table.joined.append(joined(row.joined, columns.map { table.form.index(row: row.row, column: $0) }))
      }
    }
    return table
  }

  private static func joined(_ digits: [[UInt8]], _ cells: [Int]) -> JoinedFigures {
    JoinedFigures(cells: cells, runs: digits.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The columns that a row has in the report's edition.
  private static func columns(of row: Int, _ table: TableReading) -> [Int] {
    let columns = table.form.columns.indices.filter { table[row, $0].cause != .notInEdition }
    guard table.form.key == "t2" else { return columns }
    let keys = [Edition.form2021, .form2019].lazy.map { Table2Layout.columns(table.form.rows[row].key, $0) }
      .first { Set($0) == Set(columns.map { table.form.columns[$0].key }) }
    return keys?.compactMap(table.form.column) ?? columns
  }

  // MARK: Labels in running text

  private static func labels2(_ edition: Edition) -> [RunTogether.Label] {
    labels(.table2, edition) { row in ([Needle(row.names[0])], nil) }
  }

  private static func labels3(_ edition: Edition) -> [RunTogether.Label] {
    labels(.table3, edition) { row in
      switch row.key {
      case "other.misc": (["3.其他", "3、其他"], nil)
      case "other": (["（六）其他处理", "其他处理"], nil)
      case "total": (["（七）总计", "总计"], nil)
      case "granted": (["予以公开"], nil)
      default: (Table3Labels.wording(row.key), number(row.key))
      }
    }
  }

  private static func labels(
    _ form: TableForm, _ edition: Edition, _ words: (TableForm.Axis) -> ([Needle], String?)
  ) -> [RunTogether.Label] {
    form.rows.enumerated().filter { $0.element.editions.contains(edition) }.map { index, row in
      let (any, number) = words(row)
      return RunTogether.Label(row: index, any: any, number: number)
    }
  }

  /// The number that the form prints before a row of a group: 1. for the first 不予公开, and so on.
  private static func number(_ key: String) -> String? {
    guard let group = key.split(separator: ".").first, key.contains(".") else { return nil }
    let rows = TableForm.table3.rows.map(\.key).filter { $0.hasPrefix(group + ".") }
    return rows.firstIndex(of: key).map { String($0 + 1) }
  }

  // MARK: Table 4

  /// Fifteen figures behind the last word of the header. The three totals can decide where one ends.
  private static func read4(_ table: TableReading, _ region: Region, _ edition: Edition) -> TableReading {
    let label = RunTogether.Label(row: 0, any: [Needle("总计")], number: nil)
    guard table.isPresent, let start = lastHeader(region.text.bytes[...]) else { return table }
    let digits = RunTogether(region.text, [label]).digits(from: start)
    guard let splits = DigitSplits(digits.runs, width: table.cells.count), !splits.all.isEmpty else {
      return table
    }
    var table = table
    let span = region.text.span(digits.range)
    let agreed = splits.agreed
    let only = agreed.contains(nil) ? splits.onlyOne(where: groupsAddUp) : nil
    for (index, value) in (only.map { $0.map(Int64?.some) } ?? agreed).enumerated() {
      guard let value, let figure = Figure(value) else { continue }
      table.cells[index] = .value(figure, span, only == nil ? .plain : .inferred)
    }
    if only != nil { table.inferredRows = Set(table.form.rows.indices) }
    if only == nil, agreed.contains(nil), splits.all.contains(where: groupsAddUp) {
      table.joined = [joined(digits.runs, Array(table.cells.indices))]
    }
    return table
  }

  private static func lastHeader(_ text: ArraySlice<UInt8>) -> Int? {
    let word: Needle = "总计"
    var end: Int?
    var rest = text
    while let index = rest.first(word) {
      end = index + word.bytes.count
      rest = text[(index + word.bytes.count)...]
    }
    return end
  }

  private static func groupsAddUp(_ figures: [Int64]) -> Bool {
    stride(from: 0, to: figures.count, by: 5).allSatisfy {
      DigitSplits.lastIsSum(Array(figures[$0..<($0 + 5)]))
    }
  }
}
