import Diagnostics

/// Checks one way of saying a figure.
struct SourceChecker {
  let names: Names
  let reporter: Reporter

  /// The source, with a text in place of what a wording leaves open; nil when it is wrong, which has been
  /// reported.
  func check(_ tree: ClaimTree.Source, hole: PatternFragment? = nil) -> CheckedClaim.Source? {
    let pattern = PatternChecker(names: names, reporter: reporter).check(tree.pattern, hole: hole)
    let text = ExpressionChecker(names, reporter).check(tree.text)
    guard let pattern, let text else { return nil }
    guard case .global(let global) = text.expression, text.type == .text else {
      reporter.error(.wrongType, "陈述只能在一份正文里找", at: tree.text.span, help: "如 in 正文")
      return nil
    }
    let group = names.patterns[pattern].group("n")
    if group == nil, !tree.isZero {
      reporter.error(.missingGroup, "模式里没有取数的组 n", at: tree.pattern.whole, help: "把数写成 (?P<n>\\d+)")
      return nil
    }
    names.addSearch(of: pattern, in: global)
    return CheckedClaim.Source(
      pattern: pattern, global: global, group: tree.isZero ? nil : group,
      origin: CheckedClaim.Origin(tree.pattern.content, of: reporter))
  }
}
