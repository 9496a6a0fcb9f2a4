internal import Glibc
internal import SystemPackage

extension Folder {
  /// The names of all entries but `.` and `..`, in the order of their bytes.
  public func names() throws(FileFailure) -> [FileName] {
    var names: [FileName] = []
    try forEachName { name in
      names.append(name)
      return true
    }
    return names.sorted()
  }

  /// Hands out names as the file system has them until the body returns false: memory stays flat in a
  /// folder of a million.
  public func forEachName(_ body: (FileName) -> Bool) throws(FileFailure) {
    let stream = try openStream()
    defer { closedir(stream) }
    while true {
      Glibc.errno = 0
      guard let entry = readdir(stream) else { break }
      if let name = FileName(Folder.nameBytes(entry)), !body(name) { return }
    }
    guard Glibc.errno == 0 else { throw FileFailure(.list, path) }
  }

  /// A descriptor of its own, so that two readers do not share a position.
  private func openStream() throws(FileFailure) -> OpaquePointer {
    let number = openat(descriptor.rawValue, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw FileFailure(.list, path) }
    guard let stream = fdopendir(number) else {
      let failure = FileFailure(.list, path)
      close(number)
      throw failure
    }
    return stream
  }

  private static func nameBytes(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
  }
}
