public import FileAccess
internal import SystemPackage

extension Inbox {
  /// What a run before this one took and did not finish.
  public func recover() throws(FileFailure) -> [ClaimedFile] {
    var files: [ClaimedFile] = []
    for name in try folders.work.names() {
      let isRegular = (try? folders.work.status(of: name))?.kind == .regular
      if isRegular { files.append(ClaimedFile(original: name, name: name, isRecovered: true)) }
    }
    return files
  }

  /// Reads a claimed file.
  /// - Parameter limit: the most bytes that it may have.
  public func read(_ file: ClaimedFile, limit: Int) throws(FileFailure) -> FileContents {
    try folders.work.read(file.name, limit: limit)
  }

  /// What is known of a claimed file without opening it.
  public func status(_ file: ClaimedFile) throws(FileFailure) -> FileStatus {
    try folders.work.status(of: file.name)
  }

  /// Moves a file whose inspection is recorded to where its outcome belongs.
  /// - Returns: its name there.
  @discardableResult
  public func settle(_ file: ClaimedFile, as outcome: Outcome) throws(FileFailure) -> FileName {
    try folders.work.move(file.name, to: folders.folder(outcome), as: file.original)
  }

  /// Renames the entry into `work/`; nil when it is gone or cannot be taken.
  func claim(_ name: FileName, _ folder: Folder, _ moment: Moment) -> ClaimedFile? {
    if TemporaryNames.waits(name) { return nil }
    do throws(FileFailure) {
      let kind = try folder.status(of: name).kind
      guard kind == .regular else {
        note(.notRegular(path: folder.path(of: name), kind), of: name)
        return nil
      }
      let taken = try folder.move(name, to: folders.work, as: name)
      claimWorks()
      return ClaimedFile(original: name, name: taken, isRecovered: false)
    } catch {
      claimFails(name, folder, error, moment)
      return nil
    }
  }

  private func claimFails(_ name: FileName, _ folder: Folder, _ failure: FileFailure, _ moment: Moment) {
    switch failure.errno {
    case .noSuchFileOrDirectory: return
    case .permissionDenied, .improperLink, .readOnlyFileSystem, .noSpace:
      // Not this file's fault: no other can be taken either.
      stall(FileFailure(.rename, "\(folder.path) 中的文件", failure.cause), moment)
    default: note(.cannotTake(failure), of: name)
    }
  }
}
