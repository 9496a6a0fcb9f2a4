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
    let sources = tree.sources.flatMap(sources)
    reportRepeated(tree)
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

  /// The same pattern may be looked for in another text.
  private func reportRepeated(_ tree: ClaimTree) {
    var seen: Set<[String]> = []
    for case .source(let source) in tree.sources {
      let words = [source.pattern.text, reporter.source.text(source.text.span)]
      if seen.insert(words).inserted { continue }
      reporter.warning(
        .redundant, "同一个模式写了两遍", at: source.pattern.whole, help: "改成另一种说法，或删去一遍")
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

  private func sources(_ statement: ClaimTree.SourceStatement) -> [CheckedClaim.Source] {
    switch statement {
    case .source(let tree): SourceChecker(names: names, reporter: reporter).check(tree).map { [$0] } ?? []
    case .use(let name, let subject): WordingChecker(names: names, reporter: reporter).use(name, of: subject)
    }
  }
}
