import Glibc

/// Standard output and error, written whole.
enum Standard {
  static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// A line on standard error.
  static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        // Nobody reads on: there is nobody to tell.
        exit(errno == EPIPE ? 0 : 74)
      }
      bytes = bytes.dropFirst(written)
    }
  }

  /// All of standard input, up to one byte past the limit.
  static func readAll(limit: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    return bytes
  }
}
