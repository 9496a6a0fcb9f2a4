internal import FileAccess
internal import Inbox
internal import Inspection
internal import Ledger
internal import Reinspection
internal import SystemPackage

/// Turns a claimed file into what the ledger is to record.
struct Intake {
  enum Step {
    case record(LedgerEntry)
    /// It is in the ledger: a run before this one did not get to move it, or could but copy it.
    case recorded(Verdict)
    /// Somebody is still writing it.
    case wait
    /// It went from `work/` without our doing.
    case gone(FileFailure)
  }

  private let inbox: Inbox
  private let ledger: Ledger
  private let inspector: Inspector
  private let examine: Reinspection.Examine
  private let rules: RulesInForce
  /// What later reports of the batch are compared with, besides those in the ledger.
  private let archive: LedgerArchive

  /// For one batch.
  /// - Parameter examine: reads the reports of a file by the rules of the generation.
  init(inbox: Inbox, ledger: Ledger, generation: RuleGeneration, examine: @escaping Reinspection.Examine) {
    self.inbox = inbox
    self.ledger = ledger
    self.inspector = generation.inspector
    self.examine = examine
    self.rules = generation.inForce
    self.archive = LedgerArchive(ledger)
  }

  func step(_ file: ClaimedFile) throws(LedgerFailure) -> Step {
    let status: FileStatus
    do throws(FileFailure) { status = try inbox.status(file) } catch { return .gone(error) }
    if file.failedTries >= Intake.mostTries { return .record(entry(.crashing, file, status)) }
    inbox.begin(file)
    defer { inbox.end(file) }
    let contents: FileContents
    do throws(FileFailure) {
      contents = try inbox.read(file, limit: Inspector.sizeLimit)
    } catch {
      return try rejected(file, status, error)
    }
    if contents.isUnsettled { return .wait }
    return try step(file, contents)
  }

  private func step(_ file: ClaimedFile, _ contents: FileContents) throws(LedgerFailure) -> Step {
    let hash = Inspector.sha256(contents.bytes)
    let arrival = Intake.arrival(file, contents.status)
    if let known = try recorded(file, arrival, hash) { return known }
    if let twin = try ledger.inspection(sha256: hash, rules: rules) {
      let inspection = twin.inspection.renamed(arrival.name)
      return .record(entry([LedgerEntry.Report(inspection, record: nil)], arrival))
    }
    let entry = try examined(contents.bytes, hash, arrival)
    return mayBeHalf(entry, contents.status) ? .wait : .record(entry)
  }

  /// Whether what cannot be read may be a file in the writing: somebody wrote over it just before it was taken,
  /// and nothing tells that the end is still to come. Looked at again a second later it is what it is. Under
  /// load that would hold up others, and files have long been written when their turn comes.
  private func mayBeHalf(_ entry: LedgerEntry, _ status: FileStatus) -> Bool {
    let age = Moment.now.wall - status.modified
    guard (0..<Moment.second).contains(age), inbox.waitingCount < Intake.fewWaiting else { return false }
    return entry.reports.allSatisfy { [.rejected, .incomplete].contains($0.inspection.verdict) }
  }

  private static let fewWaiting = 64

  private func examined(
    _ bytes: [UInt8], _ hash: String, _ arrival: Arrival
  ) throws(LedgerFailure) -> LedgerEntry {
    let examinations = examine(bytes, arrival.name, archive)
    if let failure = archive.takeFailure() { throw failure }
    let reports = examinations.map { LedgerEntry.Report($0.inspection, record: $0.record) }
    let isArchive = reports.contains { $0.inspection.file != arrival.name }
    return entry(reports, arrival, container: isArchive ? hash : nil)
  }

  private func rejected(
    _ file: ClaimedFile, _ status: FileStatus, _ failure: FileFailure
  ) throws(LedgerFailure) -> Step {
    if failure.errno == .noSuchFileOrDirectory { return .gone(failure) }
    let arrival = Intake.arrival(file, status)
    if let known = try recorded(file, arrival, "") { return known }
    return .record(entry(failure.rejection, file, status))
  }

  /// So often may the program end in the middle of a file, whatever the reason: a loss of power, too,
  /// looks like that.
  private static let mostTries = 3

  private func entry(_ rejection: Rejection, _ file: ClaimedFile, _ status: FileStatus) -> LedgerEntry {
    let arrival = Intake.arrival(file, status)
    let inspection = inspector.reject(file: arrival.name, sha256: "", rejection)
    return entry([LedgerEntry.Report(inspection, record: nil)], arrival)
  }

  private func recorded(
    _ file: ClaimedFile, _ arrival: Arrival, _ hash: String
  ) throws(LedgerFailure) -> Step? {
    guard file.isRecovered || file.remaining != nil else { return nil }
    return try ledger.verdict(of: arrival, sha256: hash).map { .recorded($0) }
  }

  private func entry(
    _ reports: [LedgerEntry.Report], _ arrival: Arrival, container: String? = nil
  ) -> LedgerEntry {
    let milliseconds = Moment.now.wall / 1_000_000
    return LedgerEntry(
      reports, of: arrival, container: container, rules: rules, inspectedAt: milliseconds)
  }

  private static func arrival(_ file: ClaimedFile, _ status: FileStatus) -> Arrival {
    let status = file.remaining ?? status
    return Arrival(
      name: file.original.visible, size: status.size, inode: status.inode, modified: status.modified)
  }
}

extension FileFailure {
  fileprivate var rejection: Rejection {
    switch cause {
    case .tooLarge(let size, let limit):
      Rejection(code: "too_large", message: "文件过大：\(size) 字节，上限 \(limit) 字节")
    case .system(.permissionDenied), .system(.notPermitted):
      Rejection(code: "unreadable", message: "没有读取权限，请改好权限后重新投入收件箱")
    default: Rejection(code: "unreadable", message: "无法读取：\(reason)")
    }
  }
}

extension Inspection {
  fileprivate func renamed(_ name: String) -> Inspection {
    Inspection(
      file: name, sha256: sha256, verdict: verdict, agency: agency, year: year, edition: edition,
      assessment: assessment, findings: findings, rejection: rejection)
  }
}
