/// A name as it is shortened in speech: 人力资源和社会保障局 is 人社局. What is left is in order, and begins as the name
/// does.
public struct ShortenedName: Sendable {
  /// What may stand before it; the longest first.
  private let prefixes: [[UInt8]]
  /// The characters of which some may be left out, but not the first.
  private let stem: [[UInt8]]
  private let ending: [UInt8]

  /// No single character stands for a whole name.
  private static let fewest = 2

  /// Nil for a stem that is too short to be shortened.
  public init?(prefixes: [String], stem: String, ending: String) {
    guard stem.count > Self.fewest, !ending.isEmpty else { return nil }
    self.prefixes = ([""] + prefixes).sorted { $0.utf8.count > $1.utf8.count }.map { Array($0.utf8) }
    self.stem = stem.map { Array(String($0).utf8) }
    self.ending = Array(ending.utf8)
  }

  /// Behind the name that a text begins with; nil when it begins with none.
  public func end(in text: ArraySlice<UInt8>) -> Int? {
    for prefix in prefixes where text.starts(with: prefix) {
      if let end = endOfStem(text.dropFirst(prefix.count)) { return end }
    }
    return nil
  }

  private func endOfStem(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = stem.first, text.starts(with: first) else { return nil }
    var rest = text.dropFirst(first.count)
    var left = stem.dropFirst()
    var count = 1
    while !rest.starts(with: ending) {
      guard let next = left.firstIndex(where: { rest.starts(with: $0) }) else { return nil }
      rest = rest.dropFirst(left[next].count)
      left = left[(next + 1)...]
      count += 1
    }
    return count >= Self.fewest ? rest.startIndex + ending.count : nil
  }
}
