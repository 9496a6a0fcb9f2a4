/// Finds what an unknown name was meant to be.
enum Suggestion {
  /// `did you mean 新收?`, or nil when nothing is near.
  static func help(_ name: String, among candidates: some Sequence<String>) -> String? {
    nearest(name, among: candidates).map { "did you mean \($0)?" }
  }

  /// The nearest candidate, unless it would take changing more than about a third of the characters.
  static func nearest(_ name: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(name.unicodeScalars.prefix(longest))
    var best: (name: String, distance: Int)?
    for candidate in candidates where candidate != name {
      let target = Array(candidate.unicodeScalars.prefix(longest))
      let allowed = allowance(typed, target)
      guard allowed > 0, abs(typed.count - target.count) <= allowed else { continue }
      let distance = distance(typed, target)
      if distance <= allowed, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  private static let longest = 64

  /// Two Chinese characters carry as much as five letters: one of two may differ when one is shared.
  private static func allowance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    let length = max(left.count, right.count)
    guard !Set(left).isDisjoint(with: right) else { return 0 }
    let isChinese = right.contains { $0.value >= 0x80 }
    return isChinese ? max(1, length / 2) : max(1, length / 3)
  }

  /// Levenshtein's, with the swap of two neighbours as one change.
  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1..<(left.count + 1) {
      var line = [row]
      for column in 1..<(right.count + 1) {
        let change = left[row - 1] == right[column - 1] ? 0 : 1
        var least = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + change)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          least = min(least, beforeLast[column - 2] + 1)
        }
        line.append(least)
      }
      beforeLast = last
      last = line
    }
    return last[right.count]
  }
}
