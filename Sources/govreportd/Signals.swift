internal import CLinux
internal import FileAccess
internal import Glibc
internal import SystemPackage

/// The signals that the service answers, read from a descriptor like anything else.
final class Signals {
  enum Request { case stop, reload }

  let descriptor: FileDescriptor

  /// Keeps the signals from their default action in this thread and those that it starts.
  static func block() {
    var mask = set
    pthread_sigmask(SIG_BLOCK, &mask, nil)
    signal(SIGPIPE, SIG_IGN)
  }

  init() throws(FileFailure) {
    var mask = Signals.set
    let number = signalfd(-1, &mask, CInt(SFD_NONBLOCK) | CInt(SFD_CLOEXEC))
    guard number >= 0 else { throw FileFailure(.watch, "signalfd", .system(Errno(rawValue: errno))) }
    self.descriptor = FileDescriptor(rawValue: number)
  }

  deinit { close(descriptor.rawValue) }

  /// The requests that have come.
  func take() -> [Request] {
    var requests: [Request] = []
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while read(descriptor.rawValue, &information, size) == size {
      requests.append(information.ssi_signo == UInt32(SIGHUP) ? .reload : .stop)
    }
    return requests
  }

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for number in [SIGTERM, SIGINT, SIGHUP] { sigaddset(&set, number) }
    return set
  }
}
