internal import FileAccess

/// Tells by looking again and again whether a file that was found, not announced, is still being
/// written. Nobody can know for certain; a file at rest for a while is taken.
struct Sightings {
  private struct Sighting {
    let size: Int64
    let modified: Int64
    let inode: UInt64
    /// By the monotonic clock.
    let since: Int64
  }

  private var files: [RelativePath: Sighting] = [:]

  /// - Parameter rest: how long the file must have been left alone, in nanoseconds.
  mutating func isAtRest(_ path: RelativePath, _ status: FileStatus, at moment: Moment, rest: Int64) -> Bool {
    // A stamp from the future says nothing: the clock was set back.
    if (rest...).contains(moment.wall - status.modified) { return true }
    if let seen = files[path], isUnchanged(seen, status) { return moment.monotonic - seen.since >= rest }
    files[path] = Sighting(
      size: status.size, modified: status.modified, inode: status.inode, since: moment.monotonic)
    return false
  }

  /// Forgets what is no longer there.
  mutating func keep(only paths: Set<RelativePath>) { files = files.filter { paths.contains($0.key) } }

  private func isUnchanged(_ seen: Sighting, _ status: FileStatus) -> Bool {
    seen.size == status.size && seen.modified == status.modified && seen.inode == status.inode
  }
}
