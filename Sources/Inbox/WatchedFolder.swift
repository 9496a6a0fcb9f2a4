internal import FileAccess
internal import SystemPackage

/// The inbox while it is there: the open folder and inotify's number for it.
struct WatchedFolder {
  let folder: Folder
  let watch: CInt
  private let status: FileStatus

  init(_ path: FilePath, _ watch: CInt) throws(FileFailure) {
    self.folder = try Folder(path)
    self.watch = watch
    self.status = try folder.status()
  }

  /// Whether the path still leads to this folder: it may have been replaced or mounted over.
  func isAt(_ path: FilePath) -> Bool {
    do throws(FileFailure) {
      return try NamedFile.status(path).isSameFile(as: status)
    } catch {
      return false
    }
  }
}
