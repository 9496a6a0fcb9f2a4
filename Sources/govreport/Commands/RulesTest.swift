import ArgumentParser
import Inspection

/// `govreport rules test`
struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples that stand beside the rules.",
    discussion:
      "Each example is a consistent report with something changed. Exit status 1 when one comes out otherwise."
  )

  @Option(help: "How to print: text or json.")
  var format: RulesFormat = .text

  @Argument(
    help: ArgumentHelp("Folders of rules, or rule files. Default: the installed ones.", valueName: "path"))
  var paths: [String] = []

  func run() throws {
    let results = try RuleLoading.load(paths).examples()
    switch format {
    case .text: Standard.write(Self.text(results))
    case .json: Standard.write(JSON.array(results.map(Self.json)).line + "\n")
    }
    if !results.allSatisfy(\.isAsExpected) { throw ExitCode(1) }
  }

  private static func text(_ results: [ExampleResult]) -> String {
    let failed = results.filter { !$0.isAsExpected }
    let lines = failed.map {
      "不符  \($0.rule) 示例 \($0.number)（\($0.file):\($0.line)）：应为 \($0.expected)，结果 \($0.came)"
    }
    let summary = "示例 \(results.count) 个，符合 \(results.count - failed.count) 个，不符 \(failed.count) 个"
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  private static func json(_ result: ExampleResult) -> JSON {
    .object([
      ("rule", .string(result.rule)), ("file", .string(result.file)), ("line", .integer(result.line)),
      ("example", .integer(result.number)), ("expected", .string(result.expected)),
      ("came", .string(result.came)), ("as_expected", .truth(result.isAsExpected)),
    ])
  }
}
