internal import FileAccess
internal import Glibc
internal import SystemPackage

/// Something that happened in a watched folder. A hint: what counts is what is in the folder.
struct InotifyEvent {
  let watch: CInt
  let mask: UInt32
  /// The entry that it happened to; nil when it happened to the folder.
  let name: FileName?

  /// A file was closed after writing or renamed into the folder: it is complete.
  var isArrival: Bool { has(IN_CLOSE_WRITE) || has(IN_MOVED_TO) }
  /// A file was made, or written over: it will be closed one day.
  var isBeginning: Bool { (has(IN_CREATE) || has(IN_MODIFY)) && !isFolder }
  /// It happened to a folder in the watched one.
  var isFolder: Bool { has(IN_ISDIR) }
  /// The kernel has forgotten this watch.
  var isForgotten: Bool { has(IN_IGNORED) }
  /// Events were dropped by the kernel.
  var isOverflow: Bool { has(IN_Q_OVERFLOW) }
  /// The folder was deleted, renamed or unmounted.
  var isLoss: Bool { has(IN_DELETE_SELF) || has(IN_MOVE_SELF) || has(IN_UNMOUNT) || has(IN_IGNORED) }

  private func has(_ flag: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: flag) != 0 }
}

/// An inotify instance.
final class Inotify {
  let descriptor: FileDescriptor

  init() throws(FileFailure) {
    let number = inotify_init1(CInt(IN_NONBLOCK) | CInt(IN_CLOEXEC))
    guard number >= 0 else { throw FileFailure(.watch, "inotify", .system(Errno(rawValue: errno))) }
    self.descriptor = FileDescriptor(rawValue: number)
  }

  deinit { close(descriptor.rawValue) }

  /// Watches a folder for arrivals and for its own end.
  /// - Returns: the number that its events carry.
  func watch(_ path: FilePath) throws(FileFailure) -> CInt { try watch(path, Inotify.arrivals) }

  /// Watches an open folder, whatever stands at its path by now.
  func watch(_ folder: Folder) throws(FileFailure) -> CInt {
    do throws(FileFailure) {
      return try watch(FilePath("/proc/self/fd/\(folder.descriptor.rawValue)"))
    } catch {
      throw FileFailure(.watch, folder.path, error.cause)
    }
  }

  private static let arrivals = UInt32(
    IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)

  /// - Parameter mask: what to watch for, as inotify(7) has it.
  func watch(_ path: FilePath, _ mask: UInt32) throws(FileFailure) -> CInt {
    let mask = mask | UInt32(IN_ONLYDIR)
    let watch = path.withPlatformString { inotify_add_watch(descriptor.rawValue, $0, mask) }
    guard watch >= 0 else {
      throw FileFailure(.watch, VisibleBytes.text(path), .system(Errno(rawValue: errno)))
    }
    return watch
  }

  func unwatch(_ watch: CInt) { inotify_rm_watch(descriptor.rawValue, watch) }

  /// The events that are there; empty when there are none.
  func read() -> [InotifyEvent] {
    let capacity = 65_536
    return withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 8) { buffer in
      let count = Glibc.read(descriptor.rawValue, buffer.baseAddress, capacity)
      return count > 0 ? Inotify.decode(UnsafeRawBufferPointer(buffer).prefix(count)) : []
    }
  }

  private static func decode(_ bytes: Slice<UnsafeRawBufferPointer>) -> [InotifyEvent] {
    let bytes = UnsafeRawBufferPointer(rebasing: bytes)
    var events: [InotifyEvent] = []
    var offset = 0
    while offset + MemoryLayout<inotify_event>.size <= bytes.count {
      let header = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      let start = offset + MemoryLayout<inotify_event>.size
      let end = min(bytes.count, start + Int(header.len))
      let name = FileName(bytes[start..<end].prefix { $0 != 0 }.map { $0 })
      events.append(InotifyEvent(watch: header.wd, mask: header.mask, name: name))
      offset = end
    }
    return events
  }
}
