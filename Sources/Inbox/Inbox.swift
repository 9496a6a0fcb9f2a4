public import FileAccess
public import SystemPackage

/// The folder that reports are dropped into, with the folders in it.
///
/// inotify tells when to look; what is in the folder is the truth. It is looked through at the start,
/// after lost events, when it comes back after it was gone, when a folder appears in it, and every few
/// seconds. `STATES.md` has every state of a file. Used by one thread.
public final class Inbox {
  public let path: FilePath
  let folders: StateFolders
  let copyLimit: Int
  let inotify: Inotify
  var watched: FolderWatch?
  var inner = FolderWatches()

  /// Files that are complete, in the order of their arrival.
  var arrivals = ArrivalQueue()
  /// Files that somebody opened while the inbox was watched, and has not closed.
  var beginnings = Beginnings()
  var sightings = Sightings()
  var setAside = SetAside()
  var problems = ProblemBook()
  /// How many were begun; each has a name of its own.
  var copies: UInt64 = 0
  /// Folders that files were settled in and that are not synchronised.
  var settled: [String: Folder] = [:]
  private var postponed: [(file: ClaimedFile, until: Int64)] = []
  /// By the monotonic clock; 0 is at once.
  var nextScan: Int64 = 0
  /// Whether files may have come while nobody watched: then a short rest is enough.
  var isCatchingUp = true

  /// - Parameters:
  ///   - path: may be missing or unreadable; then `trouble` says so, and each `look` tries again.
  ///   - copyLimit: the most bytes that a file may have that comes from another file system.
  public init(_ path: FilePath, folders: StateFolders, copyLimit: Int = 1 << 26) throws(FileFailure) {
    self.path = path
    self.folders = folders
    self.copyLimit = copyLimit
    self.inotify = try Inotify()
    watch()
  }

  /// Readable when `takeEvents` should be called.
  public var descriptor: FileDescriptor { inotify.descriptor }

  /// Why nothing comes in, while that is so.
  public var trouble: FileFailure? { problems.trouble }

  /// Why folders are only looked through, while that is so and somebody can do something about it.
  public var lackOfWatches: InboxProblem? {
    problems.lackOfWatches.flatMap { $0.needsAction ? $0 : nil }
  }

  /// What is to be told, once each.
  public func takeProblems() -> [InboxProblem] { problems.take() }

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
        beginnings.removeAll()
        catchUp()
        problems.note(.overflow(path: VisibleBytes.text(path)))
      } else if event.watch == watched?.number {
        event.isLoss ? lose() : take(event, in: nil)
      } else if let folder = inner.path(event.watch) {
        event.isLoss ? lose(event) : take(event, in: folder)
      }
    }
  }

  /// Does what is due: opens the inbox again, looks through it. To be called every second or so.
  public func look(at moment: Moment = .now) {
    if let watched, !watched.isAt(path) { lose() }
    if watched == nil { watch() }
    if nextScan <= moment.monotonic { scan(moment) }
  }

  /// Takes files into `work/`, at most so many.
  public func claim(atMost count: Int, at moment: Moment = .now) -> [ClaimedFile] {
    var files = takePostponed(atMost: count, moment)
    if arrivals.isEmpty, nextScan == 0 { scan(moment) }
    // By now another file may be in the writing under a name that has arrived.
    takeEvents()
    guard !arrivals.isEmpty, let folder = open() else { return files }
    var claim = Claim(self, folder, moment)
    while files.count < count, let path = arrivals.popFirst() {
      if let file = claim.take(path) { files.append(file) }
    }
    return files
  }

  /// Gives a claimed file back for a while: it is still being written.
  public func postpone(_ file: ClaimedFile, at moment: Moment = .now) {
    postponed.append((file, moment.monotonic + Moment.second))
  }
}

extension Inbox {
  /// Nothing can be taken out for now: tries again in a while.
  func stall(_ failure: FileFailure, _ moment: Moment) {
    problems.inboxFails(failure)
    arrivals.removeAll()
    isCatchingUp = true
    nextScan = moment.monotonic + Inbox.scanInterval
  }

  /// The inbox, open for as long as the caller holds it; nil when it is not there.
  func open() -> Folder? {
    guard let watched else { return nil }
    do throws(FileFailure) {
      let folder = try Folder(path)
      if try folder.status().isSameFile(as: watched.status) { return folder }
      lose()
    } catch {
      problems.inboxFails(error)
      lose()
    }
    return nil
  }

  func catchUp() {
    isCatchingUp = true
    nextScan = 0
  }

  private func take(_ event: InotifyEvent, in folder: RelativePath?) {
    guard let path = event.name.map({ RelativePath(folder, $0) }) else { return }
    if event.isFolder { return catchUp() }
    if event.isBeginning, !TemporaryNames.waits(path.name) { beginnings.insert(path) }
    guard event.isArrival else { return }
    beginnings.remove(path)
    arrivals.append(path)
    // More than is worth remembering: the folder itself remembers them.
    if arrivals.isFull {
      arrivals.removeAll()
      catchUp()
    }
  }

  private func takePostponed(atMost count: Int, _ moment: Moment) -> [ClaimedFile] {
    let due = postponed.filter { $0.until <= moment.monotonic }.prefix(count).map(\.file)
    postponed.removeAll { due.contains($0.file) }
    return due
  }

  /// Watch first, then look: what comes in between is seen twice, never missed.
  private func watch() {
    do throws(FileFailure) {
      let number = try watchIfPossible()
      let folder = try Folder(path)
      let status = try folder.status()
      let isOurs = status.device == (try folders.root.status().device)
      if isOurs { try folder.lock() }
      watched = FolderWatch(number: number, status: status, locked: isOurs ? folder : nil)
      problems.inboxWorks(path)
      catchUp()
    } catch {
      problems.inboxFails(error)
    }
  }

  /// Nil when the kernel watches no more folders.
  private func watchIfPossible() throws(FileFailure) -> CInt? {
    do throws(FileFailure) {
      return try inotify.watch(path)
    } catch {
      guard error.errno == .noSpace else { throw error }
      problems.lacksWatches(.unwatched(error))
      return nil
    }
  }

  private func lose() {
    for number in inner.numbers + [watched?.number].compactMap(\.self) { inotify.unwatch(number) }
    inner.removeAll()
    watched = nil
    arrivals.removeAll()
    beginnings.removeAll()
    watch()
  }

  /// A folder in the inbox went, or went elsewhere: the next scan finds where.
  private func lose(_ event: InotifyEvent) {
    if !event.isForgotten { inotify.unwatch(event.watch) }
    inner.forget(event.watch)
    catchUp()
  }
}
