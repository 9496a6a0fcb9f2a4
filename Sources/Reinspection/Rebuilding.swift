public import FileAccess
internal import Inspection
public import Ledger
public import SystemPackage

/// Makes a lost ledger again from the outcome folders: every file in them is inspected and recorded, those that
/// lie there longest first. Cut off anywhere, it goes on with what is not recorded yet.
///
/// What the lost ledger had told the journal is not told again: each report gets one entry with its verdict. Only
/// what is known not to have been told yet is told in full.
public struct Rebuilding {
  private struct Item {
    let path: FilePath
    let outcome: Verdict
    let status: FileStatus
  }

  private let ledger: Ledger
  private let state: FilePath
  private let rules: RulesInForce
  private let examine: Reinspection.Examine
  private let unsaid: Set<String>
  private var waiting: [Item] = []
  /// How many files there are.
  public private(set) var total = 0
  /// How many of them were dealt with.
  public private(set) var done = 0

  public init(
    _ ledger: Ledger, state: FilePath, rules: RulesInForce, examine: @escaping Reinspection.Examine
  ) throws(LedgerFailure) {
    self.ledger = ledger
    self.state = state
    self.rules = rules
    self.examine = examine
    let damaged = try ledger.damaged().map { state.appending($0).string }
    self.unsaid = damaged.flatMap { Ledger.unsaid(inDamaged: $0) } ?? []
    self.waiting = Rebuilding.items(state).sorted { $0.status.modified > $1.status.modified }
    self.total = waiting.count
  }

  /// Whether there are files whose inspections a new ledger ought to have.
  public static func isNeeded(_ state: FilePath) -> Bool {
    Verdict.allCases.contains { !FolderWalk(state.appending($0.rawValue)).files.isEmpty }
  }

  public var isDone: Bool { waiting.isEmpty }

  /// Deals with so many files at most, in one transaction.
  /// - Parameter now: milliseconds since 1970.
  /// - Returns: files that could not be read; they stay where they are, unrecorded.
  public mutating func step(limit: Int, now: Int64) throws(LedgerFailure) -> [FileFailure] {
    let items = waiting.suffix(limit).reversed()
    let archive = LedgerArchive(ledger)
    var batch: [(item: Item, entry: LedgerEntry)] = []
    var failures: [FileFailure] = []
    for item in items {
      switch Rebuilding.read(item) {
      case .success(let bytes):
        if let entry = try entry(item, bytes, archive, now) { batch.append((item, entry)) }
      case .failure(let failure): failures.append(failure)
      }
      if let failure = archive.takeFailure() { throw failure }
    }
    let files = try ledger.record(batch.map(\.entry))
    for (item, file) in zip(batch.map(\.item), files) where file.verdict != item.outcome {
      do throws(FileFailure) { try move(item, to: file.verdict) } catch { failures.append(error) }
    }
    waiting.removeLast(items.count)
    done += items.count
    return failures
  }
}

extension Rebuilding {
  /// Nil when it is recorded already.
  private func entry(
    _ item: Item, _ bytes: [UInt8], _ archive: LedgerArchive, _ now: Int64
  ) throws(LedgerFailure) -> LedgerEntry? {
    let root = state.appending(item.outcome.rawValue)
    var relative = item.path
    _ = relative.removePrefix(root)
    let arrival = Arrival(
      name: VisibleBytes.text(relative), size: item.status.size, inode: item.status.inode,
      modified: item.status.modified)
    let hash = Inspector.sha256(bytes)
    if try ledger.verdict(of: arrival, sha256: hash) != nil { return nil }
    let reports = examine(bytes, arrival.name, archive).map {
      LedgerEntry.Report($0.inspection, record: $0.record)
    }
    let isMember = reports.first.map { $0.inspection.file != arrival.name } ?? false
    return LedgerEntry(
      reports, of: arrival, container: isMember ? hash : nil, rules: rules, inspectedAt: now,
      isRecovered: !reports.contains { unsaid.contains($0.inspection.sha256) })
  }

  private static func read(_ item: Item) -> Result<[UInt8], FileFailure> {
    Result { () throws(FileFailure) in
      try NamedFile.read(item.path, limit: Inspector.sizeLimit).bytes
    }
  }

  private func move(_ item: Item, to verdict: Verdict) throws(FileFailure) {
    let root = state.appending(item.outcome.rawValue)
    var relative = item.path
    _ = relative.removePrefix(root)
    try OutcomeFiles(state).move(OutcomeFiles.Found(outcome: item.outcome, path: relative), to: verdict)
  }

  private static func items(_ state: FilePath) -> [Item] {
    Verdict.allCases.flatMap { outcome in
      FolderWalk(state.appending(outcome.rawValue)).files.compactMap { path in
        (try? NamedFile.status(path)).map { Item(path: path, outcome: outcome, status: $0) }
      }
    }
  }
}
