public import FileAccess

/// What hinders the intake, each said once while it lasts.
public enum InboxProblem: Sendable, Hashable, CustomStringConvertible {
  /// An entry that is no regular file. It stays where it is and is never opened.
  case notRegular(path: String, FileKind)
  /// A folder under the name of a report; what is in it is taken file by file.
  case folderNamedAsFile(path: String)
  /// One file cannot be taken out of the inbox.
  case cannotTake(FileFailure)
  /// A copy was taken; the file itself stands where nothing can be taken away.
  case copied(FileFailure)
  /// A folder in the inbox that cannot be looked into.
  case closedFolder(FileFailure)
  /// A folder in the inbox that is too deep, or one too many.
  case folderBeyondLimits(path: String)
  /// The kernel watches no more folders; this one, and others, are looked through instead.
  case unwatched(FileFailure)
  /// More folders than the daemon watches; this one and others are looked through instead.
  case tooManyToWatch(path: String)
  /// All folders are watched again.
  case watchedAgain(path: String)
  /// The inbox itself cannot be watched, listed or emptied.
  case inbox(FileFailure)
  /// It can again.
  case recovered(path: String)
  /// The kernel dropped events; the folder is looked through instead.
  case overflow(path: String)

  /// One line of Chinese: what, where, and what to do.
  public var description: String {
    switch self {
    case .notRegular(let path, let kind): "\(path) 是\(kind.name)，不是普通文件：不予打开，留在原处"
    case .folderNamedAsFile(let path): "\(path) 是文件夹，不是文件：其中的文件逐个检查"
    case .cannotTake(let failure): "\(failure)；文件留在收件箱"
    case .copied(let failure): "\(failure)；已复制一份检查，原件留在收件箱，内容不变就不再检查"
    case .closedFolder(let failure): "\(failure)；其中的文件未检查"
    case .folderBeyondLimits(let path):
      "\(path) 未检查：子文件夹最多 \(ScanPass.deepest) 层、\(ScanPass.mostFolders) 个，请把文件移到上层"
    case .unwatched(let failure): "\(failure)；改为定时查看，没有遗漏，文件会晚几秒处理"
    case .tooManyToWatch(let path):
      "\(path) 等子文件夹超出监视上限 \(FolderWatches.capacity) 个，改为定时查看，没有遗漏，文件会晚几秒处理"
    case .watchedAgain(let path): "\(path) 及其子文件夹恢复监视，文件随到随查"
    case .inbox(let failure): "收件箱不可用：\(failure)"
    case .recovered(let path): "收件箱恢复正常：\(path)"
    case .overflow(let path): "文件变动过快，内核丢弃了部分通知，已重新扫描 \(path)，没有遗漏"
    }
  }

  /// Whether somebody must do something.
  public var needsAction: Bool {
    switch self {
    case .notRegular, .cannotTake, .inbox, .closedFolder, .folderBeyondLimits, .unwatched: true
    case .recovered, .overflow, .folderNamedAsFile, .copied, .tooManyToWatch, .watchedAgain: false
    }
  }
}
