import Diagnostics
import Documents
import Figures

/// The atoms of the blocks in which one statutory table is looked for, with their folded text.
struct Region {
  let text: FoldedText
  let atoms: [Atom]

  /// How many numbers stand here, in cells or in words. With many of them a table is there, even when
  /// nothing of it can be read.
  var numberCount: Int {
    var count = 0
    var wasDigit = false
    for byte in text.bytes {
      let isDigit = byte.isASCIIDigit
      if isDigit, !wasDigit { count += 1 }
      wasDigit = isDigit
    }
    return count
  }

  /// Why a table's cells are missing before any is read.
  func cause(labels: Int, numbers: Int, isSectionPresent: Bool) -> MissingCause {
    if labels >= 3 { return .rowAbsent }
    if numberCount >= numbers { return .unreadable }
    return isSectionPresent ? .tableAbsent : .sectionAbsent
  }

  func bytes(_ range: Range<Int>) -> ArraySlice<UInt8> { text.bytes[range] }

  init(_ source: SourceText, _ blocks: [(index: Int, block: Block)]) {
    var atomizer = Atomizer(source)
    for (index, block) in blocks {
      switch block {
      case .paragraph(let paragraph): atomizer.add(paragraph, block: index)
      case .table(let table): atomizer.add(table, block: index)
      }
    }
    (self.text, self.atoms) = atomizer.finish()
  }
}

private struct Atomizer {
  private let source: SourceText
  private var builder = FoldedText.Builder()
  private var atoms: [PendingAtom] = []

  private struct PendingAtom {
    let range: Range<Int>
    let span: SourceSpan
    let place: Atom.Place
  }

  init(_ source: SourceText) { self.source = source }

  mutating func add(_ table: Table, block: Int) {
    let layout: Atom.Layout = table.layout == .grid ? .grid : .delimited
    for (number, lines) in WrappedRows.lines(table, source).enumerated() {
      guard let row = lines.first else { continue }
      let filled = row.cells.count { !$0.span.isEmpty }
      for (index, cell) in row.cells.enumerated() {
        let place = Atom.Place(
          block: block, row: number, column: cell.column, rowLength: row.cells.count, filled: filled,
          layout: layout)
        append([cell.span] + lines.dropFirst().map { $0.cells[index].span }.filter { !$0.isEmpty }, place)
      }
    }
  }

  /// A line of text: its words are pieces of a label, its numbers are figures, unless it is a sentence.
  mutating func add(_ paragraph: Paragraph, block: Int) {
    if source.bytes[paragraph.span.lower..<paragraph.span.upper].holds("。") { return }
    for (number, line) in lines(paragraph.span).enumerated() where !isPageNumber(line) {
      add(line: line, block: block, row: number)
    }
  }

  private mutating func add(line: SourceSpan, block: Int, row: Int) {
    let words = signed(words(line))
    // Figures stand at the end of a line: a number before a word is numbering, or part of the word.
    let cells = words.reversed().prefix { isNumeral($0) || isQuantity($0) }
    let figures = cells.contains(where: isNumeral) || cells.count == words.count ? cells.count : 0
    let label = words.dropLast(figures)
    let filled = figures + (label.isEmpty ? 0 : 1)
    let place = { (column: Int) in
      Atom.Place(
        block: block, row: row, column: column, rowLength: words.count, filled: filled, layout: .running)
    }
    if let first = label.first { append(label.reduce(first) { $0.union($1) }, place(0)) }
    let reaches = reaches(words.suffix(figures))
    for index in (words.count - figures)..<words.count {
      var place = place(index)
      place.reach = reaches[index - words.count + figures]
      append(words[index], place)
    }
  }

  /// Where the words of one line stand in it.
  private func reaches(_ words: ArraySlice<SourceSpan>) -> [Range<Int>] {
    guard let first = words.first, words.count > 1 else { return words.map { _ in 0..<0 } }
    var lower = source.bytes[..<first.lower].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    var column = 0
    return words.map { word in
      column += DisplayWidth.of(source, SourceSpan(lower, word.lower))
      lower = word.upper
      defer { column += DisplayWidth.of(source, word) }
      return column..<(column + DisplayWidth.of(source, word))
    }
  }

  /// `增 37`: the sign of a change and its figure are one cell.
  private func signed(_ words: [SourceSpan]) -> [SourceSpan] {
    var result: [SourceSpan] = []
    var isSign = false
    for word in words {
      if isSign, isNumeral(word), let sign = result.popLast() {
        result.append(sign.union(word))
      } else {
        result.append(word)
      }
      isSign = Self.signs.contains { source.bytes[word.lower..<word.upper].elementsEqual($0.bytes) }
    }
    return result
  }

  private static let signs: [Needle] = ["增", "减", "增加", "减少"]

  func finish() -> (FoldedText, [Atom]) {
    let text = builder.build()
    let finished = atoms.map { pending in
      Atom(content: content(text, pending), span: pending.span, place: pending.place)
    }
    return (text, finished)
  }

  private func content(_ text: FoldedText, _ pending: PendingAtom) -> Atom.Content {
    if pending.range.isEmpty { return .blank }
    if pending.range.count < pending.span.count, dividesDigits(text, pending.range) { return .unreadable }
    guard let numeral = Numeral(text.bytes[pending.range]) else {
      let bytes = text.bytes[pending.range]
      return Self.isTorn(bytes) || Quantity.isOne(bytes) ? .unreadable : .text(pending.range)
    }
    return .figure(numeral.figure, numeral.unit, numeral.manner)
  }

  /// A figure of which the character set left a piece: U+FFFD with nothing but digits and signs around it.
  private static func isTorn(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= longestTorn, text.holds("\u{FFFD}") else { return false }
    return text.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\n") || [0xEF, 0xBF, 0xBD].contains($0) }
  }

  /// In bytes.
  private static let longestTorn = 24

  private mutating func append(_ span: SourceSpan, _ place: Atom.Place) { append([span], place) }

  /// - Parameter spans: the lines of one cell.
  private mutating func append(_ spans: [SourceSpan], _ place: Atom.Place) {
    let start = builder.count
    for span in spans { builder.append(source, span) }
    let range = start..<builder.count
    let span = spans.dropFirst().reduce(spans[0]) { $0.union($1) }
    atoms.append(PendingAtom(range: range, span: span, place: place))
    builder.appendBreak()
  }

  private func isNumeral(_ span: SourceSpan) -> Bool {
    // Every figure holds a digit or is one of a few short signs: most words need not be folded.
    let bytes = source.bytes[span.lower..<span.upper]
    if bytes.count < 10, bytes.allSatisfy(\.isASCIIDigit) { return true }
    guard span.count <= 6 || bytes.contains(where: { $0.isASCIIDigit || $0 == 0xEF }) else { return false }
    let folded = FoldedText(source, span).bytes
    return Numeral(folded[...]) != nil || Self.isTorn(folded[...])
  }

  private func isQuantity(_ span: SourceSpan) -> Bool {
    span.count <= 32 && Quantity.isOne(FoldedText(source, span).bytes[...])
  }

  /// `1 2` in one cell: twelve torn apart, or two columns run together; nobody can tell. No more can they of
  /// `- 2`, for a dash alone says zero. Folding took the space away, the places of the signs still show it.
  private func dividesDigits(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    zip(range, range.dropFirst()).contains { first, second in
      let isDash = text.bytes[range.lowerBound..<second].allSatisfy { Self.dashBytes.contains($0) }
      guard text.bytes[first].isASCIIDigit || isDash, text.bytes[second].isASCIIDigit else { return false }
      let lower = text.span(first..<second).upper
      let gap = source.bytes[lower..<text.span(second..<(second + 1)).lower]
      return !gap.isEmpty && !gap.elementsEqual(",".utf8) && !gap.elementsEqual("，".utf8)
    }
  }

  /// Of -, –, —, −, and －.
  private static let dashBytes: Set<UInt8> = [
    UInt8(ascii: "-"), 0xE2, 0x80, 0x93, 0x94, 0x88, 0x92, 0xEF, 0xBC, 0x8D,
  ]

  private func lines(_ span: SourceSpan) -> [SourceSpan] {
    pieces(span) { $0 == UInt8(ascii: "\n") }
  }

  private func words(_ span: SourceSpan) -> [SourceSpan] {
    var result: [SourceSpan] = []
    var start = span.lower
    var index = span.lower
    while index < span.upper {
      let length = spaceLength(index, until: span.upper)
      if length > 0, index > start { result.append(SourceSpan(start, index)) }
      index += max(1, length)
      if length > 0 { start = index }
    }
    if start < span.upper { result.append(SourceSpan(start, span.upper)) }
    return result
  }

  /// Where a line begins behind its spaces; its last byte when it has nothing else.
  private func firstInk(_ line: SourceSpan) -> Int {
    var index = line.lower
    while index + 1 < line.upper {
      let length = spaceLength(index, until: line.upper)
      if length == 0 { break }
      index += length
    }
    return min(index, line.upper - 1)
  }

  /// The length in bytes of a space, an ideographic or a no-break space; 0 for anything else.
  private func spaceLength(_ index: Int, until end: Int) -> Int {
    let bytes = source.bytes
    if bytes[index] <= 0x20 { return 1 }
    if bytes[index] == 0xC2, index + 1 < end, bytes[index + 1] == 0xA0 { return 2 }
    let isIdeographic =
      index + 2 < end && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
    return isIdeographic ? 3 : 0
  }

  private func pieces(_ span: SourceSpan, _ isSeparator: (UInt8) -> Bool) -> [SourceSpan] {
    var result: [SourceSpan] = []
    var start = span.lower
    for index in span.lower...span.upper where index == span.upper || isSeparator(source.bytes[index]) {
      if index > start { result.append(SourceSpan(start, index)) }
      start = index + 1
    }
    return result
  }

  /// `— 12 —`, `-12-`, `第12页`: a running page number. A dash on one side alone is a sign.
  private func isPageNumber(_ line: SourceSpan) -> Bool {
    // The first bytes of -, – and —, 第, and －.
    let openers: [UInt8] = [UInt8(ascii: "-"), 0xE2, 0xE7, 0xEF]
    guard line.count <= 60, openers.contains(source.bytes[firstInk(line)]) else { return false }
    let folded = FoldedText(source, line).bytes
    var text = folded[...]
    if text.begins("第") {
      let rest = text.dropping("第").drop { $0.isASCIIDigit }
      return rest.count < text.count - 3 && rest.begins("页")
    }
    let dashes: [Needle] = ["—", "-", "–", "－", "―"]
    for dash in dashes { while text.begins(dash) { text = text.dropping(dash) } }
    let left = folded.count - text.count
    for dash in dashes { while text.ends(dash) { text = text.droppingLast(dash) } }
    let right = folded.count - left - text.count
    return left > 0 && right > 0 && !text.isEmpty && text.allSatisfy(\.isASCIIDigit)
  }
}
