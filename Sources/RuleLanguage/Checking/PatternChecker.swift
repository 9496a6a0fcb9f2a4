import Diagnostics

/// Compiles patterns and sees to it that they can match what they are tried on.
struct PatternChecker {
  let names: Names
  let reporter: Reporter

  /// The index of the pattern, or nil when it is wrong, which has been reported.
  func check(_ tree: PatternTree, mayBeEmpty: Bool = false) -> Int? {
    let before = reporter.diagnostics.count
    for fault in FoldedPattern.faults(Array(tree.text.utf8)) { report(fault, tree) }
    do throws(PatternError) {
      let index = try names.pattern(tree.text)
      let pattern = names.patterns[index]
      // What needs a literal needs something, and need not be compiled to find that out.
      if !mayBeEmpty, pattern.required.groups.isEmpty, pattern.matches([UInt8]().span) {
        reporter.error(
          .emptyMatch, "这个模式什么都不用有也能匹配", at: span(tree), help: "至少让一部分必须出现，例如把 * 改成 +")
      }
      return reporter.diagnostics.count == before ? index : nil
    } catch {
      reporter.error(.badPattern, error.message, at: place(error.part, tree))
      return nil
    }
  }

  private func report(_ fault: FoldedPattern.Fault, _ tree: PatternTree) {
    let lower = tree.content.lower + fault.range.lowerBound
    let span = SourceSpan(lower, tree.content.lower + fault.range.upperBound)
    reporter.error(.unmatchablePattern, fault.message, at: span, help: fault.help)
  }

  private func span(_ tree: PatternTree) -> SourceSpan {
    SourceSpan(tree.content.lower - 1, tree.content.upper + 1)
  }

  /// Where the part at fault stands in the pattern; the whole pattern when it is not to be found.
  private func place(_ part: String, _ tree: PatternTree) -> SourceSpan {
    let bytes = Array(tree.text.utf8)
    let wanted = Array(part.utf8)
    guard !wanted.isEmpty, wanted.count <= bytes.count else { return span(tree) }
    for start in 0...(bytes.count - wanted.count) where bytes[start...].starts(with: wanted) {
      return SourceSpan(tree.content.lower + start, tree.content.lower + start + wanted.count)
    }
    return span(tree)
  }
}
