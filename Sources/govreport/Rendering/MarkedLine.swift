import Diagnostics
import Inspection

/// A line of the report with the places of a finding in it, cut to what a reader wants around them. Nothing
/// in it is hidden.
struct MarkedLine {
  struct Piece {
    let text: String
    let isMarked: Bool
  }

  /// 1-based.
  let number: Int
  let pieces: [Piece]

  /// Characters around a place: a paragraph of a report can be a line of thousands.
  private static let margin = 48
  /// … and of the place itself.
  private static let longest = 160

  /// The lines in which places begin, in the order in which they come up first.
  static func lines(_ places: [Finding.Place], _ source: SourceText) -> [MarkedLine] {
    var numbers: [Int] = []
    for place in places where !numbers.contains(place.line) { numbers.append(place.line) }
    return numbers.map { number in
      let spans = places.filter { $0.line == number }.map { $0.span(in: source) }
      return MarkedLine(number, spans.sorted { ($0.lower, $0.upper) < ($1.lower, $1.upper) }, source)
    }
  }

  private init(_ number: Int, _ spans: [SourceSpan], _ source: SourceText) {
    self.number = number
    var pieces: [Piece] = []
    var end = source.lineSpan(number).lower
    // A place may begin within another one: what is marked already is not said twice.
    for span in spans where span.lower >= end {
      let gap = Self.shown(source.text(SourceSpan(end, span.lower)))
      pieces.append(Piece(text: pieces.isEmpty ? Self.tail(gap) : Self.middle(gap), isMarked: false))
      let marked = Self.shown(source.text(span))
      pieces.append(Piece(text: Self.head(marked, Self.longest), isMarked: true))
      end = span.upper
    }
    let last = source.lineSpan(source.line(at: max(source.lineSpan(number).lower, end - 1)))
    let after = Self.shown(source.text(SourceSpan(min(end, last.upper), last.upper)))
    self.pieces = pieces + [Piece(text: Self.head(after, Self.margin), isMarked: false)]
  }

  private static func head(_ text: String, _ count: Int) -> String {
    text.count <= count ? text : text.prefix(count) + "…"
  }

  private static func tail(_ text: String) -> String {
    text.count <= margin ? text : "…" + text.suffix(margin)
  }

  private static func middle(_ text: String) -> String {
    text.count <= 2 * margin ? text : text.prefix(margin) + "…" + text.suffix(margin)
  }

  /// On one line, with each run of white space as one space: a place in a table may go over several lines.
  private static func shown(_ text: String) -> String {
    var result = ""
    for character in text {
      if !character.isWhitespace { result.append(character) } else if result.last != " " { result += " " }
    }
    return VisibleText.of(result)
  }
}
