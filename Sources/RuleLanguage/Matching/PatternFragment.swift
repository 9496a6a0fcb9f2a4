/// A part of patterns that was read before.
struct PatternFragment {
  let text: String
  /// What is told of it; nil when it uses something that is not followed.
  let literals: Literals?
  /// Whether its syntax is surely right, as far as that does not depend on its size.
  let isWellFormed: Bool

  /// - Parameter known: the parts that were put into the text.
  init(_ text: String, known: [KnownPart<Literals>] = []) {
    var scanner = PatternScanner<Literals>(Array(text.utf8), known: known)
    self.text = text
    literals = scanner.scan()
    isWellFormed = literals != nil && scanner.isWellFormed
  }
}

/// What was told before of a part of a pattern, a group in brackets.
struct KnownPart<Part: PatternPart> {
  /// In bytes of the pattern, the brackets included.
  let range: Range<Int>
  let part: Part?
  var isWellFormed = false
}

/// A pattern with every fragment in its place.
struct ExpandedPattern {
  let text: String
  /// The fragments, from the first to the last.
  let known: [KnownPart<Literals>]
}
