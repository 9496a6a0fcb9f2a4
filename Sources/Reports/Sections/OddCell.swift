public import Diagnostics
import Figures

/// A cell of a statutory table that does not hold what the form asks for.
public struct OddCell: Sendable {
  public let table: TableForm
  public let row: TableForm.Axis
  public let column: TableForm.Axis
  public let fault: Fault
  /// Nil when nothing tells where it would stand.
  public let span: SourceSpan?

  public enum Fault: Sendable, Hashable { case blank, words, negative, fractional }
}

extension Report {
  /// Cells that are blank or hold words, counts below zero and counts with a fraction. A table with no
  /// figure at all is an empty form, and no cell of it is told.
  public var oddCells: [OddCell] {
    tables.flatMap { table -> [OddCell] in
      guard table.cells.contains(where: { $0.figure != nil }) else { return [] }
      return table.cells.indices.compactMap { index in
        fault(table, index).map { cell(table.form, index, $0.0, $0.1) }
      } + wordsInRows(table)
    }
  }

  private func cell(_ form: TableForm, _ index: Int, _ fault: OddCell.Fault, _ span: SourceSpan?) -> OddCell {
    let (row, column) = index.quotientAndRemainder(dividingBy: form.columns.count)
    return OddCell(table: form, row: form.rows[row], column: form.columns[column], fault: fault, span: span)
  }

  private func fault(_ table: TableReading, _ index: Int) -> (OddCell.Fault, SourceSpan?)? {
    guard let unit = table.form.cells[index]?.unit else { return nil }
    switch table.cells[index] {
    case .value(let figure, let span, _):
      if unit != .change, figure < .zero { return (.negative, span) }
      return unit != .amount && !figure.isWhole ? (.fractional, span) : nil
    case .missing(.blank, let span):
      return blank(table, index, span).map { ($0, span) }
    case .missing(.unreadable, let span?):
      // A place that several cells share is a row that was not read, and digits alone may be two cells run
      // together.
      guard table.cells.count(where: { $0.span == span }) == 1, holdsSigns(span) else { return nil }
      if !isLabel(span, table, index) { return (.words, span) }
      return onlyWords(behind: span, in: table.form).map { (.words, $0) }
    case .missing: return nil
    }
  }

  /// Of a cell that was read as blank: words behind its label stand where its figures should be. Nothing is said
  /// when more figures stand there than the line has cells that are not blank: one of them may be the cell's.
  private func blank(_ table: TableReading, _ index: Int, _ label: SourceSpan?) -> OddCell.Fault? {
    let behind = label.map { label in fields(ofLineAt: label.lower).filter { $0.lower >= label.upper } } ?? []
    if behind.contains(where: isLabel) { return .words }
    let width = table.form.columns.count
    // Table 4 has all its figures in one line.
    let line =
      table.form.key == "t4" ? 0..<table.cells.count : index / width * width..<(index / width + 1) * width
    let filled = line.count { cell in
      table.form.cells[cell] != nil && ![.blank, .notInEdition].contains(table.cells[cell].cause)
    }
    return behind.count(where: isFigure) > filled ? nil : .blank
  }

  /// Whether a place is that of the row's label: nothing stands behind it. The line of table 4 has none.
  private func isLabel(_ span: SourceSpan, _ table: TableReading, _ index: Int) -> Bool {
    if table.form.key == "t4" { return false }
    let row = table.form.rows[index / table.form.columns.count]
    return Self.hasTrace(row, FoldedText(source, span).bytes[...])
  }

  /// `行政强制 | 不详`: the one field behind the label of a row of one cell, when it holds words and is no label itself.
  private func onlyWords(behind label: SourceSpan, in form: TableForm) -> SourceSpan? {
    let behind = fields(ofLineAt: label.lower).filter { $0.lower >= label.upper }
    guard form.key == "t2", behind.count == 1, let field = behind.first, isLabel(field) else { return nil }
    let text = folded(field)
    let heads: [Needle] = ["第", "数", "金额", "信息内容", "项目"]
    let isHead = heads.contains { text.begins($0) } || form.rows.contains { Self.hasTrace($0, text) }
    return isHead ? nil : field
  }

  /// A bar within a cell is the decoder's: it divides figures of which nobody knows whether they are one.
  private func holdsSigns(_ span: SourceSpan) -> Bool {
    let text = folded(span)
    return text.contains { !$0.isASCIIDigit } && !text.contains(UInt8(ascii: "|"))
  }

  // MARK: Words among the figures of a row

  /// In a drawn row that has as many filled cells behind its label as the form has columns, a cell that is
  /// no figure stands in the place of one.
  private func wordsInRows(_ table: TableReading) -> [OddCell] {
    let width = table.form.columns.count
    return table.form.rows.indices.flatMap { row -> [OddCell] in
      let readings = table.form.columns.indices.map { table[row, $0] }
      guard case .missing(.columnAmbiguous, let span?) = readings[0],
        readings.allSatisfy({ $0.cause == .columnAmbiguous && $0.span == span })
      else { return [] }
      let fields = fields(ofLineAt: span.lower)
      guard fields.count > width else { return [] }
      let figures = fields.suffix(width)
      let words = zip(table.form.columns.indices, figures).filter { !isFigure($0.1) }
      guard isLabel(fields[fields.count - width - 1]), figures.contains(where: isFigure), words.count <= 2,
        !figures.contains(where: { Self.hasTrace(table.form.rows[row], folded($0)) })
      else { return [] }
      return words.map { column, field in
        cell(table.form, table.form.index(row: row, column: column), .words, field)
      }
    }
  }

  private func folded(_ span: SourceSpan) -> ArraySlice<UInt8> { FoldedText(source, span).bytes[...] }

  private func isFigure(_ span: SourceSpan) -> Bool { Numeral(folded(span)) != nil }

  /// Whether a cell holds words, be they numbered: `3.危及“三安全一稳定”`.
  private func isLabel(_ span: SourceSpan) -> Bool {
    !isFigure(span) && source.bytes[span.lower..<span.upper].contains { (0xE4...0xE9).contains($0) }
  }

  /// The filled cells of a line that is drawn with pipes or tabs.
  private func fields(ofLineAt offset: Int) -> [SourceSpan] {
    let bytes = source.bytes
    let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    let isDivider: (UInt8) -> Bool = { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\t") }
    return bytes[start..<end].split(whereSeparator: isDivider).compactMap { field in
      guard let first = field.firstIndex(where: { $0 > UInt8(ascii: " ") }),
        let last = field.lastIndex(where: { $0 > UInt8(ascii: " ") })
      else { return nil }
      return SourceSpan(first, last + 1)
    }
  }
}

extension CellReading {
  /// Where it stands, or would.
  var span: SourceSpan? {
    switch self {
    case .value(_, let span, _): span
    case .missing(_, let span): span
    }
  }
}
