import Diagnostics

/// Checks one rule.
struct RuleChecker {
  let names: Names
  let reporter: Reporter
  let tree: RuleTree
  let file: String
  /// The editions that the rule speaks of.
  let editions: [String]
  let needs: NeedNames

  init(_ names: Names, _ reporter: Reporter, _ tree: RuleTree, file: String) {
    self.names = names
    self.reporter = reporter
    self.tree = tree
    self.file = file
    self.editions = tree.editions.isEmpty ? names.schema.editions : tree.editions.map(\.text)
    self.needs = NeedNames(tree.needs.map(\.name))
  }

  /// Nil when something is wrong that leaves nothing to make a rule of; all faults are reported.
  func check() -> CheckedRule? {
    _ = SeverityWord.check(tree.severity, reporter)
    let applicability = AppliesChecker(names.schema, reporter).check(tree)
    checkBasis()
    if tree.isWhole, !tree.clauses.contains(where: { $0.demand != nil }) { reportMissingCheck() }
    let checkedNeeds = NeedChecker(names, reporter).check(tree.needs)
    let clauses = tree.clauses.compactMap { ClauseChecker(self, $0).check() }
    var checker = ExampleChecker(self)
    let examples = tree.examples.compactMap { checker.check($0) }
    guard !clauses.isEmpty, checkedNeeds.count == tree.needs.count else { return nil }
    if tree.isWhole { reportUnusedNeeds() }
    return CheckedRule(
      id: tree.id.text, severity: tree.severity.text,
      title: Unescaped.text(reporter.source, tree.title.content),
      basis: tree.basis.map { Unescaped.text(reporter.source, $0.content) } ?? "", file: file,
      span: tree.span,
      line: reporter.source.line(at: tree.span.lower),
      applies: StatementReader(reporter).applies(tree), examples: examples,
      statements: StatementReader(reporter).statements(tree), source: reporter.source.text(tree.whole),
      applicability: applicability, needs: checkedNeeds, clauses: clauses)
  }

  private func reportUnusedNeeds() {
    for name in needs.unused {
      reporter.warning(
        .unusedVariable, "“\(name.text)”没有用到", at: name.span, help: "在 check 或 where 里用它，或删去这一行")
    }
  }

  private func checkBasis() {
    guard let basis = tree.basis else {
      guard tree.isWhole else { return }
      reporter.error(.missingBasis, "规则 \(tree.id.text) 没有依据", at: tree.id.span, help: "加一行 basis \"…\"")
      return
    }
    if basis.content.isEmpty {
      reporter.error(.missingBasis, "依据是空的", at: basis.span, help: "写明条款或文件")
    }
  }

  private func reportMissingCheck() {
    reporter.error(
      .missingCheck, "规则 \(tree.id.text) 什么也没有检查", at: tree.id.span, help: "加一行 check … 或 forbid … in …")
  }
}
