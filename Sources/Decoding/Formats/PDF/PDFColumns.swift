/// The columns of a table, found by where its figures stand one below the other.
struct PDFColumns {
  /// From left to right, none reaching into another.
  private(set) var boxes: [PDFBox] = []
  /// Rows whose figures do not fit the others: some may be torn, or run together over two columns.
  private(set) var misfits: Set<Int> = []

  /// More is no statutory table, and costs too much.
  private static let mostRows = 400
  private static let mostFigures = 32

  /// - Parameter rows: the boxes of each row's figures, from left to right.
  init(_ rows: [[PDFBox]]) {
    guard rows.count <= Self.mostRows, rows.allSatisfy({ $0.count <= Self.mostFigures }) else {
      misfits = Set(rows.indices)
      return
    }
    misfits = Self.conflicting(rows)
    boxes = Self.clusters(rows, without: misfits)
    let doubtful = rows.indices.filter { !misfits.contains($0) && isDoubtful($0, rows) }
    if !doubtful.isEmpty {
      misfits.formUnion(doubtful)
      boxes = Self.clusters(rows, without: misfits)
    }
    let isSound = rows.indices.allSatisfy { misfits.contains($0) || hasOneFigureAColumn(rows[$0]) }
    if !isSound {
      misfits = Set(rows.indices)
      boxes = []
    }
  }

  /// The one column that a box stands in; nil when it stands in none or in several.
  func index(of box: PDFBox) -> Int? {
    let shared = boxes.indices.filter { boxes[$0].sharesColumn(with: box) }
    return shared.count == 1 ? shared[0] : nil
  }

  /// Also the columns that bear a head and no figure. Asked for where there is one row only, and so no other
  /// that has a figure there.
  func adding(heads segments: [PDFSegment]) -> PDFColumns {
    let words = segments.flatMap(\.words)
    // A figure that does not stand under the middle of its head may be two, run together.
    let isUnderHead = boxes.allSatisfy { box in
      let heads = words.map(\.box).filter { $0.sharesColumn(with: box) }
      guard let head = heads.max(by: { $0.middleY < $1.middleY }) else { return false }
      return abs(head.middleX - box.middleX) < 0.35 * min(box.height, head.height)
    }
    guard isUnderHead else { return self }
    let free = words.filter { word in
      !boxes.contains { $0.sharesColumn(with: word.box) } && !isTitle(word, words)
    }
    var heads: [PDFWord] = []
    for word in free.sorted(by: { $0.box.minX < $1.box.minX }) {
      if let last = heads.last, last.box.sharesColumn(with: word.box) {
        heads[heads.count - 1] = PDFWord(box: last.box.union(word.box), text: last.text + word.text)
      } else {
        heads.append(word)
      }
    }
    // One character is a piece of a head that was drawn apart, such as 总 计.
    let added = heads.filter { $0.text.count >= 6 }.map(\.box)
    let isClear = added.allSatisfy { box in !boxes.contains { $0.sharesColumn(with: box) } }
    var columns = self
    if isClear { columns.boxes = (boxes + added).sorted { $0.minX < $1.minX } }
    return columns
  }

  /// Whether a head stands over other heads, one of which is that of a column.
  private func isTitle(_ word: PDFWord, _ words: [PDFWord]) -> Bool {
    words.contains { other in
      other.box.middleY > word.box.middleY && other.box.sharesColumn(with: word.box)
        && boxes.contains { $0.sharesColumn(with: other.box) }
    }
  }

  private func hasOneFigureAColumn(_ row: [PDFBox]) -> Bool {
    let columns = row.map(index)
    return !columns.contains(nil) && Set(columns).count == columns.count
  }

  /// Where one figure of a row stands over two of another, one of the rows is damaged. It is the one that
  /// quarrels with most others; where that is not clear, both.
  private static func conflicting(_ rows: [[PDFBox]]) -> Set<Int> {
    var quarrels = [Set<Int>](repeating: [], count: rows.count)
    for first in rows.indices {
      for second in rows.indices where first != second && bridges(rows[first], rows[second]) {
        quarrels[first].insert(second)
        quarrels[second].insert(first)
      }
    }
    var removed: Set<Int> = []
    while let most = quarrels.map(\.count).max(), most > 0 {
      let worst = quarrels.indices.filter { quarrels[$0].count == most }
      removed.formUnion(worst)
      for index in worst { quarrels[index] = [] }
      for index in quarrels.indices { quarrels[index].subtract(worst) }
    }
    return removed
  }

  /// A figure over two of another row, or one that stands half beside another's.
  private static func bridges(_ row: [PDFBox], _ other: [PDFBox]) -> Bool {
    row.contains { box in
      let shared = other.filter { $0.sharesColumn(with: box) }
      return shared.count > 1 || shared.contains { !$0.standsUnder(box) }
    }
  }

  private static func clusters(_ rows: [[PDFBox]], without misfits: Set<Int>) -> [PDFBox] {
    let boxes = rows.indices.filter { !misfits.contains($0) }.flatMap { rows[$0] }
    var clusters: [PDFBox] = []
    for box in boxes.sorted(by: { $0.minX < $1.minX }) {
      if let last = clusters.last, last.sharesColumn(with: box) {
        clusters[clusters.count - 1] = last.union(box)
      } else {
        clusters.append(box)
      }
    }
    return clusters
  }

  /// Two numerals so close that they may be one, and no other row that has both columns.
  private func isDoubtful(_ row: Int, _ rows: [[PDFBox]]) -> Bool {
    zip(rows[row], rows[row].dropFirst()).contains { first, second in
      guard PDFGap.between(first, second) < PDFGap.close else { return false }
      return ![first, second].allSatisfy { box in
        rows.indices.contains { other in
          other != row && !misfits.contains(other) && rows[other].contains { $0.sharesColumn(with: box) }
        }
      }
    }
  }
}
