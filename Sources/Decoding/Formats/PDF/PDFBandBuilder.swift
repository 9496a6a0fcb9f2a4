/// Gathers what belongs to a run of anchors: their labels, wrapped or not, and the head above them.
struct PDFBandBuilder {
  private let lines: [PDFLine]
  private let anchors: [Int]
  /// Where the figures begin.
  private let left: Double
  private let bounds: Range<Int>

  /// The lines that the band takes.
  private(set) var range: Range<Int>
  private(set) var band = PDFBand(header: [], rows: [])

  /// A label has hardly more lines above or below its figures.
  private static let reach = 6

  init(_ lines: [PDFLine], anchors: [Int], within bounds: Range<Int>) {
    let lines = Self.dividedLabels(Self.divided(lines, anchors, bounds), anchors, bounds)
    self.lines = lines
    self.anchors = anchors
    self.bounds = bounds
    self.left = Self.left(lines, anchors, bounds)
    self.range = anchors[0]..<(anchors[anchors.count - 1] + 1)
    extendOverLabels()
    extendOverFragments()
    extendOverPageEnds()
    band.rows = rows()
    let start = headerStart()
    band.header = Array(lines[start..<range.lowerBound])
    takeLabelsFromHeader()
    range = start..<range.upperBound
  }

  /// Figures that stand so close behind a label that they seem to be its last word.
  private static func divided(_ lines: [PDFLine], _ anchors: [Int], _ bounds: Range<Int>) -> [PDFLine] {
    let figures = anchors.prefix(400).compactMap { lines[$0].figures.first?.box }
    var lines = lines
    let near = max(bounds.lowerBound, anchors[0] - 3)..<min(bounds.upperBound, anchors[anchors.count - 1] + 4)
    for index in near {
      lines[index].segments = lines[index].segments.flatMap { segment in
        guard let first = segment.figuresBehindLabel,
          figures.contains(where: { $0.sharesColumn(with: segment.words[first].box) }),
          let label = PDFSegment(Array(segment.words[..<first])),
          let figure = PDFSegment(Array(segment.words[first...]))
        else { return [segment] }
        return [label, figure]
      }
    }
    return lines
  }

  /// Labels side by side with hardly a gap: one begins where others above or below it begin with a number.
  private static func dividedLabels(_ lines: [PDFLine], _ anchors: [Int], _ bounds: Range<Int>) -> [PDFLine] {
    var lines = lines
    let near =
      max(
        bounds.lowerBound, anchors[0] - reach)..<min(
        bounds.upperBound, anchors[anchors.count - 1] + reach + 1)
    let edges = edges(near.flatMap { lines[$0].segments })
    for index in near {
      lines[index].segments = lines[index].segments.flatMap { segment in
        segment.divided { word in edges.contains { abs($0 - word.box.minX) < 1 } }
      }
    }
    return lines
  }

  /// Where a label begins with a number, or several words do that are none's first.
  private static func edges(_ segments: [PDFSegment]) -> [Double] {
    let first = segments.filter(\.isNumbered).map(\.box.minX)
    let inner = segments.filter { !PDFNumbering.isItem($0.text) }.flatMap { $0.words.dropFirst() }
      .filter { PDFNumbering.begins($0.text) }.map(\.box.minX)
    return first + inner.filter { edge in inner.count { abs($0 - edge) < 1 } > 1 }
  }

  /// A figure that was too wide for its cell begins farther left than those beside it, on a line of its own.
  private static func left(_ lines: [PDFLine], _ anchors: [Int], _ bounds: Range<Int>) -> Double {
    let (first, last) = (anchors[0], anchors[anchors.count - 1])
    let own = lines[first...last].flatMap(\.segments).filter(isInColumn).map(\.box)
    var left = own.map(\.minX).min() ?? 0
    let near = max(bounds.lowerBound, first - 3)..<min(bounds.upperBound, last + 4)
    for segment in lines[near].flatMap(\.segments)
    where isInColumn(segment) && own.prefix(400).contains(where: { $0.sharesColumn(with: segment.box) })
      && !standsAcross(segment.box, anchors.prefix(400).map { lines[$0] })
    {
      left = min(left, segment.box.minX)
    }
    return left
  }

  /// Whether something stands over or under several cells of one line: `2023年，…` below a table is a
  /// paragraph, no figure of it.
  private static func standsAcross(_ box: PDFBox, _ lines: [PDFLine]) -> Bool {
    lines.contains { $0.segments.count { $0.box.sharesColumn(with: box) } > 1 }
  }

  /// `1.` apart from its label is no figure; `20（其中修订` is the beginning of one.
  private static func isInColumn(_ segment: PDFSegment) -> Bool {
    (segment.isFigure || PDFNumeral.holdsDigit(Array(segment.text.prefix(3)))) && !segment.isNumbered
  }

  private var figureBoxes: [PDFBox] {
    anchors.flatMap { lines[$0].segments.filter(isCell).map(\.box) }
  }

  private var middles: [Double] { anchors.map { lines[$0].figures.first?.box.middleY ?? 0 } }

  private func isLeft(_ line: PDFLine) -> Bool { line.box.maxX < left }

  /// Lines of labels that reach beyond the first or the last anchor.
  private mutating func extendOverLabels() {
    let above = (max(bounds.lowerBound, range.lowerBound - Self.reach)..<range.lowerBound).reversed()
    let below = range.upperBound..<min(bounds.upperBound, range.upperBound + Self.reach)
    let candidates =
      above.prefix { isLeft(lines[$0]) }.reversed() + range + below.prefix { isLeft(lines[$0]) }
    let middles = middles
    let labels = PDFLabels.joined(labelSegments(candidates), anchors: middles)
    let taken = labels.filter { PDFLabels.isBeside($0, middles) }.map(\.box)
    let reached = candidates.filter { index in
      taken.contains { $0.minY <= lines[index].box.minY + 1 && lines[index].box.maxY - 1 <= $0.maxY }
    }
    if let first = reached.min(), let last = reached.max() {
      range = min(range.lowerBound, first)..<max(range.upperBound, last + 1)
    }
  }

  /// Lines of figures that were too wide for their cells, above the first anchor and below the last.
  private mutating func extendOverFragments() {
    while let next = fragments((bounds.lowerBound..<range.lowerBound).reversed(), beside: range.lowerBound) {
      range = next..<range.upperBound
    }
    while let next = fragments(range.upperBound..<bounds.upperBound, beside: range.upperBound - 1) {
      range = range.lowerBound..<(next + 1)
    }
    while range.upperBound < bounds.upperBound, holdsRest(range.upperBound, below: range.upperBound - 1) {
      range = range.lowerBound..<(range.upperBound + 1)
    }
  }

  /// The next line that holds pieces of figures. Words that were wrapped in other cells stand in lines between,
  /// and beside them.
  private func fragments(_ indices: some Sequence<Int>, beside other: Int) -> Int? {
    indices.lazy.prefix { isNear($0, other) }.first { holdsFragments($0) }
  }

  private func holdsFragments(_ index: Int) -> Bool {
    let cells = lines[index].segments.filter(isCell)
    if !cells.isEmpty, cells.allSatisfy(\.isFigure) { return true }
    return cells.contains { cell in
      (cell.isFigure || Self.isInColumn(cell) && isNarrow(cell))
        && (figureBoxes.contains { $0.sharesColumn(with: cell.box) } || isAmongColumns(cell.box))
    }
  }

  /// Where one row alone shows the columns, one of them may have nothing in its line.
  private func isAmongColumns(_ box: PDFBox) -> Bool {
    guard anchors.count == 1, let first = figureBoxes.first, let last = figureBoxes.last else { return false }
    return first.maxX < box.minX && box.maxX < last.minX
  }

  /// A cell is no wider: a sentence is.
  private func isNarrow(_ segment: PDFSegment) -> Bool { segment.box.width < 8 * segment.box.height }

  /// A unit may be alone in the last line of a cell.
  private func holdsRest(_ index: Int, below other: Int) -> Bool {
    isNear(index, other)
      && lines[index].segments.allSatisfy { piece in
        isCell(piece) && isNarrow(piece)
          && figureBoxes.contains { $0.sharesColumn(with: piece.box) }
      }
  }

  private func isNear(_ index: Int, _ other: Int) -> Bool {
    let box = lines[index].box
    return abs(box.middleY - lines[other].box.middleY) < PDFRowBuilder.widestPitch * box.height
  }

  /// A page may begin with the rest of a label and end with the beginning of one.
  private mutating func extendOverPageEnds() {
    if bounds.lowerBound == 0, range.lowerBound <= 3, lines[..<range.lowerBound].allSatisfy(isRest) {
      range = 0..<range.upperBound
    }
    let rest = lines[range.upperBound...]
    if bounds.upperBound == lines.count, rest.count <= 4, rest.allSatisfy(isRest) {
      range = range.lowerBound..<lines.count
    }
  }

  /// A line among the labels and in their type.
  private func isRest(_ line: PDFLine) -> Bool {
    let labels = anchors.flatMap { lines[$0].words }.map(\.box)
    guard isLeft(line), let leftmost = labels.map(\.minX).min(), let tallest = labels.map(\.height).max()
    else {
      return false
    }
    let isHeading = line.segments.count == 1 && PDFNumbering.isChapter(line.segments[0].text)
    return !isHeading && line.box.minX > leftmost - 2 && line.box.height < 1.2 * tallest
  }

  private func isCell(_ segment: PDFSegment) -> Bool {
    segment.box.minX >= left || Self.isInColumn(segment)
  }

  private func labelSegments(_ indices: some Sequence<Int>) -> [PDFSegment] {
    indices.flatMap { lines[$0].segments }.filter { !isCell($0) }
      .sorted { ($0.box.middleY, $0.box.minX) < ($1.box.middleY, $1.box.minX) }
  }

  private func rows() -> [PDFRow] {
    let own = Set(anchors)
    let cellLines = range.compactMap { index -> PDFRowBuilder.Line? in
      let cells = lines[index].segments.filter(isCell)
      guard let first = cells.first else { return nil }
      // The figures tell the height of a line in which taller text stands.
      let box = own.contains(index) ? lines[index].figures.first?.box ?? first.box : first.box
      return PDFRowBuilder.Line(cells: cells, middleY: box.middleY, height: box.height)
    }
    let labels = PDFLabels.joined(labelSegments(range), anchors: middles)
    return PDFRowBuilder(labels: labels, lines: cellLines).rows
  }

  /// The head reaches up to the topmost line of several words with no sentence or heading below it.
  private func headerStart() -> Int {
    let height = anchors.compactMap { lines[$0].figures.first?.box.height }.max() ?? 0
    var start = range.lowerBound
    for index in (bounds.lowerBound..<range.lowerBound).reversed().prefix(16) {
      let line = lines[index]
      let isHeading = line.segments.count == 1 && PDFNumbering.isChapter(line.segments[0].text)
      if isHeading || line.box.height > 2.5 * height || holdsSentence(line) { break }
      if line.segments.count > 1 { start = index }
    }
    return start
  }

  /// Labels alone between the head and the first figures are those of rows that have none.
  private mutating func takeLabelsFromHeader() {
    var rows: [PDFRow] = []
    while let line = band.header.last, isLeft(line) {
      rows.append(PDFRow(labels: line.segments.map(PDFLabel.init), cells: [], middleY: line.box.middleY))
      band.header.removeLast()
    }
    band.rows = rows.reversed() + band.rows
  }

  private func holdsSentence(_ line: PDFLine) -> Bool {
    line.segments.contains { String(decoding: $0.text, as: UTF8.self).contains("。") }
  }
}
