internal import FileAccess
internal import Glibc
internal import Inbox
internal import Inspection
internal import Ledger
internal import Reinspection
internal import SystemPackage
internal import Systemd

/// The service: takes what the inbox has, has it inspected and recorded, and answers signals.
/// All of it happens in the main thread but the talking to the journal.
final class Daemon {
  let settings: Settings
  let inbox: Inbox
  let ledger: Ledger
  let publisher: Publisher
  var generation: RuleGeneration
  var status: StatusLine
  /// Inspected files that the ledger would not take yet.
  var unrecorded: [Inspected] = []
  /// Recorded files that are still in `work/`.
  var settling: [Settling] = []
  /// Those that could not be moved yet, and whether the journal was told.
  var unsettled: [Settling] = []
  var isUnsettledSaid = false
  /// Files in `work/` that are still to be inspected: a run before this one left them, or slow ones go before.
  var inHand: [ClaimedFile] = []
  /// Whether there may be marks of tries to be forgotten.
  var hasUnfinishedTries = false
  var ledgerTrouble: LedgerFailure?
  /// The last ledger that was set aside, while it is there.
  var ledgerDamage: String?
  /// While a lost ledger is made again from the folders.
  var rebuilding: Rebuilding?
  /// Whether the ledger may have reports that are to be inspected again.
  var mayBeDue = true
  /// Whether the journal was told of it.
  var isLedgerTroubleSaid = false
  /// Whether the journal was told that files could not be synchronised.
  var isDiskTroubleSaid = false

  /// What was wrong with the ledger at the start.
  private let ledgerLoss: String?
  private let ledgerCheck: LedgerCheck
  private let events: EventLoop
  /// Nil when the kernel gives no more of them; then a reload has to be asked for.
  let ruleWatch: TreeWatch?
  /// When the last change of the rules was noticed, by the monotonic clock; nil when it was answered.
  var rulesChanged: Int64?
  /// Why the last reload was refused, until a good one.
  var refusal: RuleRefusal?
  private var isStopping = false
  private(set) var shownStatus = ""
  private var lastPing: Int64 = 0

  /// So many files are claimed, inspected and committed together under load; a signal or the watchdog
  /// waits no longer than that.
  static let batch = 32
  /// In microseconds.
  private static let courtesy: UInt32 = 2000

  /// Rules first: with none there is nothing to do, and nothing is touched.
  init(_ settings: Settings) throws(StartFailure) {
    self.settings = settings
    self.generation = try StartFailure.rules { () throws(RuleRefusal) in
      try RuleGeneration(settings.rules)
    }
    self.inbox = try StartFailure.files { () throws(FileFailure) in try Daemon.open(settings) }
    let door = try StartFailure.ledger { () throws(LedgerFailure) in try LedgerDoor(settings) }
    self.ledger = door.ledger
    self.ledgerLoss = door.loss
    self.ledgerCheck = LedgerCheck(ledger)
    self.status = StatusLine(inbox: VisibleBytes.text(settings.inbox))
    self.publisher = Publisher(settings.journal, ledger)
    let ruleWatch = try? TreeWatch(settings.rules.map(\.path))
    self.ruleWatch = ruleWatch
    self.events = try StartFailure.files { [inbox] () throws(FileFailure) in
      try EventLoop(
        inbox: inbox.descriptor, rules: ruleWatch?.descriptor, interval: Daemon.tickInterval)
    }
    try StartFailure.files { () throws(FileFailure) in inHand = try inbox.recover() }
    try StartFailure.ledger { () throws(LedgerFailure) in
      status.count(try ledger.totals())
      rebuilding = try beginRebuilding()
    }
  }

  /// The folders, held by this process alone, and the inbox.
  private static func open(_ settings: Settings) throws(FileFailure) -> Inbox {
    let folders = try StateFolders(settings.state)
    try folders.root.lock()
    try Folder.ensure(settings.inbox, mode: StateFolders.inboxMode)
    let inbox = try Inbox(settings.inbox, folders: folders, copyLimit: Inspector.sizeLimit)
    // Another one is at work there. Whatever else is wrong with an inbox may yet come right.
    if let trouble = inbox.trouble, trouble.attempt == .lock { throw trouble }
    return inbox
  }

  /// Works until a signal says stop.
  func run() {
    publisher.start()
    say(.started(inbox: status.inbox, generation))
    sayUnwatchedRules()
    refreshStatus()
    Notify.ready(status: shownStatus)
    if let ledgerLoss { say(.ledgerLost(ledgerLoss)) }
    publisher.publish()
    ledgerCheck.start()
    inbox.look()
    while !isStopping { turn() }
    stop()
  }

  /// One round: hear what there is, then work on one batch.
  private func turn() {
    for source in events.wait(isPolling: isBusy) { hear(source) }
    sayProblems()
    guard !isStopping else { return }
    work()
    ping()
    if !hasWork { showStatus() }
  }

  private func hear(_ source: EventLoop.Source) {
    switch source {
    case .signals: events.signals.take().forEach(answer)
    case .inbox:
      // `mv a b inbox/` looks at each file once more after its rename, and complains when it is gone.
      // Under load the file in turn has long been looked at.
      if !hasWork { usleep(Daemon.courtesy) }
      inbox.takeEvents()
    case .rules: noticeRules()
    case .ticker:
      events.ticker.acknowledge()
      inbox.look()
      if ledgerTrouble != nil { recordAgain() }
      settleAgain()
      reloadWhenQuiet()
      // Another process may have asked for something.
      mayBeDue = true
      if let failure = publisher.takeLedgerFailure() { note(failure) }
      if ledgerCheck.hasFailed { beginAnew("台账 \(settings.ledger) 有损坏的页") }
      ledgerDamage = LedgerDoor.damaged(in: settings.state).last
      showStatus()
    }
  }

  private func answer(_ request: Signals.Request) {
    switch request {
    case .stop: isStopping = true
    case .reload: reload()
    }
  }

  private func work() {
    guard ledgerTrouble == nil else { return }
    if rebuilding != nil {
      rebuild()
    } else if hasWork {
      workOnce()
    } else if mayBeDue {
      // It looks for files where they belong.
      settleAll()
      inspectAgain()
    }
  }

  private func rebuild() {
    guard var rebuilding else { return }
    if rebuilding.isDone { return finishRebuilding(rebuilding) }
    // Its list of files is long: not to be copied for each step.
    self.rebuilding = nil
    rebuildOnce(&rebuilding)
    self.rebuilding = rebuilding
  }

  /// Whether there is something to do at once.
  private var isBusy: Bool { ledgerTrouble == nil && (rebuilding != nil || hasWork || mayBeDue) }

  var hasWork: Bool { ledgerTrouble == nil && (!inHand.isEmpty || inbox.hasWork()) }

  private func stop() {
    settleAll()
    refreshStatus()
    Notify.stopping(status: "正在停止；\(shownStatus)")
    publisher.finish(.stopped(reports: status.reports, findings: status.findings), within: 5000)
    ledger.finish()
  }
}

extension Daemon {
  /// In nanoseconds.
  private static var tickInterval: Int64 {
    min(Moment.second / 2, max(Moment.second / 20, (Notify.watchdogInterval ?? .max) / 4))
  }

  /// Lets the watchdog know that files are being worked on; not for every one of thousands.
  func ping() {
    let now = Moment.now.monotonic
    guard now - lastPing >= Daemon.tickInterval / 2 else { return }
    lastPing = now
    Notify.watchdog()
  }

  func say(_ entry: JournalEntry) { publisher.say(entry) }

  private func sayProblems() {
    for problem in inbox.takeProblems() { say(.problem(problem)) }
  }

  private func showStatus() {
    let before = shownStatus
    refreshStatus()
    if shownStatus != before { Notify.status(shownStatus) }
  }

  func refreshStatus() {
    let inWork = unrecorded.count + inHand.count + settling.count + unsettled.count
    status.waiting = inbox.waitingCount + inWork
    status.rules = "\(generation.count) 条 \(generation.shortHash)"
    status.troubles = [
      inbox.trouble.map { "收件箱不可用：\($0)" }, inbox.lackOfWatches?.description,
      ledgerTrouble.map(\.description),
      rebuilding.map { "正在重建台账：\($0.done)/\($0.total)" }, damageNote,
      publisher.failure.map { "告警暂未送达：\($0)" },
    ].compactMap { $0 }
    shownStatus = status.text
  }

  /// For as long as nobody took the damaged file away.
  private var damageNote: String? {
    ledgerDamage.map { "台账曾损坏并已重建，旧文件 \($0)，核对后可移走" }
  }
}
