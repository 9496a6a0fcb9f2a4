import ArgumentParser
import Inspection

/// `govreport rules coverage`
struct RulesCoverage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "coverage",
    abstract: "Tell which conditions, alternatives and patterns never decided anything.",
    discussion: """
      Each is left out by itself; when nothing then comes out otherwise over all examples and perturbed
      reports, it wants an example, or is not needed.
      """)

  @Option(help: "How to print: text or json.")
  var format: RulesFormat = .text

  @Argument(
    help: ArgumentHelp("Folders of rules, or rule files. Default: the installed ones.", valueName: "path"))
  var paths: [String] = []

  func run() throws {
    let results = try RuleLoading.load(paths).coverage()
    switch format {
    case .text: Standard.write(Self.text(results))
    case .json: Standard.write(JSON.array(results.map(Self.json)).line + "\n")
    }
  }

  private static func text(_ results: [CoverageResult]) -> String {
    let idle = results.filter { !$0.isDecisive }
    let lines = idle.map { part in
      "\(part.file):\(part.line)  \(part.isClaim ? "陈述" : "规则") \(part.name)  \(words(part.part))从未起过作用：\(part.text)"
    }
    let summary = "共 \(results.count) 处条件、分支和模式，起过作用 \(results.count - idle.count) 处，没有 \(idle.count) 处"
    return (lines + [summary]).joined(separator: "\n") + "\n"
  }

  private static func words(_ part: String) -> String {
    switch part {
    case "filter": "筛选条件"
    case "alternative": "分支"
    case "pattern": "模式"
    case "clause": "检查"
    default: "范围"
    }
  }

  private static func json(_ part: CoverageResult) -> JSON {
    .object([
      ("name", .string(part.name)), ("kind", .string(part.isClaim ? "claim" : "rule")),
      ("part", .string(part.part)), ("text", .string(part.text)), ("file", .string(part.file)),
      ("line", .integer(part.line)), ("decisive", .truth(part.isDecisive)),
    ])
  }
}
