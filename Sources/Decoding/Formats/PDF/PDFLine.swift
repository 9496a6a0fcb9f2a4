/// Words that stand close to each other in one line: a phrase, or one cell of a table.
struct PDFSegment {
  private(set) var words: [PDFWord]
  private(set) var box: PDFBox

  init(_ word: PDFWord) {
    self.words = [word]
    self.box = word.box
  }

  init?(_ words: [PDFWord]) {
    guard let first = words.first else { return nil }
    self.init(first)
    for word in words.dropFirst() { append(word) }
  }

  mutating func append(_ word: PDFWord) {
    words.append(word)
    box = box.union(word.box)
  }

  /// The words with a space where a gap is seen. Digits that touch are one number, whatever divided them.
  var text: [UInt8] {
    var result = words[0].text
    for (word, next) in zip(words, words.dropFirst()) {
      if PDFGap.between(word.box, next.box) >= PDFGap.touching { result.append(UInt8(ascii: " ")) }
      result += next.text
    }
    return result
  }

  /// Cut before each word of which this is true, where it does not touch the word before it or bears a number.
  func divided(before isFirst: (PDFWord) -> Bool) -> [PDFSegment] {
    var pieces = [PDFSegment(words[0])]
    for (word, next) in zip(words, words.dropFirst()) {
      let isApart = PDFGap.between(word.box, next.box) >= PDFGap.touching || PDFNumbering.begins(next.text)
      if isApart, isFirst(next) {
        pieces.append(PDFSegment(next))
      } else {
        pieces[pieces.count - 1].append(next)
      }
    }
    return pieces
  }

  var isNumeral: Bool { PDFNumeral.isOne(text) }

  /// Where the figures begin that end a label; nil when there are none, or nothing else.
  var figuresBehindLabel: Int? {
    let isFigure = { (word: PDFWord) in PDFNumeral.isFragment(word.text) || PDFNumeral.isOne(word.text) }
    guard let label = words.lastIndex(where: { !isFigure($0) }), label + 1 < words.count else {
      return nil
    }
    return label + 1
  }

  /// A numeral or a piece of one, or several so close that they may be one that was torn.
  var isFigure: Bool {
    isNumeral || isFragment || PDFNumeral.isRest(text) || PDFNumeral.isGarbled(text)
      || words.allSatisfy { PDFNumeral.isOne($0.text) || PDFNumeral.isFragment($0.text) }
  }

  /// Digits and their marks, complete or not: perhaps a line of a figure that was too wide for its cell.
  var isFragment: Bool { PDFNumeral.isFragment(text) }

  /// `一、…`, `（二）…`, `3.…`: begins a label, a paragraph or a heading.
  var isNumbered: Bool { PDFNumbering.begins(text) }
}

/// One line of a page, from left to right.
struct PDFLine {
  var segments: [PDFSegment]

  var box: PDFBox { segments.dropFirst().reduce(segments[0].box) { $0.union($1.box) } }

  /// The figures that end the line, and what stands before them.
  var figures: ArraySlice<PDFSegment> {
    segments[(segments.lastIndex { !$0.isFigure }.map { $0 + 1 } ?? 0)...]
  }

  var words: ArraySlice<PDFSegment> { segments.dropLast(figures.count) }
}

/// Distances between neighbours in a line, measured in their height.
enum PDFGap {
  static let touching = 0.15
  /// Two numerals closer than this may be one that was torn.
  static let close = 0.72
  /// Words closer than this belong together.
  static let phrase = 1.0

  static func between(_ first: PDFBox, _ second: PDFBox) -> Double {
    (second.minX - first.maxX) / max(1, min(first.height, second.height))
  }
}

extension PDFLine {
  /// The words of a page as lines from top to bottom. Words of one line have their middles at one height.
  static func lines(_ words: [PDFWord]) -> [PDFLine] {
    var lines: [[PDFWord]] = []
    var middle = 0.0
    for word in words.sorted(by: { ($0.box.middleY, $0.box.minX) < ($1.box.middleY, $1.box.minX) }) {
      if let last = lines.last?.last,
        word.box.middleY - middle <= 0.35 * min(last.box.height, word.box.height)
      {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
        middle = word.box.middleY
      }
    }
    return lines.map { PDFLine(words: $0.sorted { $0.box.minX < $1.box.minX }) }
  }

  private init(words: [PDFWord]) {
    segments = [PDFSegment(words[0])]
    for word in words.dropFirst() {
      let last = segments[segments.count - 1]
      if Self.belongs(word, last) {
        segments[segments.count - 1].append(word)
      } else {
        segments.append(PDFSegment(word))
      }
    }
  }

  private static func belongs(_ word: PDFWord, _ segment: PDFSegment) -> Bool {
    let gap = PDFGap.between(segment.words[segment.words.count - 1].box, word.box)
    if gap < PDFGap.touching { return true }
    let isNumeral = PDFNumeral.isOne(word.text) || PDFNumeral.isFragment(word.text)
    let follows = segment.isFigure
    return gap < (isNumeral || follows ? PDFGap.close : PDFGap.phrase)
  }
}
