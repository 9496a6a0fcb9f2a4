import ArgumentParser
import FileAccess
import Ledger
import SystemPackage

/// `govreport status`
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell how the service stands: what was inspected and found, what waits.",
    discussion: """
      Reads the ledger while the daemon runs. The ledger is open to root and the service's user alone.

      EXAMPLES
        sudo govreport status
        sudo govreport status --format json | jq .verdicts
        govreport status --state ~/reports        of a daemon that runs elsewhere

      EXIT STATUS
        0 told, 1 the ledger cannot be read, 64 wrong usage
      """)

  @OptionGroup var folder: StateFolder

  @Option(help: "How to print: text or json.")
  var format: LedgerFormat = .text

  func run() throws {
    let ledger = try folder.reading()
    let overview = try StateFolder.reporting { () throws(LedgerFailure) in try ledger.overview() }
    let surroundings = Surroundings(folder)
    switch format {
    case .text: Standard.write(StatusText.of(overview, surroundings))
    case .json: Standard.write(StatusJSON.of(overview, surroundings).line + "\n")
    }
  }
}

/// How a command about the ledger prints.
enum LedgerFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// What there is around the ledger.
struct Surroundings {
  let state: String
  let ledger: String
  /// Of the ledger and what is not merged into it yet, in bytes.
  let bytes: Int64
  /// The process that holds the state folder.
  let daemon: Int?
  /// Files in the inbox and in hand; nil where this user may not look.
  let inbox: Int?
  let work: Int?
  /// Ledgers that were damaged and set aside.
  let setAside: [String]

  init(_ folder: StateFolder) {
    self.state = VisibleBytes.text(folder.path)
    self.ledger = folder.ledgerPath
    self.daemon = folder.daemon.map(Int.init)
    self.bytes = ["", "-wal"].reduce(0) { total, suffix in
      total + ((try? NamedFile.status(FilePath(folder.ledgerPath + suffix)))?.size ?? 0)
    }
    self.inbox = Self.count(folder.path.appending("inbox"))
    self.work = Self.count(folder.path.appending("work"))
    self.setAside = ((try? Folder(folder.path).names()) ?? []).map(\.visible)
      .filter { $0.hasPrefix("ledger.sqlite.damaged-") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
  }

  /// Files in folders of it, too.
  private static func count(_ path: FilePath) -> Int? {
    let walk = FolderWalk(path)
    return walk.failures.isEmpty ? walk.files.count : nil
  }
}
