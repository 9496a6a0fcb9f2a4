/// A file as it came: what is known of it besides its contents.
public struct Arrival: Sendable, Hashable {
  /// The name that it came under, as people see it.
  public let name: String
  /// In bytes.
  public let size: Int64
  /// The file system's number of it, and its last change in nanoseconds since 1970: with the bytes'
  /// hash they tell this very file from another with the same contents, after a crash too.
  public let inode: UInt64
  public let modified: Int64

  public init(name: String, size: Int64, inode: UInt64, modified: Int64) {
    self.name = name
    self.size = size
    self.inode = inode
    self.modified = modified
  }
}
