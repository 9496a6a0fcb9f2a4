internal import FileAccess

/// A mark in `work/` for a file that a run before this one did not finish: the file's inode is its name,
/// and it has a byte for each time that the program was begun on it and ended in the middle.
enum TryMark {
  static func isOne(_ name: FileName) -> Bool { name.hasPrefix(".try-") }

  static func name(_ status: FileStatus) -> FileName { .hidden("try", status.inode) }
}

/// A file may end the program: by a fault in a library, by using up the memory. It would do so again at
/// every start and keep all others waiting; the marks tell which it is.
extension Inbox {
  /// To be called before a file is inspected.
  public func begin(_ file: ClaimedFile) {
    if file.isRecovered, let mark = mark(file) { try? folders.work.addByte(mark) }
  }

  /// To be called when its inspection came to an end.
  public func end(_ file: ClaimedFile) {
    if file.isRecovered, let mark = mark(file) { try? folders.work.remove(mark) }
  }

  /// Forgets marks of files that are no longer there.
  public func forgetTries() {
    for name in (try? folders.work.names()) ?? [] where TryMark.isOne(name) {
      try? folders.work.remove(name)
    }
  }

  func tries(_ name: FileName, _ folder: Folder) -> Int {
    guard let status = try? folder.status(of: name) else { return 0 }
    return Int((try? folders.work.status(of: TryMark.name(status)))?.size ?? 0)
  }

  private func mark(_ file: ClaimedFile) -> FileName? { (try? status(file)).map(TryMark.name) }
}
