internal import ArgumentParser
internal import Glibc
internal import SystemPackage

/// The command line of the service.
@main
struct Govreportd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "govreportd",
    abstract: "Watches an inbox for 政府信息公开工作年度报告 and logs what is wrong with them.",
    discussion: """
      Files dropped into the inbox are inspected by the rules and moved to passed/, flagged/, incomplete/ \
      or rejected/ in the state folder. Nothing is deleted. Findings go to the systemd journal, or to \
      standard error where there is none.

      SIGHUP reads the rules again (and keeps the old ones when the new are wrong); SIGTERM finishes the \
      file in hand and stops.

      EXAMPLES
        govreportd
            As the service does: /var/lib/govreportd and the installed rules.
        govreportd --state ~/reports --rules ./Rules --foreground-log
            Anywhere, as any user: drop files into ~/reports/inbox, read the alerts here.
        journalctl -t govreportd GOVREPORT_RULE=t3-balance
            All alerts of one rule.

      EXIT STATUS
        0 stopped by a signal, 1 the state folder or ledger cannot be used, 64 wrong usage,
        78 the rules cannot be used
      """)

  @Option(
    help: ArgumentHelp("The folder to watch; made when missing (default: STATE/inbox).", valueName: "dir"))
  var inbox: String?

  @Option(
    help: ArgumentHelp(
      "Where files, outcomes and ledger are kept (default: $STATE_DIRECTORY, else /var/lib/govreportd).",
      valueName: "dir"))
  var state: String?

  @Option(
    help: ArgumentHelp(
      """
      A folder of *.rules; may be repeated, later folders override by id \
      (default: /usr/share/govreportd/rules, then /etc/govreportd/rules.d when it is there).
      """, valueName: "dir"))
  var rules: [String] = []

  @Flag(help: "Write entries to standard error, not to the journal.")
  var foregroundLog = false

  func run() throws {
    // Before any thread starts: each inherits the mask, and the signals wait for signalfd.
    Signals.block()
    let settings = Settings(inbox: inbox, state: state, rules: rules, foregroundLog: foregroundLog)
    do throws(StartFailure) {
      let daemon = try Daemon(settings)
      daemon.run()
      // Its ledger is not to go before the process does.
      withExtendedLifetime(daemon) { Glibc.exit(EXIT_SUCCESS) }
    } catch {
      error.tell(settings.journal)
      throw ExitCode(error.exitStatus)
    }
  }
}
