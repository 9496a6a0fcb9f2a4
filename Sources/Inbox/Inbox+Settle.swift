public import FileAccess
internal import SystemPackage

/// What becomes of a claimed file.
extension Inbox {
  /// What a run before this one took and did not finish.
  ///
  /// Copies that it was making are taken away: their originals are in the inbox.
  public func recover() throws(FileFailure) -> [ClaimedFile] {
    var files: [ClaimedFile] = []
    try recover(folders.work, at: nil, into: &files)
    return files
  }

  private func recover(
    _ folder: Folder, at path: RelativePath?, into files: inout [ClaimedFile]
  ) throws(FileFailure) {
    for name in try folder.names() {
      let place = RelativePath(path, name)
      switch try? folder.status(of: name).kind {
      case .regular where path == nil && name.isHidden:
        if !TryMark.isOne(name) { try folder.remove(name) }
      case .regular: files.append(ClaimedFile(recovered: place, failedTries: tries(name, folder)))
      case .folder: try recover(try folder.folder(name), at: place, into: &files)
      default: break
      }
    }
    folders.work.removeEmptyFolders(path)
  }

  /// Reads a claimed file.
  /// - Parameter limit: the most bytes that it may have.
  public func read(_ file: ClaimedFile, limit: Int) throws(FileFailure) -> FileContents {
    try folder(of: file).read(file.place.name, limit: limit)
  }

  /// What is known of a claimed file without opening it.
  public func status(_ file: ClaimedFile) throws(FileFailure) -> FileStatus {
    try folder(of: file).status(of: file.place.name)
  }

  /// Makes the contents of claimed files, and that they were claimed, survive a loss of power. To be
  /// called before anything is said of them.
  public func synchronise(_ files: [ClaimedFile]) throws(FileFailure) {
    if files.count > Inbox.fewFiles {
      try folders.work.synchroniseFileSystem()
    } else {
      for file in files { try synchronise(file) }
    }
  }

  /// Beyond so many it is quicker to synchronise all at once.
  private static let fewFiles = 4

  private func synchronise(_ file: ClaimedFile) throws(FileFailure) {
    let folder = try folder(of: file)
    do throws(FileFailure) {
      try folder.synchronise(file.place.name)
    } catch {
      // What cannot be opened is rejected unread.
      if error.errno != .permissionDenied { throw error }
    }
    try folder.synchronise()
  }

  /// Moves a file whose inspection is recorded to where its outcome belongs.
  /// - Returns: where it is there.
  @discardableResult
  public func settle(_ file: ClaimedFile, as outcome: Outcome) throws(FileFailure) -> RelativePath {
    let target = try folders.folder(outcome).folder(making: file.original.folder, mode: StateFolders.mode)
    let name = try folder(of: file).move(file.place.name, to: target.folder, as: file.original.name)
    folders.work.removeEmptyFolders(file.place.folder)
    settled[target.folder.path] = target.folder
    return RelativePath(target.path, name)
  }

  /// Makes what `settle` did since the last call survive a loss of power.
  public func synchroniseOutcomes() throws(FileFailure) {
    let folders = settled.values
    settled = [:]
    for folder in folders { try folder.synchronise() }
  }

  /// Takes away the copy of a file that is still in the inbox and was inspected before.
  public func discard(_ file: ClaimedFile) throws(FileFailure) {
    try folder(of: file).remove(file.place.name)
    folders.work.removeEmptyFolders(file.place.folder)
  }

  private func folder(of file: ClaimedFile) throws(FileFailure) -> Folder {
    try folders.work.folder(at: file.place.folder)
  }
}
