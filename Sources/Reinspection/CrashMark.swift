internal import FileAccess
internal import Glibc
public import Inspection
internal import SystemPackage

/// Remembers over the end of the program which file was being inspected: one that ends it would end it again at
/// every start.
struct CrashMark {
  private let path: String
  /// The file at which the last run ended, and how often runs ended there.
  private let inode: UInt64
  private let count: Int
  private let descriptor: CInt

  private static let most = 2

  init(_ state: FilePath) {
    self.path = state.appending(".inspecting").string
    let words =
      (try? NamedFile.read(FilePath(path), limit: 64))
      .map { String(decoding: $0.bytes, as: UTF8.self).split(separator: " ") } ?? []
    self.inode = words.count > 1 ? UInt64(words[0]) ?? 0 : 0
    self.count = words.count > 1 ? Int(words[1]) ?? 0 : 0
    self.descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
  }

  /// Whether it ended the program as often as it may.
  func isDeadly(_ inode: UInt64) -> Bool { inode == self.inode && count >= CrashMark.most }

  /// To be called before a file is inspected. A loss of power may forget it; the program's end does not.
  func begin(_ inode: UInt64) {
    let count = inode == self.inode ? self.count + 1 : 1
    let text = Array("\(inode) \(count) ".utf8)
    _ = pwrite(descriptor, text, text.count, 0)
  }

  /// To be called when all that was begun came to an end.
  func end() {
    unlink(path)
    close(descriptor)
  }
}

extension Rejection {
  /// Somebody must look at such a file, and at the program: this keeps it from holding up all others.
  public static let crashing = Rejection(
    code: "crash", message: "检查这个文件时程序多次异常退出，不再尝试；请把文件和日志交给维护人员")
}
