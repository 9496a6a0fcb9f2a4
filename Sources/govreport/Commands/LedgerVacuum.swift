import ArgumentParser
import FileAccess
import Glibc
import Ledger
import SystemPackage

/// `govreport ledger vacuum`
struct LedgerVacuum: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vacuum",
    abstract: "Give back room that the ledger does not need; on request let go of old details.",
    discussion: """
      Nothing is let go by itself: a report takes a few kilobytes. With --older-than the findings and the prose of \
      what was inspected more than so many years ago go; that the file came, its hash, verdict and figures \
      stay, so that duplicates and carried-over figures are still known. Files are never touched. Export first, \
      if somebody may ask later.

      The service may run; it waits while the file is rewritten, and goes on by itself.

      EXAMPLES
        sudo govreport ledger vacuum
        sudo govreport ledger export > before.ndjson && sudo govreport ledger vacuum --older-than 5

      EXIT STATUS
        0 done, 1 the ledger cannot be changed, 64 wrong usage
      """)

  @OptionGroup var folder: StateFolder

  @Option(help: ArgumentHelp("Let go of details that are older than so many years.", valueName: "years"))
  var olderThan: Int?

  func validate() throws {
    if let olderThan, !(1...100).contains(olderThan) {
      throw ValidationError("--older-than takes a number of years, 1 to 100")
    }
  }

  func run() throws {
    let ledger = try folder.writing()
    let before = size
    if let olderThan {
      let limit = (Int64(time(nil)) - Int64(olderThan) * 31_557_600) * 1000
      let count = try StateFolder.reporting { () throws(LedgerFailure) in
        let count = try ledger.countDetails(before: limit)
        try ledger.forgetDetails(before: limit)
        return count
      }
      Standard.write("已清除 \(LocalTime.text(limit)) 以前 \(count) 次检查的明细；文件名、结论和数字保留\n")
    }
    try StateFolder.reporting { () throws(LedgerFailure) in try ledger.vacuum() }
    Standard.write("台账 \(before / 1024) KiB → \(size / 1024) KiB\n")
  }

  private var size: Int64 {
    ["", "-wal"].reduce(0) { total, suffix in
      total + ((try? NamedFile.status(FilePath(folder.ledgerPath + suffix)))?.size ?? 0)
    }
  }
}
