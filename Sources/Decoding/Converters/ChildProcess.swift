import CConverter
import Glibc

/// One run of a converter as a child process.
struct ChildProcess {
  struct Result {
    let status: Status
    let output: [UInt8]
    let errors: [UInt8]
  }

  enum Status: Equatable {
    case exited(Int32)
    case killed(Int32)
  }

  enum Failure: Error {
    case notStarted(Int32)
    case timedOut
    case flooded
  }

  private let pid: pid_t
  private let deadline: Deadline

  /// Starts the converter, feeds it, takes what it writes, and leaves no process behind in any case.
  static func run(_ converter: Converter, input: [UInt8]) throws(Failure) -> Result {
    let file = input.withUnsafeBytes { converter_input($0.baseAddress, $0.count) }
    guard file >= 0 else { throw .notStarted(errno) }
    defer { close(file) }
    var child = converter_child()
    let reason = start(converter, file, &child)
    guard reason == 0 else { throw .notStarted(reason) }
    defer {
      close(child.output)
      close(child.errors)
    }
    let process = ChildProcess(pid: child.pid, deadline: Deadline(seconds: converter.budget.seconds))
    let drain: Drain
    do throws(Failure) {
      drain = try process.read(child, limit: converter.budget.output)
      try process.awaitEnd()
    } catch {
      _ = process.reap()
      throw error
    }
    return Result(status: process.reap(), output: drain.output, errors: drain.errors)
  }

  private static func start(_ converter: Converter, _ input: Int32, _ child: inout converter_child) -> Int32 {
    let arguments = strings([converter.program] + converter.arguments)
    let environment = strings(["PATH=/usr/bin:/bin", "LANG=C.UTF-8"])
    defer { for string in arguments + environment { free(string) } }
    var limits = converter_limits(
      cpu_seconds: UInt64(converter.budget.processorSeconds), memory_bytes: UInt64(converter.budget.memory),
      open_files: 64)
    return converter_start(converter.program, arguments, environment, input, &limits, &child)
  }

  /// As exec takes them, to be freed.
  private static func strings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    var pointers: [UnsafeMutablePointer<CChar>?] = []
    for string in strings { pointers.append(string.withCString { strdup($0) }) }
    return pointers + [nil]
  }

  private struct Drain {
    var output: [UInt8] = []
    var errors: [UInt8] = []
  }

  /// Reads both pipes until they are closed. Of the errors the first 4 KiB are kept.
  private func read(_ child: converter_child, limit: Int) throws(Failure) -> Drain {
    var drain = Drain()
    var files = [
      pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: child.errors, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while files.contains(where: { $0.fd >= 0 }) {
      guard let milliseconds = deadline.millisecondsLeft else { throw .timedOut }
      guard poll(&files, 2, milliseconds) > 0 else { continue }
      for index in files.indices where files[index].fd >= 0 && files[index].revents != 0 {
        let count = Glibc.read(files[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        if count <= 0 {
          files[index].fd = -1
        } else if index == 0 {
          guard drain.output.count + count <= limit else { throw .flooded }
          drain.output += buffer[..<count]
        } else if drain.errors.count < 4096 {
          drain.errors += buffer[..<min(count, 4096 - drain.errors.count)]
        }
      }
    }
    return drain
  }

  /// A child may close its output and stay.
  private func awaitEnd() throws(Failure) {
    while !hasEnded {
      guard let milliseconds = deadline.millisecondsLeft else { throw .timedOut }
      poll(nil, 0, min(milliseconds, 2))
    }
  }

  /// Looks without reaping: as long as the child is a zombie, its process group cannot become another's.
  private var hasEnded: Bool {
    var information = siginfo_t()
    let result = waitid(P_PID, id_t(pid), &information, WEXITED | WNOHANG | WNOWAIT)
    return result != 0 || information.si_signo != 0
  }

  /// Ends whatever is left of the process group, and tells how the child ended.
  private func reap() -> Status {
    kill(-pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal)
  }
}

/// A point on the clock that nobody can set.
private struct Deadline {
  private let end: Int

  init(seconds: Int) { self.end = Self.now() + seconds * 1000 }

  /// Nil when it has passed.
  var millisecondsLeft: Int32? {
    let left = end - Self.now()
    return left > 0 ? Int32(clamping: left) : nil
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
