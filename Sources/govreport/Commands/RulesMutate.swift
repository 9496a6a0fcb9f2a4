import ArgumentParser
import Inspection

/// `govreport rules mutate`
struct RulesMutate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Perturb a consistent report and prove that every rule can fail.",
    discussion: """
      Cells are changed, blanked and made unreadable, sections dropped, emptied and doubled; then the failing
      examples are tried. Exit status 1 when a rule never fails, or when one of severity warning or above
      fails on the report as it stands.
      """)

  @Option(help: "How to print: text or json.")
  var format: RulesFormat = .text

  @Argument(
    help: ArgumentHelp("Folders of rules, or rule files. Default: the installed ones.", valueName: "path"))
  var paths: [String] = []

  func run() throws {
    let report = try RuleLoading.load(paths).mutate()
    switch format {
    case .text: Standard.write(Self.text(report))
    case .json: Standard.write(Self.json(report).line + "\n")
    }
    if !report.isComplete { throw ExitCode(1) }
  }

  private static func text(_ report: MutationReport) -> String {
    var lines = report.results.filter { $0.witness == nil }.map {
      "不会失败  \($0.rule)  \($0.title)（\($0.file):\($0.line)）"
    }
    lines += report.falseAlarms.map { "误报  \($0.rule)（\($0.edition) 版，报告未改动）：\($0.message)" }
    let (able, all) = (report.rulesAbleToFail, report.results.count)
    let percent = all == 0 ? 100 : able * 100 / all
    let byExample = report.results.count { $0.witness == .example }
    lines.append(
      "规则 \(all) 条，能失败 \(able) 条（其中 \(byExample) 条靠示例），得分 \(percent)%，扰动 \(report.perturbations) 次")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func json(_ report: MutationReport) -> JSON {
    .object([
      ("rules", .integer(report.results.count)),
      ("able_to_fail", .integer(report.rulesAbleToFail)),
      ("perturbations", .integer(report.perturbations)),
      ("results", .array(report.results.map(json))),
      (
        "false_alarms",
        .array(
          report.falseAlarms.map { alarm in
            .object([
              ("rule", .string(alarm.rule)), ("edition", .string(alarm.edition)),
              ("message", .string(alarm.message)),
            ])
          })
      ),
    ])
  }

  private static func json(_ result: MutationResult) -> JSON {
    .object([
      ("rule", .string(result.rule)), ("file", .string(result.file)), ("line", .integer(result.line)),
      ("witness", .optional(result.witness?.rawValue)),
      ("how", .optional(result.how.isEmpty ? nil : result.how)),
    ])
  }
}
