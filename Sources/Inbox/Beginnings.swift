internal import FileAccess

/// Files that are known to be in the writing. A hint: a scan gives them more time.
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
