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
    let lines = Self.divided(lines, anchors, bounds)
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
    range = start..<range.upperBound
  }

  /// Figures that stand so close behind a label that they seem to be its last word.
  private static func divided(_ lines: [PDFLine], _ anchors: [Int], _ bounds: Range<Int>) -> [PDFLine] {
    let figures = anchors.prefix(400).compactMap { lines[$0].figures.first?.box }
    var lines = lines
    let near = max(bounds.lowerBound, anchors[0] - 3)..<min(bounds.upperBound, anchors[anchors.count - 1] + 4)
    for index in near {
      lines[index].segments = lines[index].segments.flatMap { segment in
        guard let last = segment.words.last, segment.words.count > 1, PDFNumeral.isFragment(last.text),
          figures.contains(where: { $0.sharesColumn(with: last.box) }),
          let label = PDFSegment(segment.words.dropLast())
        else { return [segment] }
        return [label, PDFSegment(last)]
      }
    }
    return lines
  }

  /// A figure that was too wide for its cell begins farther left than those beside it, on a line of its own.
  private static func left(_ lines: [PDFLine], _ anchors: [Int], _ bounds: Range<Int>) -> Double {
    let figures = anchors.compactMap { lines[$0].figures.first?.box }
    var left = figures.map(\.minX).min() ?? 0
    let near = max(bounds.lowerBound, anchors[0] - 3)..<min(bounds.upperBound, anchors[anchors.count - 1] + 4)
    let firsts = figures.prefix(400)
    for line in near.map({ lines[$0] }) {
      for segment in line.figures where firsts.contains(where: { $0.sharesColumn(with: segment.box) }) {
        left = min(left, segment.box.minX)
      }
    }
    return left
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
    let taken = labels.filter { PDFLabels.anchor(of: $0, middles) != nil }.map(\.box)
    let reached = candidates.filter { index in
      taken.contains { $0.minY <= lines[index].box.minY + 1 && lines[index].box.maxY - 1 <= $0.maxY }
    }
    if let first = reached.min(), let last = reached.max() {
      range = min(range.lowerBound, first)..<max(range.upperBound, last + 1)
    }
  }

  /// Lines of figures that were too wide for their cells, above the first anchor and below the last.
  private mutating func extendOverFragments() {
    while range.lowerBound > bounds.lowerBound, holdsFragments(range.lowerBound - 1, beside: range.lowerBound)
    {
      range = (range.lowerBound - 1)..<range.upperBound
    }
    while range.upperBound < bounds.upperBound, holdsFragments(range.upperBound, beside: range.upperBound - 1)
    {
      range = range.lowerBound..<(range.upperBound + 1)
    }
  }

  private func holdsFragments(_ index: Int, beside other: Int) -> Bool {
    let figures = lines[index].segments.filter { $0.box.minX >= left }
    let box = lines[index].box
    return !figures.isEmpty && figures.allSatisfy(\.isFragment)
      && abs(box.middleY - lines[other].box.middleY) < 2.2 * box.height
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

  private func labelSegments(_ indices: some Sequence<Int>) -> [PDFSegment] {
    indices.flatMap { lines[$0].segments }.filter { $0.box.minX < left }
      .sorted { ($0.box.middleY, $0.box.minX) < ($1.box.middleY, $1.box.minX) }
  }

  private func rows() -> [PDFRow] {
    let middles = middles
    var rows = anchors.map { index in
      PDFRow(
        labels: [], cells: lines[index].segments.filter { $0.box.minX >= left },
        middleY: lines[index].figures.first?.box.middleY ?? 0)
    }
    var rest: [PDFRow] = []
    for label in PDFLabels.joined(labelSegments(range), anchors: middles) {
      if let anchor = PDFLabels.anchor(of: label, middles) {
        rows[anchor].labels.append(label)
      } else {
        rest.append(PDFRow(labels: [label], cells: [], middleY: label.box.middleY))
      }
    }
    var ties: Set<Int> = []
    let own = Set(anchors)
    for index in range where !own.contains(index) {
      for segment in lines[index].segments where segment.box.minX >= left {
        let (nearest, tie) = Self.nearest(segment.box.middleY, middles)
        rows[nearest].cells.append(segment)
        if let tie { ties.insert(tie) }
      }
    }
    for index in rows.indices { rows[index].labels.sort { $0.box.minX < $1.box.minX } }
    return (PDFRow.joiningFragments(rows, ties: ties) + rest).sorted { $0.middleY < $1.middleY }
  }

  /// The anchor nearest to a height, and, when that is not clear, the first of the two that may be.
  private static func nearest(_ height: Double, _ middles: [Double]) -> (anchor: Int, tie: Int?) {
    let distances = middles.map { abs($0 - height) }
    let nearest = distances.indices.min { distances[$0] < distances[$1] } ?? 0
    let other = middles[nearest] < height ? nearest + 1 : nearest - 1
    guard middles.indices.contains(other), distances[nearest] > PDFRow.clearlyNearer * distances[other] else {
      return (nearest, nil)
    }
    return (nearest, min(nearest, other))
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

  private func holdsSentence(_ line: PDFLine) -> Bool {
    line.segments.contains { String(decoding: $0.text, as: UTF8.self).contains("。") }
  }
}
