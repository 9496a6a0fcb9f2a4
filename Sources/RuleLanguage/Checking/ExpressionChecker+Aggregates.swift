import Diagnostics

extension ExpressionChecker {
  func aggregate(
    _ name: NameTree, _ bodyTree: ExpressionTree, _ bindingTree: BindingTree, _ filterTree: ExpressionTree?
  ) -> Typed? {
    guard let kind = CheckedExpression.Aggregate(rawValue: name.text) else { return nil }
    let slot = variables.count
    let binding = bind(bindingTree)
    let filter = filterTree.map { truth($0) }
    let body = check(bodyTree)
    // A bound list may itself have bound variables first: close all that this aggregate opened.
    for index in slot..<variables.count { close(index) }
    if kind == .count || kind == .sum { forgive(bindingTree.name) }
    guard let binding, let body else { return nil }
    if let filter, filter == nil { return nil }
    guard let type = Self.type(kind, body.type) else {
      let wanted = kind == .all || kind == .any || kind == .count ? "真假判断" : "数"
      return fault(
        .wrongType, "\(name.text) 里面要\(wanted)", bodyTree, "这是\(body.type.title)",
        help: kind == .count ? "要相加写 sum(…)；要数个数写 count(行 in t3.rows where …)" : nil)
    }
    return Typed(
      expression: .aggregate(kind, body.expression, binding, filter: filter ?? nil), type: type)
  }

  private static func type(_ kind: CheckedExpression.Aggregate, _ body: RuleType) -> RuleType? {
    switch kind {
    case .count: body == .truth ? .count : nil
    case .all, .any: body == .truth ? .truth : nil
    case .sum: body.isQuantity ? body : nil
    case .min, .max: body.isOrdered ? body : nil
    }
  }

  /// `x else y`: what stands in for something missing.
  func otherwise(_ leftTree: ExpressionTree, _ rightTree: ExpressionTree) -> Typed? {
    let left = check(leftTree)
    let right = check(rightTree, expecting: left?.type)
    guard let left, let right else { return nil }
    if left.type == right.type {
      return Typed(expression: .otherwise(left.expression, right.expression), type: left.type)
    }
    if right.isLiteral, left.type.isQuantity || left.type == .year {
      return Typed(expression: .otherwise(left.expression, right.expression), type: left.type)
    }
    return fault(.incomparable, "else 两边要同一种类型", rightTree, "这是\(right.type.title)，左边是\(left.type.title)")
  }
}
