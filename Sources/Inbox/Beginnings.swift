internal import FileAccess

/// Files that are known to be in the writing: they are taken when they are closed, or when a scan finds
/// that nobody has touched them for long.
struct Beginnings {
  private var paths: Set<RelativePath> = []

  private static let capacity = 65_536

  func contains(_ path: RelativePath) -> Bool { paths.contains(path) }

  mutating func insert(_ path: RelativePath) {
    if paths.count < Beginnings.capacity { paths.insert(path) }
  }

  mutating func remove(_ path: RelativePath) { paths.remove(path) }
  mutating func keep(only present: Set<RelativePath>) { paths.formIntersection(present) }
  mutating func removeAll() { paths = [] }
}
