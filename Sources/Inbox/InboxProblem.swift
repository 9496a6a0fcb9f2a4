public import FileAccess

/// What hinders the intake, each said once while it lasts.
public enum InboxProblem: Sendable, Hashable, CustomStringConvertible {
  /// An entry that is no regular file. It stays where it is and is never opened.
  case notRegular(path: String, FileKind)
  /// One file cannot be taken out of the inbox.
  case cannotTake(FileFailure)
  /// The inbox itself cannot be watched, listed or emptied.
  case inbox(FileFailure)
  /// It can again.
  case recovered(path: String)
  /// The kernel dropped events; the folder is looked through instead.
  case overflow(path: String)

  /// One line of Chinese: what, where, and what to do.
  public var description: String {
    switch self {
    case .notRegular(let path, .folder):
      "\(path) 是文件夹：暂不处理子文件夹，请把报告文件直接放进收件箱"
    case .notRegular(let path, let kind): "\(path) 是\(kind.name)，不是普通文件：不予打开，留在原处"
    case .cannotTake(let failure): "\(failure)；文件留在收件箱"
    case .inbox(let failure): "收件箱不可用：\(failure)"
    case .recovered(let path): "收件箱恢复正常：\(path)"
    case .overflow(let path): "文件变动过快，内核丢弃了部分通知，已重新扫描 \(path)，没有遗漏"
    }
  }

  /// Whether somebody must do something.
  public var needsAction: Bool {
    switch self {
    case .notRegular, .cannotTake, .inbox: true
    case .recovered, .overflow: false
    }
  }
}
