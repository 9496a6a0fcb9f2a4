import Diagnostics

extension ExpressionChecker {
  /// Checks a loop and makes its variable known to what follows.
  func bind(_ tree: BindingTree) -> Binding? {
    let list = check(tree.list)
    var element: RuleType?
    if let list {
      if case .list(let type) = list.type {
        element = type
      } else {
        let help = "如 t3.columns、sections、claims(…)、find(…)"
        reporter.error(.notAList, "for 只能走一个列表", at: tree.list.span, "这是\(list.type.title)", help: help)
      }
    }
    if let open = openVariable(tree.name.text) {
      reporter.error(
        .duplicateName, "变量“\(tree.name.text)”外层已经用了", at: tree.name.span,
        "第 \(reporter.source.line(at: open.name.span.lower)) 行已有", help: "换一个变量名")
    }
    if needs.index(tree.name.text) != nil {
      reporter.error(
        .duplicateName, "变量“\(tree.name.text)”与 needs 的名称相同", at: tree.name.span, help: "换一个变量名")
    }
    let slot = variables.count
    variables.append(Variable(name: tree.name, type: element, slot: slot))
    guard let list, let element else { return nil }
    return Binding(slot: slot, list: list.expression, type: element)
  }

  func openVariable(_ name: String) -> Variable? { variables.last { $0.isOpen && $0.name.text == name } }

  func use(_ variable: Variable) { variables[variable.slot].isUsed = true }

  /// Nothing is said of a variable whose list is wrong.
  func forgive(_ name: NameTree) {
    for index in variables.indices where variables[index].name.text == name.text {
      variables[index].isUsed = true
    }
  }

  func close(_ slot: Int) { variables[slot].isOpen = false }

  func reportUnused() {
    for variable in variables where !variable.isUsed && variable.type != nil {
      reporter.warning(
        .unusedVariable, "变量“\(variable.name.text)”没有用到", at: variable.name.span,
        help: "在 check 或 message 里用它，或删去这个循环")
    }
  }
}
