import Diagnostics
import Figures

extension ExpressionChecker {
  func negative(_ operand: ExpressionTree) -> Typed? {
    guard let typed = check(operand) else { return nil }
    guard typed.type.isQuantity else { return fault(.unitMismatch, "不能取负", operand, "这是\(typed.type.title)") }
    if case .number(let figure) = typed.expression, let negated = Figure.zero.subtracting(figure) {
      return Typed(expression: .number(negated), type: typed.type, isLiteral: typed.isLiteral)
    }
    return Typed(expression: .negative(typed.expression), type: typed.type, isLiteral: typed.isLiteral)
  }

  func arithmetic(
    _ tree: ExpressionTree, _ kind: ArithmeticOperator, _ left: ExpressionTree, _ right: ExpressionTree
  ) -> Typed? {
    let (left, right) = (check(left), check(right))
    guard let left, let right else { return nil }
    guard let type = Self.type(of: kind, left, right) else {
      return fault(
        .unitMismatch, "\(left.type.title)与\(right.type.title)不能\(kind.title)", tree,
        help: Self.help(left, right))
    }
    return Typed(
      expression: .arithmetic(kind, left.expression, right.expression), type: type,
      isLiteral: left.isLiteral && right.isLiteral)
  }

  private static func help(_ left: Typed, _ right: Typed) -> String? {
    let types: Set<RuleType> = [left.type, right.type]
    return types == [.count, .amount] ? "件与万元是两种单位，分开核对" : nil
  }

  private static func type(of kind: ArithmeticOperator, _ left: Typed, _ right: Typed) -> RuleType? {
    switch kind {
    case .add, .subtract: sumType(kind, left, right)
    case .multiply: productType(left.type, right.type)
    case .divide: left.isLiteral && right.type.isQuantity ? .number : quotientType(left.type, right.type)
    }
  }

  private static func sumType(_ kind: ArithmeticOperator, _ left: Typed, _ right: Typed) -> RuleType? {
    if left.type.isQuantity, right.type.isQuantity {
      if left.type == right.type || right.isLiteral { return left.type }
      return left.isLiteral ? right.type : nil
    }
    switch (left.type, right.type) {
    case (.year, .number), (.date, .number): return left.type
    case (.number, .year), (.number, .date): return kind == .add ? right.type : nil
    case (.year, .year), (.date, .date): return kind == .subtract ? .number : nil
    default: return nil
    }
  }

  private static func productType(_ left: RuleType, _ right: RuleType) -> RuleType? {
    if left.isQuantity, right == .number { return left }
    return left == .number && right.isQuantity ? right : nil
  }

  private static func quotientType(_ left: RuleType, _ right: RuleType) -> RuleType? {
    guard left.isQuantity, right.isQuantity else { return nil }
    if left == right { return .number }
    if right == .number { return left }
    return left == .amount && right == .count ? .amount : nil
  }

  // MARK: Comparisons

  func comparison(
    _ tree: ExpressionTree, _ kind: ComparisonOperator, _ leftTree: ExpressionTree,
    _ rightTree: ExpressionTree,
    _ toleranceTree: ExpressionTree?
  ) -> Typed? {
    let (left, right) = pair(leftTree, rightTree)
    let tolerance = toleranceTree.map { check($0) }
    guard let left, let right else { return nil }
    noteSides(left, right, leftTree, rightTree)
    if isSame(leftTree, rightTree) {
      reporter.warning(
        .constantCondition, "比较的两边完全一样，结果总是一样", at: tree.span, help: "复制以后忘了改？改其中一边")
    }
    guard Self.areComparable(left, right) else {
      return fault(
        .incomparable, "\(left.type.title)与\(right.type.title)不能比较", tree, help: Self.help(left, right))
    }
    if left.type.isOrdered {
      guard let tolerance = self.tolerance(tolerance, toleranceTree, kind, left, right) else { return nil }
      return Typed(
        expression: .compare(kind, left.expression, right.expression, within: tolerance.expression),
        type: .truth)
    }
    if let toleranceTree { return fault(.wrongType, "within 只用于数的比较", toleranceTree) }
    guard kind.isEquality else {
      return fault(.incomparable, "\(left.type.title)不分大小", tree, help: "只能用 == 或 !=")
    }
    return Typed(
      expression: .same(left.expression, right.expression, isNegated: kind == .unequal), type: .truth)
  }

  private struct Tolerance { let expression: CheckedExpression? }

  private func tolerance(
    _ typed: Typed??, _ tree: ExpressionTree?, _ kind: ComparisonOperator, _ left: Typed, _ right: Typed
  ) -> Tolerance? {
    guard let typed, let tree else { return Tolerance(expression: nil) }
    guard let typed else { return nil }
    guard kind.isEquality else {
      return fault(.wrongType, "within 只跟在 == 或 != 的比较后面", tree, help: "如 a == b within 0.01")
    }
    let unit = left.isLiteral ? right.type : left.type
    let isPlain = typed.isLiteral || typed.type == unit || (typed.type == .number && !unit.isQuantity)
    guard isPlain else {
      return fault(
        .unitMismatch, "误差的单位不对", tree, "这是\(typed.type.title)", help: "写一个数，或与比较的两边同样的单位")
    }
    return Tolerance(expression: typed.expression)
  }

  /// Checks two sides, each with what the other tells about it.
  private func pair(_ left: ExpressionTree, _ right: ExpressionTree) -> (Typed?, Typed?) {
    if isLoose(left) || left.isString, !isLoose(right), !right.isString {
      let right = check(right)
      return (check(left, expecting: right?.type), right)
    }
    let left = check(left)
    return (left, check(right, expecting: left?.type))
  }

  private static func areComparable(_ left: Typed, _ right: Typed) -> Bool {
    if left.isLiteral { return right.type.isQuantity || right.type == .year }
    if right.isLiteral { return left.type.isQuantity || left.type == .year }
    guard left.type == right.type else { return false }
    switch left.type {
    case .record, .list: return false
    default: return true
    }
  }
}

extension ArithmeticOperator {
  fileprivate var title: String {
    switch self {
    case .add: "相加"
    case .subtract: "相减"
    case .multiply: "相乘"
    case .divide: "相除"
    }
  }
}
