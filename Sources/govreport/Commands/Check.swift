import ArgumentParser
import Inspection

/// `govreport check`
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check reports with all rules.",
    discussion: """
      A folder is walked; the reports in a ZIP are checked as `archive.zip!/name`; `-` reads standard input.

      With --history the rules that compare a report with an earlier one are applied. The folder may hold the
      reports that are checked. What cannot be read there is named and left out.

      EXIT STATUS
        0   nothing at or above --fail-on
        1   findings at or above --fail-on
        2   none of those, but something could not be read
        64  wrong usage
      """)

  @Option(help: ArgumentHelp(stringLiteral: CheckFormat.help))
  var format: CheckFormat = .text

  @Option(name: .customLong("rules"), help: "A folder of rules; may repeat. Default: the installed ones.")
  var ruleFolders: [String] = []

  @Option(
    name: .customLong("history"),
    help: ArgumentHelp(
      "A folder of reports of other years, or of the same year as published before, to compare with; may repeat.",
      valueName: "dir"))
  var historyFolders: [String] = []

  @Option(help: ArgumentHelp("How many reports to check at once. Default: one a processor.", valueName: "n"))
  var jobs: Int?

  @Option(help: "The mildest severity that makes the exit status 1: info, warning, error or critical.")
  var failOn: FailOn = .warning

  @Option(
    help: ArgumentHelp("Read paths from a file, one a line; `-` for standard input.", valueName: "list"))
  var fromFile: String?

  @Argument(help: ArgumentHelp("Reports, or folders of them.", valueName: "path"))
  var paths: [String] = []

  func validate() throws {
    if paths.isEmpty, fromFile == nil {
      throw ValidationError("no report named: give a PATH, `-`, or --from-file LIST")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  func run() throws {
    let rules = try RuleLoading.load(ruleFolders)
    let inspector = Inspector(rules, today: RuleLoading.today)
    let inputs = try Inputs(paths, list: fromFile)
    let history = try history()
    var tally = Tally(failOn: failOn.severity)
    var renderer = format.renderer(CheckRun(rules, failOn: failOn.severity))
    let progress = Progress(total: inputs.all.count)
    Standard.write(renderer.begin())
    for failure in inputs.failures { complain(failure, &renderer) }
    Batch(inputs.all, jobs: jobs).run { input in
      input.examine(with: inspector, history)
    } then: { result in
      progress.advance()
      tally.add(result)
      print(result, &renderer)
    }
    progress.clear()
    let status = inputs.failures.isEmpty ? tally.status : max(tally.status, tally.hasFindings ? 1 : 2)
    Standard.write(renderer.end(tally, status: status))
    throw ExitCode(status)
  }

  private func history() throws -> HistoryFolders? {
    if historyFolders.isEmpty { return nil }
    let history = try HistoryFolders(historyFolders, jobs: jobs)
    for failure in history.failures { Standard.complain(failure) }
    return history
  }

  private func print(
    _ result: Result<[Examination], InputFailure>, _ renderer: inout any CheckRenderer
  ) {
    switch result {
    case .success(let examinations):
      for examination in examinations { Standard.write(renderer.report(examination)) }
    case .failure(let failure): complain(failure.description, &renderer)
    }
  }

  private func complain(_ failure: String, _ renderer: inout any CheckRenderer) {
    Standard.complain(failure)
    Standard.write(renderer.unread(String(failure.trimmingPrefix("govreport: "))))
  }
}

/// A severity as an option.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case info, warning, error, critical

  var severity: Severity { Severity(rawValue: rawValue) ?? .warning }
}
