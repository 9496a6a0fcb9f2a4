/// Whether a text has all that a Word file says, as far as that can be told without reading the file: its
/// text is UTF-16, in stretches. Only ideographs that the text has are looked for, since pictures and tables
/// of numbers look like any others.
struct DOCText {
  private var counts: [UInt16: Int] = [:]

  /// Shorter ones may be chance.
  private static let shortestStretch = 4
  /// Names of styles and properties are no text.
  private static let leastLost = 120

  init(_ text: [UInt8]) {
    for unit in String(decoding: text, as: UTF8.self).utf16 where (0x4E00...0x9FFF).contains(unit) {
      counts[unit, default: 0] += 1
    }
  }

  /// Whether a tenth of what the file has is not in the text: table 3 is a seventh of a short report.
  func misses(_ bytes: [UInt8]) -> Bool {
    var left = counts
    var total = 0
    var stretch: [UInt16] = []
    for offset in stride(from: 0, to: bytes.count - 1, by: 2) {
      let unit = UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8
      if left[unit] != nil {
        stretch.append(unit)
        continue
      }
      if stretch.count >= Self.shortestStretch {
        for unit in stretch { left[unit, default: 0] -= 1 }
        total += stretch.count
      }
      stretch.removeAll(keepingCapacity: true)
    }
    let missed = left.values.reduce(0) { $0 + max(0, -$1) }
    return missed > Self.leastLost && missed * 10 > total
  }
}
