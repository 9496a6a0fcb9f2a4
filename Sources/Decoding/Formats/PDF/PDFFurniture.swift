/// Running heads, running feet and page numbers: what a page bears because it is a page.
enum PDFFurniture {
  static func removed(from pages: [PDFPage]) -> [[PDFLine]] {
    let lines = pages.map { PDFLine.lines($0.words) }
    let repeated = repeated(lines)
    return zip(pages, lines).map { page, lines in
      let edges = edges(lines)
      return lines.indices.filter { index in
        guard edges.contains(index) else { return true }
        return !repeated.contains(Mark(lines[index])) && !isPageNumber(index, lines, page)
      }.map { lines[$0] }
    }
  }

  /// The outermost lines of a page: two above and two below.
  private static func edges(_ lines: [PDFLine]) -> Set<Int> {
    Set(lines.indices.prefix(2)).union(lines.indices.suffix(2))
  }

  /// What is alike in a running head on all its pages: the text without digits, and about the place.
  private struct Mark: Hashable {
    let text: [UInt8]
    let height: Int

    init(_ line: PDFLine) {
      text = line.segments.flatMap(\.text).filter { !($0 >= 0x30 && $0 <= 0x39) && $0 != 0x20 }
      height = Int((line.box.middleY / 6).rounded())
    }
  }

  /// A line of figures alone may stand at one height on several pages of a table.
  private static func repeated(_ pages: [[PDFLine]]) -> Set<Mark> {
    guard pages.count > 2 else { return [] }
    var counts: [Mark: Int] = [:]
    for lines in pages {
      let marks = Set(edges(lines).map { lines[$0] }.filter { $0.figures.isEmpty }.map(Mark.init))
      for mark in marks where mark.text.count > 3 { counts[mark, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value * 2 > pages.count }.keys)
  }

  /// `— 3 —`, `-12-`, `3`, `第3页 共8页`, `3 / 8`, alone in the margin. A figure of a table that ends there
  /// has the next row close above it.
  private static func isPageNumber(_ index: Int, _ lines: [PDFLine], _ page: PDFPage) -> Bool {
    let line = lines[index]
    guard line.box.middleY < 0.1 * page.height || line.box.middleY > 0.9 * page.height else { return false }
    let scalars = line.segments.flatMap { String(decoding: $0.text, as: UTF8.self).unicodeScalars }
    let digits = scalars.count { ("0"..."9").contains($0) }
    guard (1...6).contains(digits), scalars.allSatisfy({ ("0"..."9").contains($0) || around.contains($0) })
    else {
      return false
    }
    let neighbours = [index - 1, index + 1].filter(lines.indices.contains).map { lines[$0].box.middleY }
    guard neighbours.count < 2, line.segments.count <= 3 else { return false }
    // A dash may be a zero of the table, but not on both sides of the only figure in a line.
    if let first = scalars.first, "-—–－―─·•第".unicodeScalars.contains(first) { return true }
    return neighbours.allSatisfy { abs($0 - line.box.middleY) > 2 * line.box.height }
  }

  private static let around = Set(" -—–－―─·•~第页共/／ \u{3000}".unicodeScalars)
}
