public import FileAccess
internal import Glibc
public import SystemPackage

/// A folder of its own for one test; it goes with the value.
public final class TestFolder: Sendable {
  public let path: FilePath

  /// - Parameter parent: `/dev/shm` is another file system than `/tmp`.
  public init(in parent: String = "/tmp") {
    var template = Array("\(parent)/govreport-test.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { preconditionFailure("no temporary folder: errno \(errno)") }
    self.path = FilePath(platformString: template)
  }

  deinit { TestFolder.remove(path) }

  public func folder(_ name: String) -> FilePath {
    let folder = path.appending(name)
    mkdir(folder.string, 0o755)
    return folder
  }

  private static func remove(_ path: FilePath) {
    if unlink(path.string) == 0 { return }
    chmod(path.string, 0o700)
    let names = (try? Folder(path).names()) ?? []
    for name in names { Disk.remove(path, name) }
    rmdir(path.string)
  }

  /// For names that are no text.
  private enum Disk {
    static func remove(_ folder: FilePath, _ name: FileName) {
      let raw = (folder.string.utf8 + [UInt8(ascii: "/")] + name.bytes + [0]).map { CChar(bitPattern: $0) }
      if unlink(raw) != 0 { TestFolder.remove(FilePath(platformString: raw)) }
    }
  }
}

/// What tests do to files, in the way that people and programs do it.
public enum Disk {
  /// Opens, writes and closes.
  public static func write(_ text: String, to path: FilePath) { write(Array(text.utf8), to: path) }

  public static func write(_ bytes: [UInt8], to path: FilePath) {
    let descriptor = path.withPlatformString { open($0, O_WRONLY | O_CREAT | O_TRUNC, 0o644) }
    precondition(descriptor >= 0, "cannot write \(path): errno \(errno)")
    let count = Glibc.write(descriptor, bytes, bytes.count)
    precondition(count == bytes.count, "cannot write all of \(path)")
    close(descriptor)
  }

  public static func read(_ path: FilePath) -> String? {
    (try? NamedFile.read(path, limit: 1 << 24)).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  public static func names(_ path: FilePath) -> [String] {
    ((try? Folder(path).names()) ?? []).map(\.visible)
  }

  public static func exists(_ path: FilePath) -> Bool {
    path.withPlatformString { access($0, F_OK) } == 0
  }

  public static func rename(_ from: FilePath, _ to: FilePath) {
    _ = from.withPlatformString { from in to.withPlatformString { Glibc.rename(from, $0) } }
  }

  public static func remove(_ path: FilePath) {
    _ = path.withPlatformString { unlink($0) }
    _ = path.withPlatformString { rmdir($0) }
  }

  public static func makeFolder(_ path: FilePath) { _ = path.withPlatformString { mkdir($0, 0o755) } }
  public static func makeFIFO(_ path: FilePath) { _ = path.withPlatformString { mkfifo($0, 0o644) } }
  public static func link(_ path: FilePath, to target: String) {
    _ = path.withPlatformString { symlink(target, $0) }
  }
  public static func chmod(_ path: FilePath, _ mode: UInt32) {
    _ = path.withPlatformString { Glibc.chmod($0, mode) }
  }

  /// A file that is open for writing while the body runs.
  public static func keepOpen(_ path: FilePath, writing text: String = "", _ body: () -> Void) {
    let descriptor = path.withPlatformString { open($0, O_WRONLY | O_CREAT, 0o644) }
    precondition(descriptor >= 0, "cannot write \(path): errno \(errno)")
    defer { close(descriptor) }
    if !text.isEmpty { _ = Glibc.write(descriptor, text, text.utf8.count) }
    body()
  }

  /// - Parameter seconds: how long ago the file was changed.
  public static func age(_ path: FilePath, seconds: Int) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    now.tv_sec -= seconds
    _ = path.withPlatformString { utimensat(AT_FDCWD, $0, [now, now], 0) }
  }
}

extension FileName {
  /// A name that a test knows to be one.
  public static func of(_ text: String) -> FileName {
    guard let name = FileName(text) else { preconditionFailure("no name: \(text)") }
    return name
  }
}

/// Waits for something that other processes do. The deadline is there to end a failed test; it measures
/// nothing.
public func eventually(_ condition: () -> Bool) -> Bool {
  for _ in 0..<3000 {
    if condition() { return true }
    usleep(10_000)
  }
  return condition()
}
