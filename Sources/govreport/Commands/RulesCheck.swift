import ArgumentParser
import Inspection

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
    let expired = RuleLoading.today.map { rules.expiredWaivers(today: $0) } ?? []
    for warning in rules.warnings + expired { Standard.complain(warning + "\n") }
    Standard.write("规则 \(rules.count) 条，没有错误，校验值 \(rules.hash.prefix(12))\n")
  }
}
