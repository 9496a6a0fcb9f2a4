internal import FileAccess
internal import SystemPackage

/// A folder while it is watched: inotify's number for it, and which folder it is, since another may come
/// to stand at its path.
///
/// It is kept open only where it is locked, on the file system of the state folder: elsewhere that would
/// keep its file system from being unmounted.
struct FolderWatch {
  /// Nil when the kernel watches no more folders: then scans must do.
  var number: CInt?
  let status: FileStatus
  var locked: Folder?

  /// Whether the path still leads to this folder: it may have been replaced or mounted over.
  func isAt(_ path: FilePath) -> Bool {
    do throws(FileFailure) {
      return try NamedFile.status(path).isSameFile(as: status)
    } catch {
      return false
    }
  }
}

/// The folders in the inbox that are watched, by their paths and by inotify's numbers.
struct FolderWatches {
  private var watches: [RelativePath: FolderWatch] = [:]
  private var paths: [CInt: RelativePath] = [:]

  /// Further folders are only looked through: watches are scarce, and other programs want some.
  static let capacity = 1024

  var isFull: Bool { watches.count >= FolderWatches.capacity }
  var numbers: [CInt] { Array(paths.keys) }

  func path(_ number: CInt) -> RelativePath? { paths[number] }

  func isWatched(_ path: RelativePath) -> Bool { watches[path] != nil }

  func isWatched(_ path: RelativePath, _ status: FileStatus) -> Bool {
    watches[path]?.status.isSameFile(as: status) ?? false
  }

  mutating func add(_ path: RelativePath, _ number: CInt, _ status: FileStatus) {
    // A folder that was renamed keeps its number.
    forget(number)
    watches[path]?.number.map { _ = paths.removeValue(forKey: $0) }
    watches[path] = FolderWatch(number: number, status: status)
    paths[number] = path
  }

  mutating func forget(_ number: CInt) {
    guard let path = paths.removeValue(forKey: number) else { return }
    if watches[path]?.number == number { watches[path] = nil }
  }

  mutating func removeAll() { self = FolderWatches() }
}
