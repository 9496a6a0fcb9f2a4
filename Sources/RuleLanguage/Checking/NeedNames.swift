/// The names that a rule gives to other reports, and which of them it makes use of.
final class NeedNames {
  let all: [NameTree]
  private var used: Set<Int> = []

  init(_ all: [NameTree]) { self.all = all }

  func index(_ name: String) -> Int? { all.firstIndex { $0.text == name } }

  func use(_ index: Int) { used.insert(index) }

  var unused: [NameTree] { all.indices.filter { !used.contains($0) }.map { all[$0] } }
}
