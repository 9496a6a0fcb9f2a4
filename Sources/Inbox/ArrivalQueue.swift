internal import FileAccess

/// Files in the order in which they came, each once.
struct ArrivalQueue {
  private var paths: [RelativePath] = []
  private var first = 0
  private var known: Set<RelativePath> = []

  /// So many are remembered; beyond that the inbox is looked through instead.
  private static let capacity = 65_536

  var isEmpty: Bool { first == paths.count }
  var isFull: Bool { count >= ArrivalQueue.capacity }
  var count: Int { paths.count - first }

  func contains(_ path: RelativePath) -> Bool { known.contains(path) }

  mutating func append(_ path: RelativePath) {
    if known.insert(path).inserted { paths.append(path) }
  }

  mutating func popFirst() -> RelativePath? {
    guard !isEmpty else { return nil }
    let path = paths[first]
    first += 1
    known.remove(path)
    if isEmpty { removeAll() }
    return path
  }

  mutating func removeAll() { self = ArrivalQueue() }
}
