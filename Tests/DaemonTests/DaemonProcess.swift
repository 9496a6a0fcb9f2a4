import FileAccess
import Glibc
import SystemPackage
import TestSupport

/// The real program as a child, its entries in a file.
final class DaemonProcess {
  private let process: pid_t
  private let log: FilePath
  private var status: CInt?

  /// - Parameter root: holds `state/` and `rules/`; the log is written beside them.
  init(_ root: FilePath, arguments: [String] = [], environment: [String] = []) throws {
    self.log = root.appending("log.\(UInt32.random(in: 0 ... .max))")
    let own = ["--state", root.appending("state").string, "--rules", root.appending("rules").string]
    let all = [try DaemonProcess.program(), "--foreground-log"] + own + arguments
    self.process = try DaemonProcess.spawn(all, environment, log, descriptors: [2])
  }

  deinit {
    guard status == nil else { return }
    Glibc.kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// What was written so far.
  var text: String { Disk.read(log) ?? "" }

  func says(_ words: String) -> Bool { eventually { text.contains(words) } }

  func signal(_ number: CInt) { Glibc.kill(process, number) }

  /// The exit status, or the negative number of the signal that ended it.
  func wait() -> CInt {
    if let status { return status }
    var raw: CInt = 0
    guard eventually({ waitpid(process, &raw, WNOHANG) == process }) else { return .min }
    let result = raw & 0x7F == 0 ? raw >> 8 & 0xFF : -(raw & 0x7F)
    status = result
    return result
  }

  func stop() -> CInt {
    signal(SIGTERM)
    return wait()
  }

  /// Beside the test bundle, unless GOVREPORTD names another.
  private static func program() throws -> String {
    if let named = getenv("GOVREPORTD") { return String(cString: named) }
    guard Disk.exists(beside.appending("govreportd")) else { throw Errno.noSuchFileOrDirectory }
    return beside.appending("govreportd").string
  }

  /// The tool for the desk, unless GOVREPORT names another.
  static var tool: String {
    getenv("GOVREPORT").map { String(cString: $0) } ?? beside.appending("govreport").string
  }

  /// The bundle is a file or a folder of folders: the programs stand beside its outermost.
  private static var beside: FilePath {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? ".build/debug/tests"
    var folder = FilePath(bundle).removingLastComponent()
    while folder.string.contains(".xctest") { folder = folder.removingLastComponent() }
    return folder
  }

  /// - Parameter descriptors: those that are to be written to the log.
  static func spawn(
    _ words: [String], _ environment: [String], _ log: FilePath, descriptors: [CInt]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in descriptors {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, log.string, O_WRONLY | O_CREAT | O_APPEND, 0o644)
    }
    let arguments = words.map { strdup($0) } + [nil]
    let variables = (["PATH=/usr/bin:/bin"] + environment).map { strdup($0) } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, words[0], &actions, nil, arguments, variables)
    guard result == 0 else { throw Errno(rawValue: result) }
    return process
  }
}
