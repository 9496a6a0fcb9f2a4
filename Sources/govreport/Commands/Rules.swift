import ArgumentParser
import Inspection

/// `govreport rules`
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Work on rules.", subcommands: [RulesCheck.self, RulesList.self, RulesTest.self])
}

/// `govreport rules check`
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check rule folders as the daemon would load them: every error of every file at once.",
    discussion: "Folders named together are checked as one generation. Exit status 1 when there are errors.")

  @Argument(help: ArgumentHelp("Folders of rules. Default: the installed ones.", valueName: "path"))
  var paths: [String] = []

  func run() throws {
    let rules = try RuleLoading.load(paths)
    for warning in rules.warnings { Standard.complain(warning + "\n") }
    Standard.write("规则 \(rules.count) 条，没有错误，校验值 \(rules.hash.prefix(12))\n")
  }
}

/// `govreport rules list`
struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List rules: severity, id, title, place.")

  @Argument(help: ArgumentHelp("Folders of rules. Default: the installed ones.", valueName: "path"))
  var paths: [String] = []

  func run() throws {
    for rule in try RuleLoading.load(paths).summaries {
      Standard.write(
        "\(Words.severity(rule.severity))  \(rule.id)  \(rule.title)  （\(rule.file):\(rule.line)）\n")
    }
  }
}

/// `govreport rules test`
struct RulesTest: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples that stand beside the rules.",
    discussion:
      "Each example is a consistent report with something changed. Exit status 1 when one comes out otherwise."
  )

  @Argument(help: ArgumentHelp("Folders of rules. Default: the installed ones.", valueName: "path"))
  var paths: [String] = []

  func run() throws {
    let results = try RuleLoading.load(paths).examples()
    let failed = results.filter { !$0.isAsExpected }
    for result in failed {
      Standard.write(
        "不符  \(result.rule) 示例 \(result.number)（\(result.file):\(result.line)）：应为 \(result.expected)，结果 \(result.came)\n"
      )
    }
    Standard.write("示例 \(results.count) 个，符合 \(results.count - failed.count) 个，不符 \(failed.count) 个\n")
    if !failed.isEmpty { throw ExitCode(1) }
  }
}
