internal import FileAccess
internal import SystemPackage

extension Inbox {
  static let scanInterval = 2 * Moment.second
  /// A scan of an enormous tree leaves most of the time to others.
  private static let scanShare: Int64 = 10

  func scan(_ moment: Moment) {
    guard let folder = open() else { return }
    let began = Moment.now.monotonic
    var pass = ScanPass(isCatchingUp: isCatchingUp, moment: moment)
    // Before it is looked through: what comes in between is seen twice, never missed.
    if watched?.number == nil { watched?.number = watchIfPossible(folder, &pass) }
    do throws(FileFailure) {
      try walk(folder, at: nil, depth: 0, &pass)
      finish(pass, moment, took: Moment.now.monotonic - began)
    } catch {
      problems.inboxFails(error)
      nextScan = moment.monotonic + Moment.second
    }
  }

  private func finish(_ pass: ScanPass, _ moment: Moment, took duration: Int64) {
    problems.scanWorks(path)
    if pass.isFull {
      nextScan = setAside.isFull ? moment.monotonic + Inbox.scanInterval : 0
      return
    }
    sightings.keep(only: pass.present)
    problems.keep(only: pass.present)
    setAside.keep(only: pass.present)
    beginnings.keep(only: pass.present)
    if !pass.lacksWatches { problems.watchesAll(path) }
    if !pass.hasRestless { isCatchingUp = false }
    let pause = pass.hasRestless ? Moment.second / 4 : Inbox.scanInterval
    nextScan = moment.monotonic + max(pause, duration * Inbox.scanShare)
  }

  private func walk(
    _ folder: Folder, at path: RelativePath?, depth: Int, _ pass: inout ScanPass
  ) throws(FileFailure) {
    try folder.forEachName { name in
      examine(name, in: folder, at: RelativePath(path, name), depth: depth, &pass)
      return !pass.isFull
    }
  }

  private func examine(
    _ name: FileName, in folder: Folder, at path: RelativePath, depth: Int, _ pass: inout ScanPass
  ) {
    pass.present.insert(path)
    if TemporaryNames.waits(name) || arrivals.contains(path) { return }
    guard let status = try? folder.status(of: name) else { return }
    switch status.kind {
    case .regular: examine(path, status, &pass)
    case .folder: enter(name, in: folder, at: path, depth: depth + 1, &pass)
    default: problems.note(.notRegular(path: folder.path(of: name), status.kind), of: path)
    }
  }

  private func examine(_ path: RelativePath, _ status: FileStatus, _ pass: inout ScanPass) {
    if setAside.contains(path, status, pass.moment) { return }
    if sightings.isAtRest(path, status, at: pass.moment, rest: rest(path, pass)) {
      pass.taken += 1
      beginnings.remove(path)
      arrivals.append(path)
    } else {
      pass.hasRestless = true
    }
  }

  /// How long a file that was found must have been left alone, in nanoseconds.
  ///
  /// Where events come, routine scans are there for those that never came, so they can wait for slow
  /// writers. In a folder that is not watched nothing but the scan will ever take it.
  private func rest(_ path: RelativePath, _ pass: ScanPass) -> Int64 {
    if beginnings.contains(path) { return 30 * Moment.second }
    if pass.isCatchingUp { return Moment.second }
    let isWatched = path.folder.map(inner.isWatched) ?? (watched?.number != nil)
    return isWatched ? 30 * Moment.second : 5 * Moment.second
  }

  private func enter(
    _ name: FileName, in parent: Folder, at path: RelativePath, depth: Int, _ pass: inout ScanPass
  ) {
    if FolderNames.soundsLikeFile(name) {
      problems.note(.folderNamedAsFile(path: parent.path(of: name)), of: path)
    }
    pass.folders += 1
    guard depth <= ScanPass.deepest, pass.folders <= ScanPass.mostFolders else {
      return problems.note(.folderBeyondLimits(path: parent.path(of: name)), of: path)
    }
    do throws(FileFailure) {
      let folder = try parent.folder(name)
      try watch(folder, at: path, &pass)
      try walk(folder, at: path, depth: depth, &pass)
    } catch {
      if error.errno != .noSuchFileOrDirectory { problems.note(.closedFolder(error), of: path) }
    }
  }

  /// Before it is looked through, as the inbox itself.
  private func watch(
    _ folder: Folder, at path: RelativePath, _ pass: inout ScanPass
  ) throws(FileFailure) {
    let status = try folder.status()
    if inner.isWatched(path, status) { return }
    if inner.isFull {
      pass.lacksWatches = true
      return problems.lacksWatches(.tooManyToWatch(path: folder.path))
    }
    if let number = watchIfPossible(folder, &pass) { inner.add(path, number, status) }
  }

  /// Where the kernel has no more watches, scans must do, and try again.
  private func watchIfPossible(_ folder: Folder, _ pass: inout ScanPass) -> CInt? {
    do throws(FileFailure) {
      return try inotify.watch(folder)
    } catch {
      pass.lacksWatches = true
      problems.lacksWatches(.unwatched(error))
      return nil
    }
  }
}
