public import FileAccess
public import SystemPackage

/// The folder that reports are dropped into.
///
/// inotify tells when to look; what is in the folder is the truth. It is looked through at the start,
/// after lost events, when it comes back after it was gone, and every few seconds.
/// Used by one thread.
public final class Inbox {
  public let path: FilePath
  let folders: StateFolders
  private let inotify: Inotify
  private var watched: WatchedFolder?

  /// Names that are complete, in the order of their arrival.
  private var arrivals = ArrivalQueue()
  private var sightings = Sightings()
  private var problems = ProblemBook()
  private var postponed: [(file: ClaimedFile, until: Int64)] = []
  /// By the monotonic clock; 0 is at once.
  private var nextScan: Int64 = 0
  /// Whether files may have come while nobody watched: then a short rest is enough.
  private var isCatchingUp = true

  /// - Parameter path: may be missing or unreadable; then `trouble` says so, and each `look` tries again.
  public init(_ path: FilePath, folders: StateFolders) throws(FileFailure) {
    self.path = path
    self.folders = folders
    self.inotify = try Inotify()
    open()
  }

  /// Readable when `takeEvents` should be called.
  public var descriptor: FileDescriptor { inotify.descriptor }

  /// Why nothing comes in, while that is so.
  public var trouble: FileFailure? { problems.trouble }

  /// What is to be told, once each.
  public func takeProblems() -> [InboxProblem] { problems.take() }

  func note(_ problem: InboxProblem, of name: FileName) { problems.note(problem, of: name) }

  func claimWorks() { problems.inboxWorks(path) }

  /// Nothing can be taken out for now: tries again in a while.
  func stall(_ failure: FileFailure, _ moment: Moment) {
    problems.inboxFails(failure)
    arrivals.removeAll()
    isCatchingUp = true
    nextScan = moment.monotonic + Inbox.scanInterval
  }

  /// How many names are known to wait.
  public var waitingCount: Int { arrivals.count + postponed.count }

  /// Whether `claim` may have something.
  public func hasWork(at moment: Moment = .now) -> Bool {
    if !arrivals.isEmpty || (watched != nil && nextScan == 0) { return true }
    return postponed.contains { $0.until <= moment.monotonic }
  }

  /// Notes what inotify has to tell.
  public func takeEvents() {
    for event in inotify.read() {
      if event.isOverflow {
        catchUp()
        problems.note(.overflow(path: VisibleBytes.text(path)))
      }
      guard event.watch == watched?.watch else { continue }
      if event.isLoss {
        lose()
      } else if event.isArrival, let name = event.name {
        arrivals.append(name)
        if arrivals.isFull { forgetArrivals() }
      }
    }
  }

  /// Does what is due: opens the inbox again, looks through it. To be called every second or so.
  public func look(at moment: Moment = .now) {
    if let watched, !watched.isAt(path) { lose() }
    if watched == nil { open() }
    if nextScan <= moment.monotonic { scan(moment) }
  }

  /// Takes files into `work/`, at most so many.
  public func claim(atMost count: Int, at moment: Moment = .now) -> [ClaimedFile] {
    var files = takePostponed(atMost: count, moment)
    if arrivals.isEmpty, nextScan == 0 { scan(moment) }
    while files.count < count, let folder = watched?.folder, let name = arrivals.popFirst() {
      if let file = claim(name, folder, moment) { files.append(file) }
    }
    return files
  }

  /// Gives a claimed file back for a while: it is still being written.
  public func postpone(_ file: ClaimedFile, at moment: Moment = .now) {
    postponed.append((file, moment.monotonic + Moment.second))
  }
}

extension Inbox {
  /// How long a file that was found must have been left alone, in nanoseconds: routine scans are there
  /// for events that never came, so they can wait for slow writers.
  private static let shortRest = Moment.second
  private static let longRest = 30 * Moment.second
  private static let scanInterval = 2 * Moment.second
  /// So many names are taken from one scan: memory stays flat.
  private static let scanBatch = 4096

  private func takePostponed(atMost count: Int, _ moment: Moment) -> [ClaimedFile] {
    let due = postponed.filter { $0.until <= moment.monotonic }.prefix(count).map(\.file)
    postponed.removeAll { due.contains($0.file) }
    return due
  }

  /// Watch first, then look: what comes in between is seen twice, never missed.
  private func open() {
    do throws(FileFailure) {
      let watch = try inotify.watch(path)
      watched = try WatchedFolder(path, watch)
      problems.inboxWorks(path)
      catchUp()
    } catch {
      problems.inboxFails(error)
    }
  }

  private func lose() {
    if let watched { inotify.unwatch(watched.watch) }
    watched = nil
    arrivals.removeAll()
    open()
  }

  private func catchUp() {
    isCatchingUp = true
    nextScan = 0
  }

  /// More names than are worth remembering: the folder itself remembers them.
  private func forgetArrivals() {
    arrivals.removeAll()
    catchUp()
  }

  private func scan(_ moment: Moment) {
    guard let folder = watched?.folder else { return }
    var pass = ScanPass(rest: isCatchingUp ? Inbox.shortRest : Inbox.longRest, moment: moment)
    do throws(FileFailure) {
      try folder.forEachName { name in
        examine(name, folder, &pass)
        return pass.taken < Inbox.scanBatch
      }
      finish(pass, moment)
    } catch {
      problems.inboxFails(error)
      nextScan = moment.monotonic + Moment.second
    }
  }

  private func finish(_ pass: ScanPass, _ moment: Moment) {
    problems.scanWorks(path)
    if pass.taken >= Inbox.scanBatch {
      nextScan = 0
      return
    }
    sightings.keep(only: pass.present)
    problems.keep(only: pass.present)
    if !pass.hasRestless { isCatchingUp = false }
    nextScan = moment.monotonic + (pass.hasRestless ? Moment.second / 4 : Inbox.scanInterval)
  }

  private func examine(_ name: FileName, _ folder: Folder, _ pass: inout ScanPass) {
    pass.present.insert(name)
    if TemporaryNames.waits(name) || arrivals.contains(name) { return }
    guard let status = try? folder.status(of: name) else { return }
    guard status.kind == .regular else {
      return problems.note(.notRegular(path: folder.path(of: name), status.kind), of: name)
    }
    if sightings.isAtRest(name, status, at: pass.moment, rest: pass.rest) {
      pass.taken += 1
      arrivals.append(name)
    } else {
      pass.hasRestless = true
    }
  }
}
