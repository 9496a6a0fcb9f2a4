import ArgumentParser
import Inspection

/// `govreport parse`
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a report as it was understood: agency, year, sections, tables, what could not be read.")

  @Option(help: "How to print: text or json.")
  var format: ParseFormat = .text

  @Option(name: .customLong("rules"), help: "A folder of rules, for its claims; may repeat.")
  var ruleFolders: [String] = []

  @Argument(help: ArgumentHelp("The report, or `-` for standard input.", valueName: "path"))
  var path: String

  func run() throws {
    let inspector = Inspector(try RuleLoading.load(ruleFolders))
    switch Input(path).examine(with: inspector) {
    case .failure(let failure):
      Standard.complain(failure.description)
      throw ExitCode(2)
    case .success(let examination):
      guard let report = examination.report else {
        Standard.complain("\(path)：\(examination.inspection.rejection?.message ?? "")")
        throw ExitCode(2)
      }
      switch format {
      case .json: Standard.write(ReportJSON.text(report, examination.claims, file: path) + "\n")
      case .text: Standard.write(ReportText.render(report, examination.claims, file: path) + "\n")
      }
    }
  }
}

enum ParseFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
