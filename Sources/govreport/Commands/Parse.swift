import ArgumentParser
import Glibc
import Inspection

/// `govreport parse`
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a report as it was understood: agency, year, sections, tables, what could not be read.",
    discussion: "Of a ZIP every report is printed, each with its name.")

  @Option(help: "How to print: json, or text for people. Default: text on a terminal, json elsewhere.")
  var format: ParseFormat?

  @Option(name: .customLong("rules"), help: "A folder of rules, for its claims; may repeat.")
  var ruleFolders: [String] = []

  @Argument(help: ArgumentHelp("The report, a ZIP of reports, or `-` for standard input.", valueName: "path"))
  var path: String

  func run() throws {
    let inspector = Inspector(try RuleLoading.load(ruleFolders))
    switch Input(path).examine(with: inspector) {
    case .failure(let failure):
      Standard.complain(failure.description)
      throw ExitCode(2)
    case .success(let examinations):
      for examination in examinations { print(examination) }
      if examinations.contains(where: { $0.report == nil }) { throw ExitCode(2) }
    }
  }

  private func print(_ examination: Examination) {
    let file = examination.inspection.file
    guard let report = examination.report else {
      Standard.complain("\(file)：\(examination.inspection.rejection?.message ?? "")")
      return
    }
    switch format ?? (isatty(STDOUT_FILENO) == 1 ? .text : .json) {
    case .json: Standard.write(ReportJSON.text(report, examination.claims, file: file) + "\n")
    case .text: Standard.write(ReportText.render(report, examination.claims, file: file) + "\n")
    }
  }
}

enum ParseFormat: String, ExpressibleByArgument, CaseIterable { case text, json }
