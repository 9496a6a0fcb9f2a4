internal import Glibc
public import SystemPackage

/// A file's bytes and what it was when they were read.
public struct FileContents: Sendable {
  public let bytes: [UInt8]
  public let status: FileStatus
  /// Whether size or time of change were another after reading: somebody is still writing.
  public let isUnsettled: Bool
}

extension Folder {
  /// Reads a whole regular file, whatever has been put in its place meanwhile: no link is followed,
  /// no FIFO waited for, nothing larger than the limit is begun.
  /// - Parameter limit: the most bytes that the file may have.
  public func read(_ name: FileName, limit: Int) throws(FileFailure) -> FileContents {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
    let number = name.withPointer { openat(descriptor.rawValue, $0, flags) }
    guard number >= 0 else { throw FileFailure(.open, path(of: name)) }
    defer { close(number) }
    return try OpenFile(number, path(of: name)).contents(limit: limit)
  }
}

/// Reads files that a person named: their path may lead through symbolic links.
public enum NamedFile {
  /// - Parameter limit: the most bytes that the file may have.
  public static func read(_ path: FilePath, limit: Int) throws(FileFailure) -> FileContents {
    let visible = VisibleBytes.text(path)
    let number = path.withPlatformString { Glibc.open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard number >= 0 else { throw FileFailure(.open, visible) }
    defer { close(number) }
    return try OpenFile(number, visible).contents(limit: limit)
  }

  /// What the path leads to, links followed.
  public static func status(_ path: FilePath) throws(FileFailure) -> FileStatus {
    var status = stat()
    guard path.withPlatformString({ stat($0, &status) }) == 0 else {
      throw FileFailure(.inspect, VisibleBytes.text(path))
    }
    return FileStatus(status)
  }
}

/// An open descriptor that somebody else closes.
private struct OpenFile {
  let number: CInt
  let path: String

  init(_ number: CInt, _ path: String) {
    self.number = number
    self.path = path
  }

  func contents(limit: Int) throws(FileFailure) -> FileContents {
    let before = try status()
    guard before.kind == .regular else { throw FileFailure(.read, path, .notRegular(before.kind)) }
    guard before.size <= limit else { throw tooLarge(before.size, limit) }
    let bytes = try readAll(expected: Int(before.size), limit: limit)
    let after = try status()
    let isUnsettled = after.size != Int64(bytes.count) || after.modified != before.modified
    return FileContents(bytes: bytes, status: after, isUnsettled: isUnsettled)
  }

  private func status() throws(FileFailure) -> FileStatus {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw FileFailure(.inspect, path) }
    return FileStatus(status)
  }

  /// One byte more than expected is asked for: a file that grows is noticed.
  private func readAll(expected: Int, limit: Int) throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = expected + 1
    while true {
      let piece = try readPiece(room)
      if piece.isEmpty { return bytes }
      bytes += piece
      guard bytes.count <= limit else { throw tooLarge(Int64(bytes.count), limit) }
      room = 65_536
    }
  }

  private func readPiece(_ room: Int) throws(FileFailure) -> [UInt8] {
    var failure: FileFailure?
    let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      var result = Glibc.read(number, buffer.baseAddress, room)
      while result < 0, Errno.current == .interrupted {
        result = Glibc.read(number, buffer.baseAddress, room)
      }
      if result < 0 { failure = FileFailure(.read, path) }
      count = max(0, result)
    }
    if let failure { throw failure }
    return piece
  }

  private func tooLarge(_ size: Int64, _ limit: Int) -> FileFailure {
    FileFailure(.read, path, .tooLarge(size: size, limit: limit))
  }
}
