import Figures

/// Parts of a year that figures are told of: `上半年`, `二季度`, `1至3月`, `12月份`.
enum Periods {
  /// A bit for each month.
  private typealias Months = UInt16

  private static let year: Months = 0xFFF
  private static let named: [(word: String, months: Months)] = [
    ("上半年", 0x03F), ("下半年", 0xFC0), ("前三季度", 0x1FF), ("一季度", 0x007), ("二季度", 0x038), ("三季度", 0x1C0),
    ("四季度", 0xE00), ("1季度", 0x007), ("2季度", 0x038), ("3季度", 0x1C0), ("4季度", 0xE00),
  ]
  private static let hyphens = ["月至", "月到", "至", "到", "—", "-", "－", "–", "~", "～"].map { Array($0.utf8) }
  /// What is told up to a day has the periods before in it; and another year has other periods.
  private static let others = ["截至", "截止", "累计", "底", "末", "上年", "去年", "同比", "较", "比", "同期"]

  /// Whether the parts are the periods of one whole year, none left out and none twice.
  static func areWholeYear(_ parts: [MeasuredFigure], in bytes: [UInt8]) -> Bool {
    union(parts, in: bytes) == year
  }

  /// Whether no month is in two of the parts.
  static func areExclusive(_ parts: [MeasuredFigure], in bytes: [UInt8]) -> Bool {
    union(parts, in: bytes) != nil
  }

  /// All their months; nil when a part is of no period, or two have a month in common.
  private static func union(_ parts: [MeasuredFigure], in bytes: [UInt8]) -> Months? {
    var all: Months = 0
    for part in parts {
      guard let months = months(part.label(in: bytes)), all & months == 0 else { return nil }
      all |= months
    }
    return parts.count > 1 ? all : nil
  }

  /// The one month that a label names: 12 of `12月份发布信息`.
  static func month(_ label: ArraySlice<UInt8>) -> Int? {
    guard let months = numbered(label), months.nonzeroBitCount == 1 else { return nil }
    return months.trailingZeroBitCount + 1
  }

  private static func months(_ label: ArraySlice<UInt8>) -> Months? {
    guard label.count <= 60, !label.holdsAny(others) else { return nil }
    return named.first { label.holdsAny([$0.word]) }?.months ?? numbered(label)
  }

  /// `1至3月`, `12月份`
  private static func numbered(_ label: ArraySlice<UInt8>) -> Months? {
    let month = Array("月".utf8)
    guard let mark = label.indices.last(where: { label[$0...].starts(with: month) }),
      let last = number(label[..<mark])
    else { return nil }
    let before = label[..<last.start]
    let hyphen = hyphens.first { before.suffix($0.count).elementsEqual($0) }
    let first = hyphen.flatMap { number(before.dropLast($0.count)) } ?? last
    guard first.value >= 1, first.value <= last.value, last.value <= 12 else { return nil }
    return (first.value...last.value).reduce(0) { $0 | 1 << ($1 - 1) }
  }

  /// The number at the end of a text, and where it begins.
  private static func number(_ text: ArraySlice<UInt8>) -> (value: Months, start: Int)? {
    let digits = text.reversed().prefix { $0.isDigit }.count
    guard (1...2).contains(digits) else { return nil }
    let value = text.suffix(digits).reduce(Months(0)) { $0 * 10 + Months($1 - UInt8(ascii: "0")) }
    return (value, text.endIndex - digits)
  }
}
