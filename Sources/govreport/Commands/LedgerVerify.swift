import ArgumentParser
import Diagnostics
import Ledger
import Reinspection

/// `govreport ledger verify`
struct LedgerVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that the ledger is sound, and that it and the folders tell the same.",
    discussion: """
      Reads every page of the ledger, and compares every file in passed/, flagged/, incomplete/ and rejected/ with \
      what the ledger says of it. Nothing is changed. Files that the service moves meanwhile may show as \
      differences; run it again then. Files that were inspected and could not be taken out of the inbox are told, \
      and are no difference.

      EXAMPLES
        sudo govreport ledger verify

      EXIT STATUS
        0 all is as it should be, 1 folders and ledger differ, 2 the ledger is damaged or cannot be read, \
      64 wrong usage
      """)

  @OptionGroup var folder: StateFolder

  func run() throws {
    let ledger: Ledger
    do { ledger = try folder.reading() } catch { throw ExitCode(2) }
    let faults = try reporting { () throws(LedgerFailure) in try ledger.faults() }
    guard faults.isEmpty else {
      for fault in faults { Standard.write("损坏  \(VisibleText.of(fault))\n") }
      Standard.complain("govreport: 台账已损坏；请重启服务（systemctl restart govreportd），它会留存旧文件并由文件夹重建台账")
      throw ExitCode(2)
    }
    let comparison = FolderComparison(state: folder.path)
    let result = try reporting { () throws(LedgerFailure) in try comparison.run(ledger) }
    for difference in result.differences { Standard.write(difference.description + "\n") }
    for path in result.kept { Standard.write("原件  \(path)：已检查，所在文件夹不许移走文件，留在收件箱\n") }
    let kept = result.kept.isEmpty ? "" : "，另有 \(result.kept.count) 个原件留在收件箱"
    Standard.write("台账完好，核对 \(result.files) 个文件，\(result.differences.count) 处不一致\(kept)\n")
    if !result.differences.isEmpty { throw ExitCode(1) }
  }

  private func reporting<Value>(_ body: () throws(LedgerFailure) -> Value) throws -> Value {
    do {
      return try StateFolder.reporting(body)
    } catch {
      throw ExitCode(2)
    }
  }
}
