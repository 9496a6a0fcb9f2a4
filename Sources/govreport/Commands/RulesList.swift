import ArgumentParser
import Inspection

/// `govreport rules list`
struct RulesList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List rules: severity, id, title, place.")

  @Option(help: "How to print: text or json.")
  var format: RulesFormat = .text

  @Argument(
    help: ArgumentHelp("Folders of rules, or rule files. Default: the installed ones.", valueName: "path"))
  var paths: [String] = []

  func run() throws {
    let rules = try RuleLoading.load(paths).summaries
    switch format {
    case .text:
      for rule in rules {
        Standard.write(
          "\(Words.severity(rule.severity))  \(rule.id)  \(rule.title)  （\(rule.file):\(rule.line)）\n")
      }
    case .json: Standard.write(JSON.array(rules.map(Self.json)).line + "\n")
    }
  }

  private static func json(_ rule: RuleSummary) -> JSON {
    .object([
      ("rule", .string(rule.id)), ("severity", .string(rule.severity.rawValue)),
      ("title", .string(rule.title)), ("basis", .string(rule.basis)), ("file", .string(rule.file)),
      ("line", .integer(rule.line)), ("editions", .array(rule.editions.map(JSON.string))),
      ("applies", .array(rule.applies.map(JSON.string))),
    ])
  }
}
