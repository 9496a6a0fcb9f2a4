internal import FileAccess

/// Files that stay in the inbox although their turn came, so that scans go on to the others.
struct SetAside {
  private struct Reason {
    let status: FileStatus
    /// By the monotonic clock.
    let until: Int64
  }

  private var files: [RelativePath: Reason] = [:]

  /// One that cannot be taken is tried again after so many nanoseconds.
  private static let pause = 30 * Moment.second
  private static let capacity = 65_536

  /// Whether no more can be remembered.
  var isFull: Bool { files.count >= SetAside.capacity }

  /// It cannot be taken for now.
  mutating func failed(_ path: RelativePath, _ status: FileStatus, _ moment: Moment) {
    files[path] = Reason(status: status, until: moment.monotonic + SetAside.pause)
  }

  /// A copy of it was inspected.
  mutating func copied(_ path: RelativePath, _ status: FileStatus) {
    files[path] = Reason(status: status, until: .max)
  }

  /// Whether it is still what it was then, and its time has not come again.
  func contains(_ path: RelativePath, _ status: FileStatus, _ moment: Moment) -> Bool {
    guard let reason = files[path] else { return false }
    return reason.status == status && reason.until > moment.monotonic
  }

  mutating func keep(only paths: Set<RelativePath>) { files = files.filter { paths.contains($0.key) } }
}
