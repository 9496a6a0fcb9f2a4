internal import Glibc
internal import SystemPackage

extension Folder {
  /// Copies a regular file into another folder, on whatever file system, and makes the copy durable.
  ///
  /// The copy has the time of the original's last change. When anything fails there is no copy.
  /// - Parameters:
  ///   - copy: a name that nobody else uses there.
  ///   - limit: the most bytes that the file may have.
  /// - Returns: what the original was; it was the same before and after.
  public func copy(
    _ name: FileName, to target: Folder, as copy: FileName, limit: Int
  ) throws(FileFailure) -> FileStatus {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    let source = name.withPointer { openat(descriptor.rawValue, $0, flags) }
    guard source >= 0 else { throw FileFailure(.copy, path(of: name)) }
    defer { close(source) }
    let creation = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let sink = copy.withPointer { openat(target.descriptor.rawValue, $0, creation, 0o640) }
    guard sink >= 0 else { throw FileFailure(.copy, target.path(of: copy)) }
    defer { close(sink) }
    do throws(FileFailure) {
      return try FileCopy(source: source, sink: sink, path: path(of: name), limit: limit).run()
    } catch {
      try? target.remove(copy)
      throw error
    }
  }
}

/// Two open descriptors that somebody else closes.
private struct FileCopy {
  let source: CInt
  let sink: CInt
  let path: String
  let limit: Int

  func run() throws(FileFailure) -> FileStatus {
    let before = try status()
    guard before.kind == .regular else { throw FileFailure(.copy, path, .notRegular(before.kind)) }
    let count = try copyAll()
    let after = try status()
    guard after == before, after.size == Int64(count) else { throw FileFailure(.copy, path, .changed) }
    try finish(before)
    return before
  }

  private func status() throws(FileFailure) -> FileStatus {
    var status = stat()
    guard fstat(source, &status) == 0 else { throw FileFailure(.inspect, path) }
    let result = FileStatus(status)
    if result.size > limit { throw FileFailure(.copy, path, .tooLarge(size: result.size, limit: limit)) }
    return result
  }

  private func copyAll() throws(FileFailure) -> Int {
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    var total = 0
    while true {
      let count = read(source, &piece, piece.count)
      if count < 0, Errno.current == .interrupted { continue }
      guard count >= 0 else { throw FileFailure(.copy, path) }
      if count == 0 { return total }
      total += count
      guard total <= limit else {
        throw FileFailure(.copy, path, .tooLarge(size: Int64(total), limit: limit))
      }
      try write(piece[..<count])
    }
  }

  private func write(_ bytes: ArraySlice<UInt8>) throws(FileFailure) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(sink, $0.baseAddress, $0.count) }
      if count < 0, Errno.current == .interrupted { continue }
      guard count > 0 else { throw FileFailure(.copy, path) }
      rest = rest.dropFirst(count)
    }
  }

  private func finish(_ status: FileStatus) throws(FileFailure) {
    let second: Int64 = 1_000_000_000
    let time = timespec(tv_sec: Int(status.modified / second), tv_nsec: Int(status.modified % second))
    _ = futimens(sink, [time, time])
    guard fsync(sink) == 0 else { throw FileFailure(.synchronise, path) }
  }
}
