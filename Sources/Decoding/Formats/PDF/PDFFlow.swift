/// The pages one after the other, with tables that a page break cut made whole.
enum PDFFlow {
  static func joined(_ pages: [PDFPageLayout]) -> [[PDFElement]] {
    var result: [[PDFElement]] = []
    for page in pages {
      var elements = page.elements
      if let (page, element, band) = lastBand(result), case .band(let next)? = elements.first,
        let whole = band.continued(by: next)
      {
        result[page][element] = .band(whole)
        elements.removeFirst()
      }
      result.append(elements)
    }
    return result
  }

  /// The band that ends what was read so far.
  private static func lastBand(_ pages: [[PDFElement]]) -> (page: Int, element: Int, band: PDFBand)? {
    guard let page = pages.lastIndex(where: { !$0.isEmpty }), case .band(let band)? = pages[page].last else {
      return nil
    }
    return (page, pages[page].count - 1, band)
  }
}

extension PDFBand {
  /// Both as one, when the other has no head of its own and its columns stand below these.
  func continued(by next: PDFBand) -> PDFBand? {
    guard next.header.isEmpty else { return nil }
    let own = PDFColumns(rows.map(\.figures))
    let others = PDFColumns(next.rows.map(\.figures))
    guard !own.boxes.isEmpty else { return nil }
    let places = others.boxes.map(own.index)
    guard !places.contains(nil), Set(places).count == places.count else { return nil }
    var whole = self
    var rest = next.rows[...]
    if let last = whole.rows.last, let first = rest.first, let row = last.continued(by: first) {
      whole.rows[whole.rows.count - 1] = row
      rest = rest.dropFirst()
    }
    whole.rows += rest
    return whole
  }
}

extension PDFRow {
  /// A row that a page break cut: the label began on one page, and went on beside the figures on the next.
  /// Figures with no label at all may be those of a row that lost its own.
  func continued(by next: PDFRow) -> PDFRow? {
    guard cells.isEmpty, labels.count == 1, !next.cells.isEmpty, next.labels.count == 1,
      !next.labels.contains(where: \.isNumbered)
    else { return nil }
    var row = next
    row.labels = labels
    for segment in next.labels.flatMap(\.segments) { row.labels[0].append(segment) }
    return row
  }
}
