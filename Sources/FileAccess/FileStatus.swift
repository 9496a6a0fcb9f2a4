internal import Glibc

/// What the file system knows of a file.
public struct FileStatus: Sendable, Hashable {
  public let kind: FileKind
  /// In bytes.
  public let size: Int64
  /// Device and inode together tell one file from another, whatever it is called.
  public let device: UInt64
  public let inode: UInt64
  /// The last change of its contents, in nanoseconds since 1970.
  public let modified: Int64

  init(_ status: stat) {
    self.kind = FileKind(mode: status.st_mode)
    self.size = Int64(status.st_size)
    self.device = UInt64(status.st_dev)
    self.inode = UInt64(status.st_ino)
    self.modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
  }

  public func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}
