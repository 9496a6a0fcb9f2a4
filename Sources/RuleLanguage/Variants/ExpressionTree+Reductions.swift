import Diagnostics

extension ExpressionTree {
  /// The expression with one condition, alternative or pattern left out, in every way there is.
  var reductions: [Reduction<ExpressionTree>] {
    switch kind {
    case .and(let left, let right): junction(left, right) { .and($0, $1) }
    case .or(let left, let right): junction(left, right) { .or($0, $1) }
    case .otherwise(let left, let right):
      [Reduction(tree: left, part: .alternative, removed: right.span)]
        + both(left, right) { .otherwise($0, $1) }
    case .not(let operand): within(operand) { .not($0) }
    case .negative(let operand): within(operand) { .negative($0) }
    case .member(let base, let field): within(base) { .member($0, field) }
    case .arithmetic(let kind, let left, let right): both(left, right) { .arithmetic(kind, $0, $1) }
    case .comparison(let kind, let left, let right, let tolerance):
      both(left, right) { .comparison(kind, $0, $1, within: tolerance) }
    case .call(let name, let arguments): call(name, arguments)
    case .aggregate(let name, let body, let binding, let filter): aggregate(name, body, binding, filter)
    case .number, .string, .pattern, .truth, .name, .index: []
    }
  }

  private func junction(
    _ left: ExpressionTree, _ right: ExpressionTree, _ make: (ExpressionTree, ExpressionTree) -> Kind
  ) -> [Reduction<ExpressionTree>] {
    [
      Reduction(tree: right, part: .alternative, removed: left.span),
      Reduction(tree: left, part: .alternative, removed: right.span),
    ] + both(left, right, make)
  }

  private func both(
    _ left: ExpressionTree, _ right: ExpressionTree, _ make: (ExpressionTree, ExpressionTree) -> Kind
  ) -> [Reduction<ExpressionTree>] {
    within(left) { make($0, right) } + within(right) { make(left, $0) }
  }

  private func within(
    _ part: ExpressionTree, _ make: (ExpressionTree) -> Kind
  ) -> [Reduction<ExpressionTree>] {
    part.reductions.map { replaced(make($0.tree), $0.part, $0.removed) }
  }

  private func replaced(
    _ kind: Kind, _ part: RuleVariant.Part, _ removed: SourceSpan
  ) -> Reduction<ExpressionTree> {
    Reduction(tree: ExpressionTree(kind, span, over: []), part: part, removed: removed)
  }

  private func call(_ name: NameTree, _ arguments: [ExpressionTree]) -> [Reduction<ExpressionTree>] {
    let patterns = arguments.indices.filter { if case .pattern = arguments[$0].kind { true } else { false } }
    let dropped =
      patterns.count < 2
      ? []
      : patterns.map { index -> Reduction<ExpressionTree> in
        var fewer = arguments
        fewer.remove(at: index)
        return replaced(.call(name, fewer), .pattern, arguments[index].span)
      }
    return dropped
      + arguments.indices.flatMap { index in
        within(arguments[index]) { changed in
          var others = arguments
          others[index] = changed
          return .call(name, others)
        }
      }
  }

  private func aggregate(
    _ name: NameTree, _ body: ExpressionTree, _ binding: BindingTree, _ filter: ExpressionTree?
  ) -> [Reduction<ExpressionTree>] {
    let whole = within(body) { .aggregate(name, $0, binding, filter: filter) }
    guard let filter else { return whole }
    let dropped = replaced(.aggregate(name, body, binding, filter: nil), .filter, filter.span)
    return whole + [dropped] + within(filter) { .aggregate(name, body, binding, filter: $0) }
  }
}
