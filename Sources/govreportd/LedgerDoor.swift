internal import FileAccess
internal import Glibc
internal import Inbox
internal import Ledger
internal import Reinspection
internal import SystemPackage

/// Opens the ledger, whatever state it is in: one that cannot be used is set aside under its name and the time,
/// never deleted, and a new one is begun that is to be rebuilt from the folders.
struct LedgerDoor {
  let ledger: Ledger
  /// What was wrong with the one that was set aside, and where it is now; nil when all is well.
  let loss: String?

  init(_ settings: Settings) throws(LedgerFailure) {
    let path = settings.ledger
    let isFresh = !LedgerDoor.exists(path)
    var reason = LedgerDoor.isEmptyFile(path) ? "是空文件" : nil
    var opened: Ledger?
    if reason == nil {
      do throws(LedgerFailure) {
        opened = try LedgerDoor.open(path)
      } catch {
        guard LedgerDoor.isBeyondUse(error, path) else { throw error }
        reason = error.description
      }
    }
    let damaged = reason.flatMap { _ in LedgerDoor.setAside(path) }
    if let opened { self.ledger = opened } else { self.ledger = try LedgerDoor.openOrMake(path) }
    let isLost = reason != nil || isFresh && Rebuilding.isNeeded(settings.state)
    if isLost { try ledger.beginRebuilding(from: damaged ?? LedgerDoor.newest(in: settings.state)) }
    let place = damaged.map { "旧文件留作 \(VisibleBytes.text(settings.state))/\($0)" }
    self.loss = isLost ? [reason ?? "台账 \(path) 不见了", place].compactMap(\.self).joined(separator: "；") : nil
  }

  /// Moves the ledger and what belongs to it out of the way.
  /// - Returns: the name that it has now; nil when it cannot be moved.
  static func setAside(_ path: FilePath) -> String? {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var stamp = [CChar](repeating: 0, count: 32)
    let count = strftime(&stamp, stamp.count, "%Y%m%dT%H%M%SZ", &parts)
    let name =
      "ledger.sqlite.damaged-" + String(decoding: stamp[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    let target = path.removingLastComponent().appending(name)
    guard rename(path.string, target.string) == 0 else { return nil }
    // SQLite finds these by the name of the ledger.
    for suffix in ["-wal", "-shm"] { _ = rename(path.string + suffix, target.string + suffix) }
    return name
  }

  /// Whether one was set aside within the last minute: if that did not help, the disk is at fault.
  static func wasSetAsideLately(in state: FilePath) -> Bool {
    guard let name = newest(in: state) else { return false }
    // Renaming changes it, writing to what is renamed does not come to that.
    var status = stat()
    guard stat(state.appending(name).string, &status) == 0 else { return false }
    return time(nil) - status.st_ctim.tv_sec < 60
  }

  /// The ledgers that were set aside and are still there, oldest first.
  static func damaged(in state: FilePath) -> [String] {
    ((try? Folder(state).names()) ?? []).map(\.visible).filter {
      $0.hasPrefix("ledger.sqlite.damaged-") && !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm")
    }
  }

  private static func newest(in state: FilePath) -> String? { damaged(in: state).last }

  /// Opened, and read where the daemon reads at its start.
  private static func open(_ path: FilePath) throws(LedgerFailure) -> Ledger {
    let ledger = try openRepairing(path)
    _ = try ledger.totals()
    _ = try ledger.isRebuilding()
    return ledger
  }

  /// Somebody may have taken away our own permission.
  private static func openRepairing(_ path: FilePath) throws(LedgerFailure) -> Ledger {
    do throws(LedgerFailure) {
      return try openOrMake(path)
    } catch {
      guard error.kind == .forbidden || error.kind == .missing, chmod(path.string, 0o600) == 0 else {
        throw error
      }
      return try openOrMake(path)
    }
  }

  /// It tries again by itself what another process keeps it from, and has signals and the watchdog to answer
  /// meanwhile.
  private static func openOrMake(_ path: FilePath) throws(LedgerFailure) -> Ledger {
    try Ledger(path: path.string, patience: 1)
  }

  private static func isBeyondUse(_ failure: LedgerFailure, _ path: FilePath) -> Bool {
    switch failure.kind {
    case .corrupt, .newer: true
    case .forbidden, .missing: cannotBeOpened(path)
    case .older, .passing: false
    }
  }

  private static func cannotBeOpened(_ path: FilePath) -> Bool {
    let descriptor = Glibc.open(path.string, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor < 0 else {
      close(descriptor)
      return false
    }
    return [EACCES, EPERM, EISDIR, ELOOP].contains(errno)
  }

  private static func exists(_ path: FilePath) -> Bool { access(path.string, F_OK) == 0 }

  private static func isEmptyFile(_ path: FilePath) -> Bool {
    (try? NamedFile.status(path)).map { $0.kind == .regular && $0.size == 0 } ?? false
  }
}
