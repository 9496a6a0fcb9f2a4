public import FileAccess
public import Inspection
public import Ledger
public import SystemPackage

/// Inspects again what the ledger says is due, from the files in the outcome folders, and moves those whose
/// verdict is another now.
///
/// Each step can be cut off anywhere: what was recorded stays due for its move, and a file is moved by rename.
/// Only who holds the lock of the state folder may do it.
public struct Reinspection {
  /// Reads the reports of a file, comparing with earlier ones.
  public typealias Examine = (_ bytes: [UInt8], _ file: String, _ archive: LedgerArchive) -> [Examination]

  /// What came of one step.
  public struct Progress {
    /// How many reports were dealt with; 0 when nothing is due.
    public internal(set) var done = 0
    /// Those that another verdict or other findings came of.
    public internal(set) var changed: [RecordedInspection] = []
    /// Files that could not be found, read or moved: they keep their verdicts.
    public internal(set) var failures: [FileFailure] = []
  }

  private let ledger: Ledger
  private let rules: RulesInForce
  private let now: Int64
  private let examine: Examine
  private var files: OutcomeFiles

  /// - Parameters:
  ///   - state: the folder that holds `passed/` and the others.
  ///   - now: milliseconds since 1970.
  public init(
    _ ledger: Ledger, state: FilePath, rules: RulesInForce, now: Int64, examine: @escaping Examine
  ) {
    self.ledger = ledger
    self.rules = rules
    self.now = now
    self.examine = examine
    self.files = OutcomeFiles(state)
  }

  /// Deals with so many reports at most, in one transaction.
  public mutating func step(limit: Int) throws(LedgerFailure) -> Progress {
    var progress = Progress()
    var settled: [Int64] = []
    var again: [(old: DueInspection, report: LedgerEntry.Report)] = []
    for due in try ledger.due(limit: limit) {
      progress.done += 1
      if let report = try inspect(due, &progress) {
        again.append((due, report))
      } else {
        settled.append(due.inspection.id)
      }
    }
    if !again.isEmpty {
      progress.changed = try ledger.replace(again, rules: rules, at: now).compactMap(\.self)
    }
    try ledger.settle(settled)
    return progress
  }

  /// Nil when nothing of it is to be recorded.
  private mutating func inspect(
    _ due: DueInspection, _ progress: inout Progress
  ) throws(LedgerFailure) -> LedgerEntry.Report? {
    if due.reason == .move {
      move(due, try verdict(due), &progress)
      return nil
    }
    if due.reason == .rules, due.inspection.rules == rules { return nil }
    // A duplicate says what its first says.
    if due.inspection.duplicateOf != nil { return nil }
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try read(due)
    } catch {
      progress.failures.append(error)
      return nil
    }
    return try examine(due, bytes)
  }
}

extension Reinspection {
  private mutating func read(_ due: DueInspection) throws(FileFailure) -> [UInt8] {
    let inspection = due.inspection.inspection
    guard let found = files.find(due.inspection.arrival, [inspection.verdict]) else {
      throw FileFailure(.open, due.inspection.arrival.name, .system(.noSuchFileOrDirectory))
    }
    let bytes = try NamedFile.read(files.path(found), limit: Inspector.sizeLimit).bytes
    // What was rejected unread has no hash.
    let known = due.container ?? inspection.sha256
    guard known.isEmpty || known == Inspector.sha256(bytes) else {
      throw FileFailure(.open, VisibleBytes.text(files.path(found)), .system(.noSuchFileOrDirectory))
    }
    return bytes
  }

  private func verdict(_ due: DueInspection) throws(LedgerFailure) -> Verdict {
    let inspection = due.inspection.inspection
    let hash = due.container ?? inspection.sha256
    return try ledger.verdict(of: due.inspection.arrival, sha256: hash) ?? inspection.verdict
  }

  private func examine(
    _ due: DueInspection, _ bytes: [UInt8]
  ) throws(LedgerFailure) -> LedgerEntry.Report? {
    let archive = try ledger.archive(for: due)
    let all = examine(bytes, due.inspection.arrival.name, archive)
    if let failure = archive.takeFailure() { throw failure }
    return all.first { $0.inspection.file == due.inspection.inspection.file }
      .map { LedgerEntry.Report($0.inspection, record: $0.record) }
  }

  /// Where a step before was cut off the file is where it belongs already.
  private mutating func move(_ due: DueInspection, _ verdict: Verdict, _ progress: inout Progress) {
    let arrival = due.inspection.arrival
    let before = due.inspection.again.map { [$0.verdict] } ?? []
    guard let found = files.find(arrival, before + [verdict]) else {
      progress.failures.append(FileFailure(.rename, arrival.name, .system(.noSuchFileOrDirectory)))
      return
    }
    guard found.outcome != verdict else { return }
    do throws(FileFailure) {
      try files.move(found, to: verdict)
    } catch {
      progress.failures.append(error)
    }
  }
}
