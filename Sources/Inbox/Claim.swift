internal import FileAccess
internal import SystemPackage

/// Takes files out of the inbox while it is open: by renaming them into `work/`, or, where that cannot
/// be, by copying them there and taking the original away when the copy is safe.
struct Claim {
  private let inbox: Inbox
  private let root: Folder
  private let moment: Moment
  /// The folder that the last file came from; the next is often from the same.
  private var source: (path: RelativePath, folder: Folder)?

  init(_ inbox: Inbox, _ folder: Folder, _ moment: Moment) {
    self.inbox = inbox
    self.root = folder
    self.moment = moment
  }

  /// - Returns: nil when it is gone, waits, or cannot be taken.
  mutating func take(_ path: RelativePath) -> ClaimedFile? {
    if path.components.contains(where: TemporaryNames.waits) { return nil }
    // Its end will be announced.
    if inbox.beginnings.contains(path) { return nil }
    do throws(FileFailure) {
      let folder = try folder(of: path)
      let status = try folder.status(of: path.name)
      guard status.kind == .regular else {
        inbox.problems.note(.notRegular(path: folder.path(of: path.name), status.kind), of: path)
        return nil
      }
      if inbox.setAside.contains(path, status, moment) { return nil }
      return take(path, from: folder, status)
    } catch {
      // It is gone, or a folder on its way is: nothing is there to be taken.
      return nil
    }
  }

  private mutating func folder(of path: RelativePath) throws(FileFailure) -> Folder {
    guard let place = path.folder else { return root }
    if let source, source.path == place { return source.folder }
    let folder = try root.folder(at: place)
    source = (place, folder)
    return folder
  }

  private func take(_ path: RelativePath, from folder: Folder, _ status: FileStatus) -> ClaimedFile? {
    do throws(FileFailure) {
      let file = try inbox.move(path, from: folder)
      inbox.problems.inboxWorks(inbox.path)
      return file
    } catch {
      return takeAfter(error, path, from: folder, status)
    }
  }

  /// What else can be done when renaming did not work.
  private func takeAfter(
    _ failure: FileFailure, _ path: RelativePath, from folder: Folder, _ status: FileStatus
  ) -> ClaimedFile? {
    switch failure.errno {
    case .noSuchFileOrDirectory: return nil
    case .improperLink: return copy(path, from: folder, status)
    case .permissionDenied where path.folder != nil, .notPermitted:
      return copy(path, from: folder, status)
    case .permissionDenied, .readOnlyFileSystem, .noSpace:
      // Not this file's fault: no other can be taken either.
      inbox.stall(FileFailure(.rename, "\(folder.path) 中的文件", failure.cause), moment)
    default: refuse(path, failure, status)
    }
    return nil
  }

  private func copy(_ path: RelativePath, from folder: Folder, _ status: FileStatus) -> ClaimedFile? {
    do throws(FileFailure) {
      let file = try inbox.copy(path, from: folder)
      inbox.problems.inboxWorks(inbox.path)
      return file
    } catch {
      switch error.cause {
      case .system(.noSuchFileOrDirectory): break
      case .changed: inbox.nextScan = min(inbox.nextScan, moment.monotonic + Moment.second)
      case .system(.noSpace): inbox.stall(error, moment)
      default: refuse(path, error, status)
      }
      return nil
    }
  }

  private func refuse(_ path: RelativePath, _ failure: FileFailure, _ status: FileStatus) {
    inbox.setAside.failed(path, status, moment)
    inbox.problems.note(.cannotTake(failure), of: path)
  }
}
