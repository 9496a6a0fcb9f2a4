import Diagnostics

/// Says what is wrong with a pattern as it is written, fragment or whole.
struct PatternFaults {
  let tree: PatternTree
  let reporter: Reporter

  /// Reports what folded text never has; true when there is nothing of it.
  func reportUnmatchable() -> Bool {
    let faults = FoldedPattern.faults(Array(tree.text.utf8))
    for fault in faults {
      let lower = tree.content.lower + fault.range.lowerBound
      let span = SourceSpan(lower, tree.content.lower + fault.range.upperBound)
      reporter.error(.unmatchablePattern, fault.message, at: span, help: fault.help)
    }
    return faults.isEmpty
  }

  /// The pattern compiled, with its fragments in their places; nil when it is wrong, which has been reported.
  func compile(_ fragment: PatternFragment) -> Pattern? {
    do throws(PatternError) { return try Pattern(fragment) } catch {
      report(error)
      return nil
    }
  }

  func report(_ error: PatternError) {
    reporter.error(.badPattern, error.message, at: place(error.part))
  }

  /// Where the part at fault stands in the pattern; the whole pattern when it is not to be found.
  private func place(_ part: String) -> SourceSpan {
    let bytes = Array(tree.text.utf8)
    let wanted = Array(part.utf8)
    guard !wanted.isEmpty, wanted.count <= bytes.count else { return tree.whole }
    for start in 0...(bytes.count - wanted.count) where bytes[start...].starts(with: wanted) {
      return SourceSpan(tree.content.lower + start, tree.content.lower + start + wanted.count)
    }
    return tree.whole
  }
}
