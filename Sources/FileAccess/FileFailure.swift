public import SystemPackage

/// Why something could not be done with a file or folder: which, what, and what to do about it.
public struct FileFailure: Error, Sendable, Hashable {
  /// What was tried.
  public enum Attempt: String, Sendable {
    case open = "打开"
    case list = "列出"
    case inspect = "查看"
    case read = "读取"
    case make = "建立"
    case rename = "移动"
    case copy = "复制"
    case remove = "移除"
    case synchronise = "写入磁盘"
    case lock = "锁定"
    case watch = "监视"
  }

  public enum Cause: Sendable, Hashable {
    case system(Errno)
    /// Only regular files are read.
    case notRegular(FileKind)
    /// In bytes.
    case tooLarge(size: Int64, limit: Int)
    /// More entries or deeper folders than is sane.
    case tooMany(limit: Int)
    /// It became another while it was copied.
    case changed
  }

  public let attempt: Attempt
  /// The path as people see it.
  public let path: String
  public let cause: Cause

  public init(_ attempt: Attempt, _ path: String, _ cause: Cause) {
    self.attempt = attempt
    self.path = path
    self.cause = cause
  }

  init(_ attempt: Attempt, _ path: String) { self.init(attempt, path, .system(Errno.current)) }

  /// The error number, when a system call failed.
  public var errno: Errno? {
    if case .system(let errno) = cause { return errno }
    return nil
  }
}

extension FileFailure: CustomStringConvertible {
  /// One line of Chinese: what, where, why, and the remedy.
  public var description: String { "无法\(attempt.rawValue) \(path)：\(reason)" }

  /// The reason with its remedy.
  public var reason: String {
    switch cause {
    case .system(.noSpace) where attempt == .watch:
      "内核的监视数量已用完，请调大（sysctl fs.inotify.max_user_watches=524288，并写入 /etc/sysctl.d）"
    case .system(.tooManyOpenFiles) where attempt == .watch:
      "内核的监视实例已用完，请调大（sysctl fs.inotify.max_user_instances=1024，并写入 /etc/sysctl.d）"
    case .system(let errno): FileFailure.reason(errno)
    case .notRegular(let kind): "是\(kind.name)，只读取普通文件"
    case .tooLarge(let size, let limit): "有 \(size) 字节，上限为 \(limit) 字节"
    case .tooMany(let limit): "条目或层级超过上限 \(limit)，请检查是否放错了文件夹"
    case .changed: "还在变化"
    }
  }

  private static func reason(_ errno: Errno) -> String {
    switch errno {
    case .noSuchFileOrDirectory: "不存在，请检查路径"
    case .permissionDenied, .notPermitted: "没有权限，请检查所有者和访问权限"
    case .notDirectory: "不是文件夹"
    case .isDirectory: "是文件夹，不是文件"
    case .noSpace: "磁盘已满，请腾出空间"
    case .readOnlyFileSystem: "文件系统只读"
    case .tooManySymbolicLinkLevels: "是符号链接，不予跟随"
    case .improperLink: "不在同一文件系统，请把两个文件夹放在同一文件系统上"
    case .tooManyOpenFiles: "打开的文件过多"
    case .fileNameTooLong: "名称过长"
    case .wouldBlock: "正被另一个进程使用"
    default: "\(errno.description) (errno \(errno.rawValue))"
    }
  }
}
