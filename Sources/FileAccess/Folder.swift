internal import CLinux
internal import Glibc
public import SystemPackage

/// An open folder: its entries are reached through its descriptor, so that renaming or replacing
/// something on the way to it changes nothing.
public final class Folder: Sendable {
  /// For showing; not used to reach anything.
  public let path: String
  public let descriptor: FileDescriptor

  /// Opens a folder. The path to it may lead through symbolic links.
  public init(_ path: FilePath) throws(FileFailure) {
    self.path = VisibleBytes.text(path)
    let number = path.withPlatformString { Glibc.open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard number >= 0 else { throw FileFailure(.open, VisibleBytes.text(path)) }
    self.descriptor = FileDescriptor(rawValue: number)
  }

  init(_ path: String, _ descriptor: FileDescriptor) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit { _ = Glibc.close(descriptor.rawValue) }

  /// Opens a folder, made before when it is missing.
  public static func make(_ path: FilePath, mode: FilePermissions) throws(FileFailure) -> Folder {
    try ensure(path, mode: mode)
    return try Folder(path)
  }

  /// Makes the folder and those above it that are missing. What is there already is left as it is.
  /// - Parameter mode: permissions of a folder that is made, subject to the umask.
  public static func ensure(_ path: FilePath, mode: FilePermissions) throws(FileFailure) {
    if makes(path, mode) { return }
    let parent = path.removingLastComponent()
    guard Errno.current == .noSuchFileOrDirectory, !parent.isEmpty, parent != path else {
      throw FileFailure(.make, VisibleBytes.text(path))
    }
    try ensure(parent, mode: [.ownerReadWriteExecute, .groupReadExecute, .otherReadExecute])
    guard makes(path, mode) else { throw FileFailure(.make, VisibleBytes.text(path)) }
  }

  /// Whether it is there now; else errno tells why not.
  private static func makes(_ path: FilePath, _ mode: FilePermissions) -> Bool {
    path.withPlatformString { mkdir($0, mode.rawValue) } == 0 || Errno.current == .fileExists
  }

  /// The path of an entry, for showing.
  public func path(of name: FileName) -> String {
    path.hasSuffix("/") ? path + name.visible : path + "/" + name.visible
  }

  /// What an entry is; a symbolic link is itself, not what it leads to.
  public func status(of name: FileName) throws(FileFailure) -> FileStatus {
    var status = stat()
    let result = name.withPointer { fstatat(descriptor.rawValue, $0, &status, AT_SYMLINK_NOFOLLOW) }
    guard result == 0 else { throw FileFailure(.inspect, path(of: name)) }
    return FileStatus(status)
  }

  /// What this folder itself is.
  public func status() throws(FileFailure) -> FileStatus {
    var status = stat()
    guard fstat(descriptor.rawValue, &status) == 0 else { throw FileFailure(.inspect, path) }
    return FileStatus(status)
  }

  /// Moves an entry to another folder of the same file system under a name that is free there.
  ///
  /// Nothing is ever overwritten: a taken name gets a number, `年报 (2).txt`.
  /// - Returns: the name it has now.
  public func move(_ name: FileName, to target: Folder, as wanted: FileName) throws(FileFailure) -> FileName {
    var candidate = wanted
    var number = 2
    while true {
      let result = name.withPointer { from in
        candidate.withPointer { linux_rename_new(descriptor.rawValue, from, target.descriptor.rawValue, $0) }
      }
      if result == 0 { return candidate }
      guard Errno.current == .fileExists, number < Folder.mostNumbered else {
        throw FileFailure(.rename, path(of: name))
      }
      candidate = wanted.numbered(number)
      number += 1
    }
  }

  private static let mostNumbered = 100_000

  /// Makes renames in this folder survive a loss of power.
  public func synchronise() throws(FileFailure) {
    guard fsync(descriptor.rawValue) == 0 else { throw FileFailure(.synchronise, path) }
  }

  /// Makes the contents of a file in it survive a loss of power.
  public func synchronise(_ name: FileName) throws(FileFailure) {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    let number = name.withPointer { openat(descriptor.rawValue, $0, flags) }
    guard number >= 0 else { throw FileFailure(.open, path(of: name)) }
    defer { close(number) }
    guard fsync(number) == 0 else { throw FileFailure(.synchronise, path(of: name)) }
  }

  /// The same for everything on its file system: for many files quicker than one by one.
  public func synchroniseFileSystem() throws(FileFailure) {
    guard linux_sync_file_system(descriptor.rawValue) == 0 else { throw FileFailure(.synchronise, path) }
  }

  /// Takes the folder for this process alone until it ends; fails when another process holds it.
  public func lock() throws(FileFailure) {
    guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else { throw FileFailure(.lock, path) }
  }
}
