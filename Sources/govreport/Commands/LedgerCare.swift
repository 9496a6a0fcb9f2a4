import ArgumentParser

/// `govreport ledger`
struct LedgerCare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Take care of the ledger: verify, vacuum, export.",
    subcommands: [LedgerExport.self, LedgerVacuum.self, LedgerVerify.self])
}
