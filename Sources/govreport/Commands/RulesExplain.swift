import ArgumentParser
import Inspection

/// `govreport rules explain`
struct RulesExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell a rule in words, or what an error code such as E104 means.",
    discussion: "Exit status 1 when there is no such rule or code.")

  @Option(help: "How to print: text or json.")
  var format: RulesFormat = .text

  @Argument(help: ArgumentHelp("The id of a rule, or a code.", valueName: "id|code"))
  var subject: String

  @Argument(
    help: ArgumentHelp("Folders of rules, or rule files. Default: the installed ones.", valueName: "path"))
  var paths: [String] = []

  func run() throws {
    if let code = CodeText.of(subject) { return print(code) }
    let rules = try RuleLoading.load(paths)
    if let rule = rules.explanation(of: subject) { return print(rule) }
    if let disabled = rules.disabled.first(where: { $0.rule == subject }) {
      Standard.complain("规则 \(subject) 已停用：\(disabled.reason)（\(disabled.file):\(disabled.line)）")
    } else {
      Standard.complain("govreport: 没有编号为 \(subject) 的规则，也没有这个错误代码")
    }
    throw ExitCode(1)
  }

  private func print(_ code: CodeText) {
    switch format {
    case .text: Standard.write(ExplanationText.of(code))
    case .json: Standard.write(ExplanationJSON.of(code).line + "\n")
    }
  }

  private func print(_ rule: RuleExplanation) {
    switch format {
    case .text: Standard.write(ExplanationText.of(rule))
    case .json: Standard.write(ExplanationJSON.of(rule).line + "\n")
    }
  }
}

/// Explanations for people.
enum ExplanationText {
  static func of(_ code: CodeText) -> String {
    var lines = ["\(code.code)  \(code.title)", "", code.meaning]
    if let wrong = code.wrong { lines += ["", "错："] + indented(wrong) }
    lines += ["", "对："] + indented(code.right)
    return lines.joined(separator: "\n") + "\n"
  }

  static func of(_ rule: RuleExplanation) -> String {
    let summary = rule.summary
    let applies = summary.applies.isEmpty ? "所有报告" : summary.applies.joined(separator: "，并且 ")
    var lines = [
      "\(summary.id)  \(Words.severity(summary.severity))  \(summary.title)",
      "依据：\(summary.basis)", "适用：\(applies)", "位置：\(summary.file):\(summary.line)", "", "要求：",
    ]
    lines += rule.statements.map { "  " + $0.words }
    if !rule.examples.isEmpty { lines += ["", "示例："] + rule.examples.flatMap(example) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func example(_ example: ExampleResult) -> [String] {
    let changes = example.changes.isEmpty ? "不作改动的报告" : example.changes
    let mark = example.isAsExpected ? "相符" : "不符"
    return ["  \(example.number). \(changes)", "     应为 \(example.expected)，\(mark)：\(example.came)"]
  }

  private static func indented(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
  }
}

/// Explanations as JSON.
enum ExplanationJSON {
  static func of(_ code: CodeText) -> JSON {
    .object([
      ("code", .string(code.code)), ("title", .string(code.title)), ("meaning", .string(code.meaning)),
      ("wrong", .optional(code.wrong)), ("right", .string(code.right)),
    ])
  }

  static func of(_ rule: RuleExplanation) -> JSON {
    .object([
      ("rule", .string(rule.summary.id)), ("severity", .string(rule.summary.severity.rawValue)),
      ("title", .string(rule.summary.title)), ("basis", .string(rule.summary.basis)),
      ("editions", .array(rule.summary.editions.map(JSON.string))),
      ("applies", .array(rule.summary.applies.map(JSON.string))),
      ("file", .string(rule.summary.file)), ("line", .integer(rule.summary.line)),
      (
        "statements",
        .array(
          rule.statements.map { .object([("kind", .string($0.kind)), ("words", .string($0.words))]) })
      ),
      ("examples", .array(rule.examples.map(example))), ("source", .string(rule.source)),
    ])
  }

  private static func example(_ example: ExampleResult) -> JSON {
    .object([
      ("number", .integer(example.number)), ("changes", .string(example.changes)),
      ("expected", .string(example.expected)), ("came", .string(example.came)),
      ("as_expected", .truth(example.isAsExpected)),
    ])
  }
}
