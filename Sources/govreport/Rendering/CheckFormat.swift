import ArgumentParser
import FileAccess
import Inspection

/// A way in which `check` prints. Each is a file in `Formats`, and a line in `all`.
struct CheckFormat: Sendable {
  let name: String
  /// For `--help`.
  let purpose: String
  let renderer: @Sendable (CheckRun) -> any CheckRenderer

  static let all: [CheckFormat] = [.html, .junit, .ndjson, .sarif, .text]
}

extension CheckFormat: ExpressibleByArgument, CustomStringConvertible {
  static let allValueStrings = all.map(\.name)
  static let help = "How to print: " + all.map { "\($0.name) (\($0.purpose))" }.joined(separator: ", ") + "."

  init?(argument: String) {
    guard let format = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = format
  }

  var description: String { name }
}

/// What holds for all reports of one run of `check`.
struct CheckRun: Sendable {
  let rules: [RuleSummary]
  /// Of all rule files, in hexadecimal.
  let rulesHash: String
  /// The mildest severity that counts as a finding.
  let failOn: Severity
  /// The day on which it is made.
  let date: String?

  init(_ rules: RuleSet, failOn: Severity) {
    self.rules = rules.summaries
    self.rulesHash = rules.hash
    self.failOn = failOn
    self.date = Today.date.map { "\($0.year)年\($0.month)月\($0.day)日" }
  }
}

/// Says in one format what `check` finds. Reports come one by one in the order of the command line; what a
/// call returns is printed at once.
protocol CheckRenderer {
  /// What stands before the first report.
  mutating func begin() -> String
  mutating func report(_ examination: Examination) -> String
  /// A file or folder that could not be opened, in one line; standard error names it as well.
  mutating func unread(_ problem: String) -> String
  /// What stands after the last. The status is the exit status.
  mutating func end(_ tally: Tally, status: Int32) -> String
}

extension CheckRenderer {
  func begin() -> String { "" }
  func unread(_ problem: String) -> String { "" }
  func end(_ tally: Tally, status: Int32) -> String { "" }
}
