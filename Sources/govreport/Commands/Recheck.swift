import ArgumentParser
import FileAccess
import Glibc
import Inspection
import Ledger
import Reinspection
import SystemPackage

/// `govreport recheck`
struct Recheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Inspect reports again that were inspected before, for instance after rules changed.",
    discussion: """
      With --all: every report whose rules, waivers or program have changed since. With names: these reports, \
      whatever changed. The files are read where the service keeps them; one whose verdict is another now is \
      moved to that folder. What is new goes to the journal.

      While the service runs it does the work, by the rules that it has in force (after changing rules: \
      systemctl reload govreportd), and this command waits and tells what changed. While it does not run this \
      command does the work itself, and the journal is told at the next start of the service.

      EXAMPLES
        sudo govreport recheck --all
        sudo govreport recheck 云溪县
        sudo govreport recheck 云溪县2023.txt

      EXIT STATUS
        0 done, 1 a file could not be inspected again, or there is no such report, 64 wrong usage
      """)

  @OptionGroup var folder: StateFolder

  @Option(
    name: .customLong("rules"),
    help: "A folder of rules, while the service does not run; may repeat. Default: the installed ones.")
  var ruleFolders: [String] = []

  @Flag(help: "All reports whose rules, waivers or program have changed since.")
  var all = false

  @Argument(help: ArgumentHelp("Agencies, or names of files that came.", valueName: "agency|file"))
  var subjects: [String] = []

  func validate() throws {
    if all != subjects.isEmpty { throw ValidationError("give --all, or name agencies or files") }
  }

  func run() throws {
    let ledger = try folder.writing()
    let wanted =
      try all ? Self.reporting { () throws(LedgerFailure) in try ledger.standing() } : named(ledger)
    try Self.reporting { () throws(LedgerFailure) in
      try ledger.ask(for: wanted, because: all ? .rules : .asked)
    }
    let failures = try work(ledger, wanted)
    try tell(ledger, wanted)
    for failure in failures { Standard.complain("没有重新检查：\(failure)；原来的结论保留") }
    if !failures.isEmpty { throw ExitCode(1) }
  }

  private func named(_ ledger: Ledger) throws -> [Int64] {
    let agencies = try Self.reporting { () throws(LedgerFailure) in try ledger.agencies() }
    var ids: Set<Int64> = []
    for subject in subjects {
      let own = try Self.reporting { () throws(LedgerFailure) in
        let files = try ledger.standing(file: subject)
        guard files.isEmpty, let agency = AgencyName.match(subject, agencies) else { return files }
        return try ledger.standing(agency: agency)
      }
      guard !own.isEmpty else {
        Standard.complain(
          "govreport: 台账里没有名为“\(subject)”的机关或文件" + AgencyName.hint(subject, agencies))
        throw ExitCode(1)
      }
      ids.formUnion(own)
    }
    return ids.sorted()
  }

  /// Whoever holds the state folder does the work.
  private func work(_ ledger: Ledger, _ wanted: [Int64]) throws -> [FileFailure] {
    let state = try? Folder(folder.path)
    do throws(FileFailure) {
      try state?.lock()
    } catch {
      try wait(ledger, wanted)
      return []
    }
    let rules = try RuleLoading.load(ruleFolders)
    let failures = try drain(ledger, rules)
    withExtendedLifetime(state) {}
    return failures
  }

  private func drain(_ ledger: Ledger, _ rules: RuleSet) throws -> [FileFailure] {
    let inspector = Inspector(rules, today: RuleLoading.today)
    let ended = RuleLoading.today.map { rules.expiredWaivers(today: $0).count } ?? 0
    let inForce = RulesInForce(hash: rules.hash, endedWaivers: ended, engine: Engine.version)
    var step = Reinspection(
      ledger, state: folder.path, rules: inForce, now: Int64(time(nil)) * 1000,
      examine: inspector.examineFile)
    var failures: [FileFailure] = []
    while true {
      let progress = try Self.reporting { () throws(LedgerFailure) in try step.step(limit: 32) }
      if progress.done == 0 { return failures }
      failures += progress.failures
    }
  }

  /// Until the service has done it.
  private func wait(_ ledger: Ledger, _ wanted: [Int64]) throws {
    var left = Int.max
    while left > 0 {
      usleep(100_000)
      left = try Self.reporting { () throws(LedgerFailure) in try ledger.dueAmong(wanted) }
      guard left > 0, folder.daemon == nil else { continue }
      Standard.complain("govreport: 服务停止了，还有 \(left) 份没有重新检查；它再次启动后会继续")
      throw ExitCode(1)
    }
  }

  private func tell(_ ledger: Ledger, _ wanted: [Int64]) throws {
    var changed = 0
    for id in wanted {
      let after = try Self.reporting { () throws(LedgerFailure) in try ledger.successor(of: id) }
      guard let after, let again = after.again else { continue }
      changed += 1
      Standard.write(RecheckText.of(after, again))
    }
    Standard.write("重新检查 \(wanted.count) 份报告，\(changed == 0 ? "没有变化" : "有变化 \(changed) 份")\n")
  }

  private static func reporting<Value>(_ body: () throws(LedgerFailure) -> Value) throws -> Value {
    try StateFolder.reporting(body)
  }
}
