import ArgumentParser
import Inspection

/// `govreport rules check`
struct RulesCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check rule folders as the daemon would load them: every error of every file at once.",
    discussion: """
      Folders named together are checked as one generation. Exit status 1 when there are errors; with
      --warnings-as-errors, when there are warnings too.
      """)

  @Flag(help: "Exit with status 1 when anything is doubtful: for a test before rules are handed out.")
  var warningsAsErrors = false

  @Option(help: "How to print: text or json.")
  var format: RulesFormat = .text

  @Argument(
    help: ArgumentHelp("Folders of rules, or rule files. Default: the installed ones.", valueName: "path"))
  var paths: [String] = []

  func run() throws {
    let folders = try RuleLoading.folders(paths)
    let rules: RuleSet
    do throws(RuleErrors) {
      rules = try RuleSet(folders)
    } catch {
      if format == .json { Standard.write(Self.json(errors: error.rendered, warnings: [], nil).line + "\n") }
      throw format == .json ? ExitCode(1) : RuleLoading.refused(error)
    }
    let warnings = rules.warnings + (RuleLoading.today.map { rules.expiredWaivers(today: $0) } ?? [])
    switch format {
    case .text: print(rules, warnings)
    case .json: Standard.write(Self.json(errors: [], warnings: warnings, rules).line + "\n")
    }
    if warningsAsErrors, !warnings.isEmpty { throw ExitCode(1) }
  }

  private func print(_ rules: RuleSet, _ warnings: [String]) {
    for warning in warnings { Standard.complain(warning + "\n") }
    let doubts = warnings.isEmpty ? "" : "，\(warnings.count) 处提醒"
    Standard.write("规则 \(rules.count) 条，没有错误\(doubts)，校验值 \(rules.hash.prefix(12))\n")
    if warningsAsErrors, !warnings.isEmpty { Standard.complain("提醒按错误处理，没有通过") }
  }

  private static func json(errors: [String], warnings: [String], _ rules: RuleSet?) -> JSON {
    .object([
      ("rules", rules.map { .integer($0.count) } ?? .null), ("hash", .optional(rules?.hash)),
      ("errors", .array(errors.map(JSON.string))), ("warnings", .array(warnings.map(JSON.string))),
    ])
  }
}
