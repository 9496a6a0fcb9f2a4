internal import Glibc
internal import SystemPackage
internal import Systemd

/// What the command line and the environment ask for, with defaults filled in.
struct Settings {
  struct RuleLocation {
    let path: FilePath
    /// Whether it may be missing.
    let isOptional: Bool
  }

  let inbox: FilePath
  let state: FilePath
  let rules: [RuleLocation]
  let journal: Journal

  init(inbox: String?, state: String?, rules: [String], foregroundLog: Bool) {
    self.state = Settings.absolute(state ?? Settings.serviceState ?? "/var/lib/govreportd")
    self.inbox = inbox.map(Settings.absolute) ?? self.state.appending("inbox")
    self.rules =
      rules.isEmpty
      ? Settings.installedRules
      : rules.map { RuleLocation(path: Settings.absolute($0), isOptional: false) }
    let usesJournald = !foregroundLog && Journal.isReachable
    self.journal = Journal(identifier: "govreportd", usesJournald ? .journald : .standardError)
  }

  var ledger: FilePath { state.appending("ledger.sqlite") }

  private static let installedRules = [
    RuleLocation(path: "/usr/share/govreportd/rules", isOptional: false),
    RuleLocation(path: "/etc/govreportd/rules.d", isOptional: true),
  ]

  /// systemd names the StateDirectory of the unit; of several, the first.
  private static var serviceState: String? {
    guard let value = getenv("STATE_DIRECTORY").map({ String(cString: $0) }) else { return nil }
    return value.split(separator: ":").first.map(String.init)
  }

  /// A path that means the same in every message, wherever it is read.
  private static func absolute(_ text: String) -> FilePath {
    let path = FilePath(text)
    guard path.isRelative, let here = getcwd(nil, 0) else { return path.lexicallyNormalized() }
    defer { free(here) }
    return FilePath(platformString: here).pushing(path).lexicallyNormalized()
  }
}
