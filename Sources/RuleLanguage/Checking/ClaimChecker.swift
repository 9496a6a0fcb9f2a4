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
    let scopes = tree.scopes.compactMap(scope)
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
      let content = tree.sources[index].pattern.content
      reporter.warning(
        .redundant, "同一个模式写了两遍", at: SourceSpan(content.lower - 1, content.upper + 1),
        help: "改成另一种说法，或删去一遍")
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
      let span = SourceSpan(tree.pattern.content.lower - 1, tree.pattern.content.upper + 1)
      reporter.error(.missingGroup, "模式里没有取数的组 n", at: span, help: "把数写成 (?P<n>\\d+)")
      return nil
    }
    names.addSearch(of: pattern, in: global)
    return CheckedClaim.Source(pattern: pattern, global: global, group: tree.isZero ? nil : group)
  }

  private func scope(_ tree: ClaimTree.ScopeMark) -> CheckedClaim.ScopeMark? {
    let condition = condition(tree.condition)
    let scopes = names.schema.scopes
    guard let scope = scopes.firstIndex(where: { $0.answers(to: tree.scope.text) }) else {
      let known = scopes.flatMap { [$0.key] + $0.names }
      reporter.error(
        .unknownWord, "没有“\(tree.scope.text)”这种范围", at: tree.scope.span,
        help: Suggestion.help(tree.scope.text, among: known) ?? "可用："
          + scopes.map(\.key).joined(separator: "、"))
      return nil
    }
    return condition.map { CheckedClaim.ScopeMark(scope: scope, condition: $0) }
  }

  private func condition(_ tree: ClaimTree.ScopeMark.Condition) -> CheckedClaim.ScopeMark.Condition? {
    let checker = PatternChecker(names: names, reporter: reporter)
    return switch tree {
    case .before(let pattern): checker.check(pattern, mayBeEmpty: true).map { .before(pattern: $0) }
    case .after(let pattern): checker.check(pattern, mayBeEmpty: true).map { .after(pattern: $0) }
    case .anotherYear(_, let isBefore): .anotherYear(isBeforeClaim: isBefore)
    }
  }
}
