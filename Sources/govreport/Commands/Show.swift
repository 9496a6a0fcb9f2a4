import ArgumentParser
import Inspection
import Ledger

/// `govreport show`
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show everything about one finding, or about one file that came.",
    discussion: """
      A finding goes by its id (GOVREPORT_FINDING in the journal); a file by the name under which it came, or by \
      the first digits (8 or more) of its SHA-256. Reads the ledger while the daemon runs.

      EXAMPLES
        sudo govreport show 云溪县2023.txt
        sudo govreport show 3f2a9c01 --format json
        journalctl -t govreportd -o json | jq -r .GOVREPORT_FINDING | tail -n 1 | xargs sudo govreport show

      EXIT STATUS
        0 told, 1 there is no such finding or file, or the ledger cannot be read, 64 wrong usage
      """)

  @OptionGroup var folder: StateFolder

  @Option(help: "How to print: text or json.")
  var format: LedgerFormat = .text

  @Argument(
    help: ArgumentHelp("The id of a finding, or the name or hash of a file.", valueName: "finding|file"))
  var subject: String

  func run() throws {
    let ledger = try folder.reading()
    let findings = try StateFolder.reporting { () throws(LedgerFailure) in
      try ledger.inspections(finding: subject)
    }
    if !findings.isEmpty { return print(findings) }
    let inspections = try StateFolder.reporting { () throws(LedgerFailure) in
      try ledger.inspections(file: subject)
    }
    guard !inspections.isEmpty else {
      Standard.complain("govreport: 台账里没有编号或文件名为“\(subject)”的记录；发现的编号见日志的 GOVREPORT_FINDING 字段")
      throw ExitCode(1)
    }
    switch format {
    case .text: Standard.write(ShowText.of(inspections))
    case .json: Standard.write(JSON.array(inspections.map(ShowJSON.of)).line + "\n")
    }
  }

  private func print(_ findings: [(inspection: RecordedInspection, finding: Finding)]) {
    switch format {
    case .text: Standard.write(ShowText.of(findings))
    case .json:
      Standard.write(JSON.array(findings.map { ShowJSON.of($0.finding, $0.inspection) }).line + "\n")
    }
  }
}
