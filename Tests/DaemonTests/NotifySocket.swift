import Glibc
import SystemPackage

/// Plays the service manager: receives what a service says of itself.
final class NotifySocket {
  let path: FilePath
  private let descriptor: CInt
  private var received: [String] = []

  init(_ path: FilePath) throws {
    self.path = path
    self.descriptor = socket(AF_UNIX, CInt(SOCK_DGRAM.rawValue) | CInt(SOCK_NONBLOCK.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.string.utf8) }
    let size = socklen_t(MemoryLayout<sockaddr_un>.size)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
    }
    guard result == 0 else { throw Errno(rawValue: errno) }
  }

  deinit { close(descriptor) }

  /// All messages so far, one line each.
  var text: String {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
      received.append(String(decoding: buffer[..<count], as: UTF8.self))
    }
    return received.joined(separator: "\n")
  }
}
