/// A piece of a page: a line of text, or a stretch of a table.
enum PDFElement {
  case line(PDFLine)
  case band(PDFBand)
}

/// Tells the tables of a page from its text.
struct PDFPageLayout {
  private(set) var elements: [PDFElement] = []

  init(_ lines: [PDFLine]) {
    let runs = PDFAnchors(lines).runs
    var next = 0
    for (number, run) in runs.enumerated() {
      let end = number + 1 < runs.count ? runs[number + 1][0] : lines.count
      let builder = PDFBandBuilder(lines, anchors: run, within: next..<end)
      elements += lines[next..<builder.range.lowerBound].map(PDFElement.line)
      elements.append(.band(builder.band))
      next = builder.range.upperBound
    }
    elements += lines[next...].map(PDFElement.line)
  }
}

/// The lines in which a table's figures stand.
struct PDFAnchors {
  private let lines: [PDFLine]

  init(_ lines: [PDFLine]) { self.lines = lines }

  /// Anchors with no head of a table and no other text between them, as indices of lines.
  var runs: [[Int]] {
    var runs: [[Int]] = []
    for index in lines.indices where isAnchor(index) {
      if let last = runs.last?.last, !isDivided(last, index) {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs
  }

  /// Several figures end it; or one does, far from the words before it or with words beside it that were
  /// wrapped.
  private func isAnchor(_ index: Int) -> Bool {
    let figures = lines[index].figures
    guard let first = figures.first else { return false }
    if figures.count > 1 { return true }
    if let word = lines[index].words.last { return PDFGap.between(word.box, first.box) > 2 }
    return [index - 1, index + 1].contains { isLabel($0, beside: first.box) }
  }

  private func isLabel(_ index: Int, beside figure: PDFBox) -> Bool {
    guard lines.indices.contains(index), let box = lines[index].words.last?.box else { return false }
    return abs(box.middleY - figure.middleY) < box.height && PDFGap.between(box, figure) > 2
  }

  /// Text over the columns that is no second line of a cell.
  private func isDivided(_ first: Int, _ second: Int) -> Bool {
    guard let upper = lines[first].figures.first?.box, let lower = lines[second].figures.first?.box else {
      return true
    }
    let left = min(upper.minX, lower.minX)
    return lines[(first + 1)..<second].contains { line in
      let isHeading = line.segments.count == 1 && PDFNumbering.isChapter(line.segments[0].text)
      return line.segments.contains { segment in
        if segment.isFragment { return false }
        let box = segment.box
        let isNear = min(box.middleY - upper.middleY, lower.middleY - box.middleY) < 0.9 * box.height
        let isTall = isHeading && box.height > 1.15 * max(upper.height, lower.height)
        return !isNear && (isTall || box.maxX > left + 0.5 * box.height)
      }
    }
  }
}
