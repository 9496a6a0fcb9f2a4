import ArgumentParser
import Inspection

/// The tool for the desk: one file or a folder at a time.
@main
struct GovReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "govreport",
    abstract: "Checks annual reports on government information disclosure (政府信息公开工作年度报告).",
    discussion: """
      EXAMPLES
        govreport check 云溪县2023.txt            check one report
        govreport check --format ndjson 年报/      check a folder, one JSON line a report
        govreport parse --format json 年报.txt     print the report as it was understood
        govreport rules check /etc/govreportd/rules.d
        govreport status                          how the service stands
        govreport history 云溪县                   all years of an agency
        govreport show 云溪县2023.txt              everything that was found in a report
      """,
    version: Engine.version,
    subcommands: [
      Check.self, History.self, LedgerCare.self, Parse.self, Recheck.self, Rules.self, Show.self, Status.self,
    ])
}
