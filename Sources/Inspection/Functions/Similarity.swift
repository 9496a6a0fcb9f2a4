import Figures

/// How much two texts have in common, by runs of five characters.
///
/// Five, because that is longer than the set phrases that every report is made of (政府信息公开 apart), and
/// shorter than a sentence with one word changed.
enum Similarity {
  private static let length = 5

  /// From 0 to 100: twice the runs in common over the runs of both, each as often as it occurs. Nil when a
  /// text has no characters to compare. Takes time in proportion to the texts.
  static func percentage(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Figure? {
    let (left, right) = (runs(left), runs(right))
    guard !left.isEmpty, !right.isEmpty else { return nil }
    var open: [UInt64: Int] = [:]
    open.reserveCapacity(left.count)
    for run in left { open[run, default: 0] += 1 }
    var common = 0
    for run in right {
      guard let count = open[run], count > 0 else { continue }
      open[run] = count - 1
      common += 1
    }
    return Figure(Int64(200 * common))?.divided(
      by: Figure(millionths: Int64(left.count + right.count) * Figure.scale))
  }

  /// A number for each run; a text that is shorter than a run is one.
  private static func runs(_ text: ArraySlice<UInt8>) -> [UInt64] {
    let characters = String(decoding: text, as: UTF8.self).unicodeScalars.filter { $0 != "\n" }.map(\.value)
    guard characters.count > length else { return characters.isEmpty ? [] : [number(characters[...])] }
    return (0...(characters.count - length)).map { number(characters[$0..<($0 + length)]) }
  }

  /// FNV-1a over the characters: runs that differ have, as good as always, different numbers.
  private static func number(_ run: ArraySlice<UInt32>) -> UInt64 {
    run.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
