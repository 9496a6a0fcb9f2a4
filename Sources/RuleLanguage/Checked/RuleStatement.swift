import Diagnostics

/// A statement of a rule as its author wrote it, for telling what the rule demands.
public struct RuleStatement: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    /// `needs x = archive(…)`
    case need
    /// `for x in LIST`
    case loop
    /// `where CONDITION`
    case filter
    case check
    /// `forbid x in LIST`
    case forbid
    case message
    case fix
  }

  public let kind: Kind
  /// The variable of a `needs`, a loop or a `forbid`.
  public let variable: String?
  /// The list, condition or words, on one line.
  public let text: String
}

/// Takes the statements of a rule from its file.
struct StatementReader {
  private let reporter: Reporter

  init(_ reporter: Reporter) { self.reporter = reporter }

  func statements(_ tree: RuleTree) -> [RuleStatement] {
    tree.needs.map(need) + tree.clauses.flatMap(statements) + (tree.fix.map { [words(.fix, $0)] } ?? [])
  }

  private func statements(_ clause: ClauseTree) -> [RuleStatement] {
    var statements = clause.steps.map { step in
      switch step {
      case .loop(let binding): bound(.loop, binding)
      case .filter(let condition): statement(.filter, condition)
      }
    }
    switch clause.demand {
    case .check(let condition): statements.append(statement(.check, condition))
    case .forbid(let binding, let filter):
      statements.append(bound(.forbid, binding))
      if let filter { statements.append(statement(.filter, filter)) }
    case nil: break
    }
    if let message = clause.message { statements.append(words(.message, message)) }
    return statements
  }

  /// `edition 2021`, `year >= 2022`, `agency 乡镇、县`: all of them at once.
  func applies(_ tree: RuleTree) -> [String] {
    let editions = tree.editions.isEmpty ? [] : [tree.editions.map(\.text).joined(separator: "、") + " 版格式"]
    let years = tree.years.map { tree in
      let years = tree.years.map(\.text).joined(separator: "、")
      return tree.comparison == .equal ? "\(years) 年的报告" : "年度 \(tree.comparison.rawValue) \(years)"
    }
    return editions + years + tree.agencies.map { $0.map(\.text).joined(separator: "、") }
  }

  private func need(_ tree: NeedTree) -> RuleStatement {
    let arguments = tree.arguments.map(line).joined(separator: ", ")
    return RuleStatement(
      kind: .need, variable: tree.name.text, text: "\(tree.function.text)(\(arguments))")
  }

  private func bound(_ kind: RuleStatement.Kind, _ binding: BindingTree) -> RuleStatement {
    RuleStatement(kind: kind, variable: binding.name.text, text: line(binding.list))
  }

  private func statement(_ kind: RuleStatement.Kind, _ tree: ExpressionTree) -> RuleStatement {
    RuleStatement(kind: kind, variable: nil, text: line(tree))
  }

  private func words(_ kind: RuleStatement.Kind, _ string: StringTree) -> RuleStatement {
    RuleStatement(kind: kind, variable: nil, text: reporter.source.text(string.content))
  }

  private func line(_ tree: ExpressionTree) -> String { reporter.source.text(tree.span).onOneLine }
}
