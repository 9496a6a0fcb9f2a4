import Figures

/// The cells of one report that were read in several ways: between which figures each lies, and which figures
/// some of them can have together.
struct OpenCells {
  struct Place: Hashable {
    let table: Int
    let offset: Int
  }

  struct Range {
    let lower: Figure
    let upper: Figure
  }

  private struct Member {
    let ambiguity: Int
    let position: Int
    let range: Range
  }

  private let ambiguities: [Ambiguity]
  private var members: [Place: Member] = [:]

  init(_ ambiguities: [Ambiguity]) {
    self.ambiguities = ambiguities
    for (index, ambiguity) in ambiguities.enumerated() {
      for (position, cell) in ambiguity.cells.enumerated() {
        let figures = ambiguity.ways.compactMap { position < $0.count ? $0[position] : nil }
        guard figures.count == ambiguity.ways.count, let lower = figures.min(), let upper = figures.max()
        else { continue }
        members[Place(table: ambiguity.table, offset: cell)] = Member(
          ambiguity: index, position: position, range: Range(lower: lower, upper: upper))
      }
    }
  }

  var isEmpty: Bool { members.isEmpty }

  func range(_ place: Place) -> Range? { members[place]?.range }

  /// What some cells can be, ambiguity by ambiguity: figures that go together, each way once.
  func ways(of places: Set<Place>) -> [[[Place: Figure]]] {
    let groups = Dictionary(grouping: places.filter { members[$0] != nil }) { members[$0]?.ambiguity ?? 0 }
    return groups.sorted { $0.key < $1.key }.map { index, places in
      let ways = ambiguities[index].ways.map { way in
        Dictionary(uniqueKeysWithValues: places.map { ($0, way[members[$0]?.position ?? 0]) })
      }
      return Array(Set(ways))
    }
  }
}
