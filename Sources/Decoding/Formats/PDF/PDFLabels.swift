/// Puts the lines of labels together.
enum PDFLabels {
  /// - Parameters:
  ///   - segments: from top to bottom.
  ///   - anchors: the heights at which figures stand.
  static func joined(_ segments: [PDFSegment], anchors: [Double]) -> [PDFLabel] {
    let areNumbered = areNumbered(segments)
    var labels: [PDFLabel] = []
    for segment in segments {
      // Only a few labels stand side by side.
      let above = labels.indices.suffix(16).last {
        continues(segment, labels[$0], areNumbered ? [] : anchors)
      }
      if let above { labels[above].append(segment) } else { labels.append(PDFLabel(segment)) }
    }
    return labels
  }

  /// Whether the rows of a table bear numbers, so that what bears none is the rest of a label.
  static func areNumbered(_ labels: [PDFLabel]) -> Bool {
    labels.count(where: \.isNumbered) >= leastNumbered
  }

  private static func areNumbered(_ segments: [PDFSegment]) -> Bool {
    segments.count(where: \.isNumbered) >= leastNumbered
  }

  private static let leastNumbered = 3

  private static func continues(_ segment: PDFSegment, _ label: PDFLabel, _ anchors: [Double]) -> Bool {
    guard !segment.isNumbered, !PDFNumbering.isItem(segment.text), let last = label.segments.last?.box else {
      return false
    }
    let box = segment.box
    let gap = (box.minY - last.maxY) / max(1, min(box.height, last.height))
    guard gap > -0.5, gap < 0.7, box.sharesColumn(with: last), ratio(size(box), size(last)) < 1.5 else {
      return false
    }
    if isVertical(box), isVertical(last) { return true }
    // Two lines that both have figures beside them are two labels.
    if let own = anchor(box, anchors), let other = anchor(last, anchors), own != other { return false }
    return true
  }

  /// The size of the type, in a word that is written downwards too.
  private static func size(_ box: PDFBox) -> Double { min(box.height, box.width) }

  /// Characters one below the other.
  private static func isVertical(_ box: PDFBox) -> Bool { box.width < 1.3 * size(box) }

  private static func ratio(_ first: Double, _ second: Double) -> Double {
    max(first, second) / max(1, min(first, second))
  }

  private static func anchor(_ box: PDFBox, _ anchors: [Double]) -> Int? {
    anchors.firstIndex { abs($0 - box.middleY) < 0.35 * box.height }
  }

  /// Whether figures stand in the height of a label.
  static func isBeside(_ label: PDFLabel, _ anchors: [Double]) -> Bool {
    let slack = 0.3 * label.segments[0].box.height
    let range = (label.box.minY - slack)...(label.box.maxY + slack)
    return anchors.contains { range.contains($0) }
  }
}
