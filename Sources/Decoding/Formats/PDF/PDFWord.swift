/// Where something stands on a page, in points from the top left corner.
struct PDFBox: Hashable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  var height: Double { maxY - minY }
  var width: Double { maxX - minX }
  var middleX: Double { (minX + maxX) / 2 }
  var middleY: Double { (minY + maxY) / 2 }

  func union(_ other: PDFBox) -> PDFBox {
    PDFBox(
      minX: min(minX, other.minX), minY: min(minY, other.minY), maxX: max(maxX, other.maxX),
      maxY: max(maxY, other.maxY))
  }

  /// Whether the two stand one below the other, at least in a tenth of the narrower.
  func sharesColumn(with other: PDFBox) -> Bool { share(with: other) > 0.1 }

  /// Whether the two stand one below the other, or nearly so: a figure's second line may be indented.
  func reaches(_ other: PDFBox) -> Bool {
    max(minX, other.minX) - min(maxX, other.maxX) < min(height, other.height)
  }

  /// Whether the narrower stands for the most part over or under the wider.
  func standsUnder(_ other: PDFBox) -> Bool { share(with: other) > 0.5 }

  private func share(with other: PDFBox) -> Double {
    (min(maxX, other.maxX) - max(minX, other.minX)) / min(width, other.width)
  }
}

/// Characters that stand together.
struct PDFWord {
  var box: PDFBox
  /// UTF-8, no control characters.
  var text: [UInt8]
}

struct PDFPage {
  let width: Double
  let height: Double
  var words: [PDFWord] = []
}
