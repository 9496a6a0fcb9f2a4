import Diagnostics

/// Checks what a rule asks of the archive.
struct NeedChecker {
  private let names: Names
  private let reporter: Reporter

  init(_ names: Names, _ reporter: Reporter) {
    self.names = names
    self.reporter = reporter
  }

  /// One for each tree that is right; faults are reported.
  func check(_ trees: [NeedTree]) -> [CheckedNeed] {
    trees.indices.compactMap { index in
      let isFree = isFree(trees[index].name, after: trees[..<index])
      guard let need = need(trees[index]), isFree else { return nil }
      return need
    }
  }

  private func isFree(_ name: NameTree, after others: ArraySlice<NeedTree>) -> Bool {
    let schema = names.schema
    let isTaken =
      others.contains { $0.name.text == name.text }
      || (schema.globals.flatMap(\.names) + ["lhs", "rhs"]).contains(name.text)
      || schema.tables.contains { $0.entry.answers(to: name.text) }
    guard isTaken else { return true }
    reporter.error(.duplicateName, "名称“\(name.text)”已经有别的意思", at: name.span, help: "换一个名称，如 prev")
    return false
  }

  private func need(_ tree: NeedTree) -> CheckedNeed? {
    guard names.schema.earlierReport != nil, tree.function.text == "archive" else {
      reporter.error(
        .unknownFunction, "needs 后面只能是 archive(…)", at: tree.function.span, help: Parser.needHelp)
      return nil
    }
    guard tree.arguments.count == 2 else {
      reporter.error(
        .wrongArguments, "archive 要 2 个参数：机关和年份", at: tree.span, "这里有 \(tree.arguments.count) 个",
        help: Parser.needHelp)
      return nil
    }
    let expressions = ExpressionChecker(names, reporter)
    let agency = expressions.argument(tree.arguments[0], .text)
    let year = expressions.argument(tree.arguments[1], .year)
    guard let agency, let year else { return nil }
    return CheckedNeed(name: tree.name.text, agency: agency, year: year)
  }
}
