internal import FileAccess

/// Names in the order in which they came, each once.
struct ArrivalQueue {
  private var names: [FileName] = []
  private var first = 0
  private var known: Set<FileName> = []

  /// So many names are remembered; beyond that the folder is looked through instead.
  private static let capacity = 65_536

  var isEmpty: Bool { first == names.count }
  var isFull: Bool { count >= ArrivalQueue.capacity }
  var count: Int { names.count - first }

  func contains(_ name: FileName) -> Bool { known.contains(name) }

  mutating func append(_ name: FileName) {
    if known.insert(name).inserted { names.append(name) }
  }

  mutating func popFirst() -> FileName? {
    guard !isEmpty else { return nil }
    let name = names[first]
    first += 1
    known.remove(name)
    if isEmpty { removeAll() }
    return name
  }

  mutating func removeAll() { self = ArrivalQueue() }
}
