import Diagnostics

/// Checks what tells which part of the year or of the offices a claim is about.
struct ScopeChecker {
  let names: Names
  let reporter: Reporter

  /// The marks in the order in which they are tried, those of groups among them.
  func check(_ statements: [ClaimTree.ScopeStatement]) -> [CheckedClaim.ScopeMark] {
    statements.flatMap { statement -> [CheckedClaim.ScopeMark] in
      switch statement {
      case .mark(let tree): mark(tree).map { [$0] } ?? []
      case .use(let name):
        names.scopeGroups.use(name, reporter, hint: names.wordingGroups.usage(of: name.text)) ?? []
      }
    }
  }

  func declare(_ tree: ScopesTree) {
    if tree.marks.isEmpty, tree.isWhole { names.scopeGroups.reportEmpty(tree.name, reporter) }
    names.scopeGroups.declare(tree.name, tree.marks.compactMap(mark), reporter)
  }

  private func mark(_ tree: ClaimTree.ScopeMark) -> CheckedClaim.ScopeMark? {
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
    let origin = CheckedClaim.Origin(tree.content, of: reporter)
    return condition.map { CheckedClaim.ScopeMark(scope: scope, condition: $0, origin: origin) }
  }

  private func condition(_ tree: ClaimTree.ScopeMark.Condition) -> CheckedClaim.ScopeMark.Condition? {
    let checker = PatternChecker(names: names, reporter: reporter)
    return switch tree {
    case .before(let pattern): checker.check(pattern, isOfLine: true).map { .before(pattern: $0) }
    case .after(let pattern): checker.check(pattern, isOfLine: true).map { .after(pattern: $0) }
    case .anotherYear(_, let isBefore): .anotherYear(isBeforeClaim: isBefore)
    }
  }
}

extension CheckedClaim.Origin {
  init(_ content: SourceSpan, of reporter: Reporter) {
    self.init(
      file: reporter.file, line: reporter.source.line(at: content.lower), text: reporter.source.text(content),
      offset: content.lower)
  }
}
