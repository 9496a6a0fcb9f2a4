import Diagnostics

/// Checks a kind of claim and declares its name.
struct ClaimChecker {
  private let names: Names
  private let reporter: Reporter

  init(_ names: Names, _ reporter: Reporter) {
    self.names = names
    self.reporter = reporter
  }

  func declare(_ tree: ClaimTree) -> CheckedClaim? {
    let (type, scale) = Self.unit(tree.unit.text)
    let sources = tree.sources.compactMap(source)
    if sources.count == tree.sources.count { reportRepeated(sources, tree) }
    let scopes = ScopeChecker(names: names, reporter: reporter).check(tree.scopes)
    if tree.sources.isEmpty, tree.isWhole {
      reporter.error(
        .missingCheck, "陈述“\(tree.name.text)”没有 pattern", at: tree.name.span,
        help: "如 pattern /收到申请(?P<n>\\d+)件/ in 正文")
    }
    guard names.declare(claim: tree.name.text, type: type) else {
      reporter.error(.duplicateName, "陈述“\(tree.name.text)”已经有了", at: tree.name.span, help: "换一个名称")
      return nil
    }
    return CheckedClaim(
      name: tree.name.text, type: type, unit: tree.unit.text, source: reporter.source.text(tree.whole),
      scale: scale,
      sources: sources, scopes: scopes)
  }

  private func reportRepeated(_ sources: [CheckedClaim.Source], _ tree: ClaimTree) {
    for (index, source) in sources.enumerated() {
      let isRepeated = sources[..<index].contains {
        $0.pattern == source.pattern && $0.global == source.global
      }
      guard isRepeated else { continue }
      reporter.warning(
        .redundant, "同一个模式写了两遍", at: tree.sources[index].pattern.whole, help: "改成另一种说法，或删去一遍")
    }
  }

  /// Money becomes 万元, a percentage a number, and every other measure word counts things.
  private static func unit(_ unit: String) -> (RuleType, CheckedClaim.Scale) {
    switch unit {
    case "万元": (.amount, .one)
    case "元": (.amount, .over(10_000))
    case "亿元": (.amount, .times(10_000))
    case "数", "百分点": (.number, .one)
    case "年": (.year, .one)
    default: (.count, .one)
    }
  }

  private func source(_ tree: ClaimTree.Source) -> CheckedClaim.Source? {
    let pattern = PatternChecker(names: names, reporter: reporter).check(tree.pattern)
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
    return CheckedClaim.Source(pattern: pattern, global: global, group: tree.isZero ? nil : group)
  }
}
