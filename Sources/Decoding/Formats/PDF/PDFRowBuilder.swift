/// Gives each line of figures to its label.
///
/// Rows do not overlap: a line of figures stands in the height of its own row's label, or of no label at all,
/// never in that of another row's. So a line beside one label alone is that label's; where a label has several
/// lines, or a line has no label, a figure may have been too wide for its cell, and nobody takes one line of it
/// for the whole.
struct PDFRowBuilder {
  /// What stands in the columns at one height.
  struct Line {
    let cells: [PDFSegment]
    let middleY: Double
    let height: Double
  }

  private let lines: [Line]
  private let labels: [PDFLabel]
  /// For each line the labels in its height, from left to right.
  private let beside: [[Int]]

  /// Lines of one cell are not farther apart, in their height.
  static let widestPitch = 2.2
  /// Where labels bear no numbers, rows of different length are not nearer, in their height.
  private static let nearestRows = 1.7
  /// A label stands beside a line whose middle is not farther beyond it, in its height.
  private static let slack = 0.3

  init(labels: [PDFLabel], lines: [Line]) {
    self.lines = lines
    self.labels = labels
    self.beside = lines.map { line in
      labels.indices.filter { Self.stands(line, beside: labels[$0]) }
        .sorted { labels[$0].box.minX < labels[$1].box.minX }
    }
  }

  private static func stands(_ line: Line, beside label: PDFLabel) -> Bool {
    let slack = slack * min(line.height, label.segments[0].box.height)
    return label.box.minY - slack <= line.middleY && line.middleY <= label.box.maxY + slack
  }

  /// From top to bottom.
  var rows: [PDFRow] {
    labels.isEmpty ? unlabelled : labelled
  }

  // MARK: Rows with labels

  private var labelled: [PDFRow] {
    let owners = owners
    var rows = lines.indices.map { PDFRow(labels: [], cells: lines[$0].cells, middleY: lines[$0].middleY) }
    for index in lines.indices {
      guard owners[index] != nil else {
        rows[index].isDoubtful = true
        continue
      }
      let strays = chain(from: index) { owners[$0] == nil }
      rows[index].strays = strays.flatMap { lines[$0].cells }
      // Of several lines the fullest is the row.
      rows[index].isDoubtful = strays.contains { lines[$0].cells.count >= lines[index].cells.count }
    }
    for (first, second) in pairsOfUnequalRows() {
      rows[first].isDoubtful = true
      rows[second].isDoubtful = true
    }
    for index in labels.indices {
      if let line = place(of: index, owners) {
        rows[line].labels.append(labels[index])
      } else {
        rows.append(PDFRow(labels: [labels[index]], cells: [], middleY: labels[index].box.middleY))
      }
    }
    for index in rows.indices { rows[index].labels.sort { $0.box.minX < $1.box.minX } }
    return rows.sorted { $0.middleY < $1.middleY }
  }

  /// The label of each line: the one next to its figures, when no other line is beside that one.
  private var owners: [Int?] {
    zip(beside, lines).map { candidates, line in
      guard let label = candidates.last, Self.isInUpperHalf(line, of: labels[label]) else { return nil }
      return beside.count { $0.contains(label) } == 1 ? label : nil
    }
  }

  /// Figures stand beside the first line or the middle of a label. Beside its last they are perhaps those of
  /// another label below that seems to go on with it.
  private static func isInUpperHalf(_ line: Line, of label: PDFLabel) -> Bool {
    line.middleY < label.box.middleY + (label.segments.count > 1 ? 0.3 : 0.8) * line.height
  }

  /// Where a label is written: in the line that is its own, or in the nearest of those that it stands beside.
  private func place(of label: Int, _ owners: [Int?]) -> Int? {
    if let own = owners.firstIndex(of: label) { return own }
    let middle = labels[label].box.middleY
    return lines.indices.filter { beside[$0].contains(label) }
      .min { abs(lines[$0].middleY - middle) + 0.5 < abs(lines[$1].middleY - middle) }
  }

  /// The lines of a kind that stand next to one, next to those and so on.
  private func chain(from index: Int, _ isOfKind: (Int) -> Bool) -> [Int] {
    var chain: [Int] = []
    for way in [Array(lines.indices[(index + 1)...]), lines.indices[..<index].reversed()] {
      var last = index
      for other in way {
        guard isOfKind(other), isNear(last, other) else { break }
        chain.append(other)
        last = other
      }
    }
    return chain
  }

  private func isNear(_ line: Int, _ other: Int) -> Bool {
    abs(lines[other].middleY - lines[line].middleY)
      < Self.widestPitch * max(lines[line].height, lines[other].height)
  }

  /// Without numbers the second line of a label looks like a label, and with it the second line of a figure
  /// like a row.
  private func pairsOfUnequalRows() -> [(Int, Int)] {
    if PDFLabels.areNumbered(labels) { return [] }
    return lines.indices.dropLast().compactMap { index in
      let (line, next) = (lines[index], lines[index + 1])
      let isNear = next.middleY - line.middleY < Self.nearestRows * max(line.height, next.height)
      return isNear && line.cells.count != next.cells.count ? (index, index + 1) : nil
    }
  }

  // MARK: Rows without labels

  /// The line that has more figures than any other; those near it may go on with its cells.
  private var unlabelled: [PDFRow] {
    var rows = lines.map { PDFRow(labels: [], cells: $0.cells, middleY: $0.middleY) }
    for index in lines.indices {
      let strays = chain(from: index) { _ in true }
      rows[index].isDoubtful = strays.contains { lines[$0].cells.count >= lines[index].cells.count }
      rows[index].strays = strays.flatMap { lines[$0].cells }
    }
    return rows
  }
}
