import Diagnostics

extension ExpressionChecker {
  /// The functions of the language itself, in alphabetical order.
  static let builtIns = LanguageReference.functions.map(\.name)

  func call(_ tree: ExpressionTree, _ name: NameTree, _ arguments: [ExpressionTree]) -> Typed? {
    reads += 1
    switch name.text {
    case "claims": return claims(tree, arguments)
    case "contains": return contains(tree, arguments)
    case "date": return date(tree, arguments)
    case "find": return find(tree, arguments)
    case "known": return known(tree, arguments)
    case "matches": return matches(tree, arguments)
    case "words": return words(tree, arguments)
    default: return function(tree, name, arguments)
    }
  }

  // MARK: Functions of the subject

  private func function(_ tree: ExpressionTree, _ name: NameTree, _ arguments: [ExpressionTree]) -> Typed? {
    guard let index = schema.functions.firstIndex(where: { $0.names.contains(name.text) }) else {
      let known = Self.builtIns + Parser.aggregates + schema.functions.flatMap(\.names)
      reporter.error(
        .unknownFunction, "没有名为“\(name.text)”的函数", at: name.span,
        help: Suggestion.help(name.text, among: known))
      for argument in arguments where !isLoose(argument) { _ = quiet(argument) }
      return nil
    }
    let signature = schema.functions[index]
    guard hasCount(signature.parameters.count, tree, name.text, arguments, Self.usage(signature)) else {
      return nil
    }
    let checked = zip(arguments, signature.parameters).map { argument($0, $1) }
    guard !checked.contains(where: { $0 == nil }) else { return nil }
    return Typed(expression: .call(function: index, checked.compactMap { $0 }), type: signature.result)
  }

  /// Marks what is used without judging it.
  private func quiet(_ tree: ExpressionTree) -> Typed? {
    if case .pattern = tree.kind { return nil }
    return check(tree)
  }

  func argument(_ tree: ExpressionTree, _ wanted: RuleType) -> CheckedExpression? {
    guard let typed = check(tree, expecting: wanted) else { return nil }
    let adapts = typed.isLiteral && (wanted.isQuantity || wanted == .year)
    if typed.type == wanted || adapts { return typed.expression }
    return fault(.wrongArguments, "这里要\(wanted.title)", tree, "这是\(typed.type.title)")
  }

  private func hasCount(
    _ count: Int, _ tree: ExpressionTree, _ name: String, _ arguments: [ExpressionTree],
    _ usage: String? = nil
  ) -> Bool {
    if arguments.count == count { return true }
    reporter.error(
      .wrongArguments, "\(name) 要 \(count) 个参数", at: tree.span, "这里有 \(arguments.count) 个",
      help: usage ?? Self.usage[name])
    return false
  }

  private static func usage(_ function: FunctionSignature) -> String {
    "写 \(function.names[0])(" + function.parameters.map(\.title).joined(separator: ", ") + ")"
  }

  static let usage = Dictionary(
    uniqueKeysWithValues: LanguageReference.functions.map { ($0.name, "如 \($0.form)") })

  // MARK: Plain built-ins

  private func known(_ tree: ExpressionTree, _ arguments: [ExpressionTree]) -> Typed? {
    guard hasCount(1, tree, "known", arguments), let typed = check(arguments[0]) else { return nil }
    return Typed(expression: .known(typed.expression), type: .truth)
  }

  private func contains(_ tree: ExpressionTree, _ arguments: [ExpressionTree]) -> Typed? {
    guard hasCount(2, tree, "contains", arguments) else { return nil }
    let (text, part) = (argument(arguments[0], .text), argument(arguments[1], .text))
    guard let text, let part else { return nil }
    return Typed(expression: .contains(text, part), type: .truth)
  }

  private func date(_ tree: ExpressionTree, _ arguments: [ExpressionTree]) -> Typed? {
    guard hasCount(3, tree, "date", arguments) else { return nil }
    let year = argument(arguments[0], .year)
    let month = argument(arguments[1], .number)
    let day = argument(arguments[2], .number)
    guard let year, let month, let day else { return nil }
    return Typed(expression: .date(year, month, day), type: .date)
  }

  // MARK: Searching

  private func matches(_ tree: ExpressionTree, _ arguments: [ExpressionTree]) -> Typed? {
    guard hasCount(2, tree, "matches", arguments) else { return nil }
    let text = argument(arguments[0], .text)
    let pattern = pattern(arguments[1])
    guard let text, let pattern else { return nil }
    noteSearch(text, pattern)
    return Typed(expression: .matches(text, pattern: pattern), type: .truth)
  }

  private func find(_ tree: ExpressionTree, _ arguments: [ExpressionTree]) -> Typed? {
    guard arguments.count >= 2 else {
      return fault(.wrongArguments, "find 要一段文字和至少一个模式", tree, help: Self.usage["find"])
    }
    let text = argument(arguments[0], .text)
    let patterns = arguments.dropFirst().compactMap { pattern($0) }
    guard let text, patterns.count == arguments.count - 1 else { return nil }
    reportRepeated(patterns, arguments)
    for pattern in patterns { noteSearch(text, pattern) }
    var groups: [String] = []
    for name in patterns.flatMap({ names.patterns[$0].groupNames }) {
      if let name, !groups.contains(name) { groups.append(name) }
    }
    let numbers = patterns.map { pattern in groups.map { names.patterns[pattern].group($0) } }
    return Typed(
      expression: .find(text, patterns: patterns, groups: numbers),
      type: .list(names.matchRecord(groups: groups)))
  }

  private func pattern(_ tree: ExpressionTree) -> Int? {
    guard case .pattern(let pattern) = tree.kind else {
      return fault(.wrongArguments, "这里要一个模式", tree, help: "模式写在两条斜线之间：/…/")
    }
    return PatternChecker(names: names, reporter: reporter).check(pattern)
  }

  private func reportRepeated(_ patterns: [Int], _ arguments: [ExpressionTree]) {
    for (index, pattern) in patterns.enumerated() where patterns[..<index].contains(pattern) {
      reporter.warning(
        .redundant, "同一个模式写了两遍", at: arguments[index + 1].span, help: "改成另一种说法，或删去一遍")
    }
  }

  private func noteSearch(_ text: CheckedExpression, _ pattern: Int) {
    if case .global(let global) = text { names.addSearch(of: pattern, in: global) }
  }

  private func words(_ tree: ExpressionTree, _ arguments: [ExpressionTree]) -> Typed? {
    guard hasCount(2, tree, "words", arguments) else { return nil }
    let text = argument(arguments[0], .text)
    guard let name = arguments[1].dottedName, let list = names.list(name) else {
      return fault(
        .unknownWord, "没有这个词表", arguments[1],
        help: Suggestion.help(arguments[1].dottedName ?? "", among: names.listNames)
          ?? "先声明：list 词表名 from \"lists/….txt\"")
    }
    guard let text else { return nil }
    return Typed(expression: .words(text, list: list), type: .list(.record(BuiltInRecords.match)))
  }

  private func claims(_ tree: ExpressionTree, _ arguments: [ExpressionTree]) -> Typed? {
    if arguments.isEmpty { _ = hasCount(1, tree, "claims", arguments) }
    let claims = arguments.compactMap(claim)
    guard let first = claims.first, claims.count == arguments.count else { return nil }
    guard claims.allSatisfy({ $0.type == first.type }) else {
      return fault(.unitMismatch, "这些陈述的单位不一样", tree, help: "分开写")
    }
    return Typed(expression: .claims(claims.map(\.index)), type: .list(names.claimRecord(first.type)))
  }

  private func claim(_ tree: ExpressionTree) -> Names.Claim? {
    if let name = tree.dottedName, let claim = names.claims[name] { return claim }
    return fault(
      .unknownWord, "没有这种陈述", tree,
      help: Suggestion.help(tree.dottedName ?? "", among: names.claimNames)
        ?? "先声明：claim 名称 : 件 { pattern /…/ in 正文 }")
  }
}
