import Diagnostics
import Figures

/// A label of a table's form and the slots that follow it up to the next label.
struct LabelledRow {
  let row: Int
  let label: Atom
  /// Whether a figure of the row may stand elsewhere, in the label's cell or beyond a page's end: then no cell of the
  /// row is known to be blank.
  var mayHoldFigure = false
  /// Whether all that the form prints as the label is there.
  var isLabelWhole = false
  /// Whether its line goes on in another: then no figure is known to be whole.
  var mayGoOn = false
  var slots: [Atom] = []
  /// Text came in between: what follows belongs to nobody.
  var isClosed = false

  var hasFigures: Bool { slots.contains(where: \.isFigure) }

  var span: SourceSpan { slots.last(where: \.isFigure).map { label.span.union($0.span) } ?? label.span }

  /// The slots from the first to the last that holds anything: outer blanks are padding of merged cells.
  var trimmed: ArraySlice<Atom> {
    let first = slots.firstIndex { !$0.isBlank } ?? slots.endIndex
    let last = slots.lastIndex { !$0.isBlank } ?? first
    return first < slots.endIndex ? slots[first...last] : []
  }
}

/// What a piece of text is to a table's form.
enum LabelMatch {
  /// The label of a row.
  case row(Int)
  /// The head of a column: another one may be worded like a row.
  case columnHeader
  /// The head of another table: until a label of its own wording comes, nothing behind it is of this one.
  case otherTable
  /// The title of a group, an item, or a row whose label is not known: figures behind it are not those of
  /// the label above.
  case heading
  /// Anything else, such as the second line of a label.
  case other

  var isRow: Bool {
    if case .row = self { return true }
    return false
  }
}

/// Finds the labels of a form in a region and takes what stands between one and the next.
struct LabelledRows {
  private(set) var rows: [LabelledRow] = []
  /// Figures that follow no label, and how many labels stand above them.
  private(set) var loose: [(atom: Atom, after: Int)] = []
  private var isUnderHeader = false
  private var isInOtherTable = false

  /// What was read above a piece of text.
  struct Context {
    let rows: [LabelledRow]
    /// Whether heads of columns stand above, with no row or figure in between.
    let isUnderHeader: Bool
    /// Whether the head of another table stands above, with no row in between.
    let isInOtherTable: Bool
  }

  /// - Parameters:
  ///   - match: what a piece of folded text is to the form.
  ///   - isWhole: whether a text is all that the form prints as a row's label.
  init(
    _ region: Region, match: (ArraySlice<UInt8>, Context) -> LabelMatch,
    isWhole: (ArraySlice<UInt8>, Int) -> Bool = { _, _ in false }
  ) {
    let torn = TornLabels(region)
    var rest = region.atoms.indices
    while let index = rest.popFirst() {
      let atom = region.atoms[index]
      guard case .text(let range) = atom.content else {
        addSlot(atom)
        continue
      }
      let text = region.bytes(range)
      let context = Context(
        rows: rows, isUnderHeader: isUnderHeader, isInOtherTable: isInOtherTable)
      var found = match(text, context)
      var label = atom
      if !found.isRow, let (whole, text) = torn.joined(index),
        case .row(let row) = match(text, context), isWhole(text, row)
      {
        (found, label) = (.row(row), whole)
        rest = rest.dropFirst()
      }
      let isWord = text.contains { (0xE4...0xE9).contains($0) }
      // However long it is, without a word it is neither a title nor a label.
      if !isWord, let last = rows.last, isInRow(atom, last) { found = .other }
      switch found {
      case .row(let row):
        rows.append(
          LabelledRow(
            row: row, label: label, mayHoldFigure: Self.mayHoldFigure(text),
            isLabelWhole: isWhole(text, row)))
        (isUnderHeader, isInOtherTable) = (false, false)
      case .columnHeader:
        isUnderHeader = true
        close(before: atom)
      case .heading: close(before: atom)
      case .otherTable: isInOtherTable = true
      case .other: addText(atom, text, isWord: isWord)
      }
    }
    doubtRowsBesideLooseFigures()
  }

  /// A page's end may divide a row: the first line of its label stands on one page, the rest and its figures on the
  /// other. Part of a label without a figure is not known to be of an empty row where figures without a label stand
  /// next to it.
  private mutating func doubtRowsBesideLooseFigures() {
    for (index, figure) in loose.enumerated().dropFirst() {
      let before = loose[index - 1]
      // A number by itself is that of a page.
      guard figure.atom.isFigure, before.atom.isFigure, figure.after == before.after,
        figure.atom.place.line == before.atom.place.line
      else { continue }
      for row in [figure.after - 1, figure.after]
      where rows.indices.contains(row) && !rows[row].hasFigures && !rows[row].isLabelWhole {
        rows[row].mayHoldFigure = true
      }
    }
  }

  /// A sign that no label has, behind its number.
  private static func mayHoldFigure(_ label: ArraySlice<UInt8>) -> Bool {
    let signs: [Needle] = ["/", "—", "-", "–"]
    let bare = Numbering.strip(label)
    return bare.last?.isASCIIDigit == true || signs.contains { bare.holds($0) }
  }

  /// A group's title in the line of a label is no border: merged labels land there.
  private mutating func close(before atom: Atom) {
    guard let last = rows.indices.last else { return }
    if atom.place.layout == .running || !isSameLine(atom, rows[last].label) { rows[last].isClosed = true }
  }

  /// Text in the row of a label, behind a figure, is a figure that cannot be read; so are letters without a
  /// Chinese word where the first figure should stand.
  private mutating func addText(_ atom: Atom, _ text: ArraySlice<UInt8>, isWord: Bool) {
    if isInOtherTable { return }
    guard let last = rows.indices.last else { return }
    if isInRow(atom, rows[last]), rows[last].hasFigures || !isWord {
      rows[last].slots.append(Atom(content: .unreadable, span: atom.span, place: atom.place))
    } else if rows[last].hasFigures {
      rows[last].mayGoOn = rows[last].mayGoOn || Self.isRestOfFigures(text)
      rows[last].isClosed = true
    } else if !isWord, text.contains(where: \.isASCIIDigit) {
      // What the figures of the row have become, perhaps.
      rows[last].mayHoldFigure = true
    }
  }

  /// Digits behind a border, and no word but a unit: `|0元`.
  private static func isRestOfFigures(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.string.filter { !$0.isNumber }
    return words.count < text.string.count && words.contains("|") && words.allSatisfy { "|.元万亿".contains($0) }
  }

  private mutating func addSlot(_ atom: Atom) {
    if isInOtherTable { return }
    if atom.isFigure { isUnderHeader = false }
    guard let last = rows.indices.last, !rows[last].isClosed, !startsAnotherLine(atom, rows[last]),
      !startsGrid(atom, rows[last])
    else {
      loose.append((atom, rows.count))
      return
    }
    rows[last].slots.append(atom)
  }

  /// Whether text stands in one line of a table with a row's label.
  private func isInRow(_ atom: Atom, _ row: LabelledRow) -> Bool {
    atom.place.layout != .running && isSameLine(atom, row.label)
  }

  private func isSameLine(_ first: Atom, _ second: Atom) -> Bool {
    first.place.block == second.place.block && first.place.row == second.place.row
  }

  /// A grid holds its labels itself: figures in one are not those of a label above it.
  private func startsGrid(_ atom: Atom, _ row: LabelledRow) -> Bool {
    atom.place.layout == .grid && atom.place.block != row.label.place.block
  }

  /// Whether several figures stand in a line, and this one in another than those that the label has
  /// already: it is of another row, whose label was lost, or a page number. In a grid one figure is enough.
  private func startsAnotherLine(_ atom: Atom, _ row: LabelledRow) -> Bool {
    let own = row.slots.first { $0.isFigure || $0.place.rowLength > 2 && isSameLine($0, row.label) }
    guard let own else { return false }
    let isGrid = own.place.layout == .grid
    return (isGrid || atom.place.filled > 2 || own.place.filled > 2) && !isSameLine(atom, own)
  }
}
