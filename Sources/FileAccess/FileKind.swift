internal import Glibc

/// What an entry of a folder is.
public enum FileKind: String, Sendable, Hashable {
  case regular, folder, symbolicLink, fifo, socket, device

  init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .regular
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .symbolicLink
    case S_IFIFO: self = .fifo
    case S_IFSOCK: self = .socket
    default: self = .device
    }
  }

  /// The word for it in a message.
  public var name: String {
    switch self {
    case .regular: "普通文件"
    case .folder: "文件夹"
    case .symbolicLink: "符号链接"
    case .fifo: "命名管道"
    case .socket: "套接字"
    case .device: "设备文件"
    }
  }
}
