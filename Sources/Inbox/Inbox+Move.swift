internal import FileAccess
internal import SystemPackage

/// The two ways from the inbox into `work/`.
extension Inbox {
  /// In one step that happens wholly or not at all.
  func move(_ path: RelativePath, from folder: Folder) throws(FileFailure) -> ClaimedFile {
    let target = try folders.work.folder(making: path.folder, mode: StateFolders.mode)
    let name = try folder.move(path.name, to: target.folder, as: path.name)
    return ClaimedFile(original: path, place: RelativePath(target.path, name))
  }

  /// Copy, synchronise, give the copy its name, synchronise that, take the original away: a crash may
  /// leave the file in both places, never in none.
  func copy(_ path: RelativePath, from folder: Folder) throws(FileFailure) -> ClaimedFile {
    let target = try folders.work.folder(making: path.folder, mode: StateFolders.mode)
    copies += 1
    let unfinished = FileName.hidden("copy", copies)
    let status = try folder.copy(path.name, to: folders.work, as: unfinished, limit: copyLimit)
    let name = try folders.work.move(unfinished, to: target.folder, as: path.name)
    try target.folder.synchronise()
    let place = RelativePath(target.path, name)
    guard try folder.status(of: path.name) == status else {
      try target.folder.remove(name)
      throw FileFailure(.copy, folder.path(of: path.name), .changed)
    }
    return try taken(path, from: folder, to: place, status)
  }

  private func taken(
    _ path: RelativePath, from folder: Folder, to place: RelativePath, _ status: FileStatus
  ) throws(FileFailure) -> ClaimedFile {
    do throws(FileFailure) {
      try folder.remove(path.name)
      return ClaimedFile(original: path, place: place)
    } catch {
      setAside.copied(path, status)
      problems.note(.copied(error), of: path)
      return ClaimedFile(original: path, place: place, remaining: status)
    }
  }
}
