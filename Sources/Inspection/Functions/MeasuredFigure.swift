import Figures

/// What a figure counts: 条, 件, 篇 …
struct Measure: Hashable {
  let bytes: [UInt8]

  /// Longer words first: 万元 is not 万.
  static let all: [Measure] = [
    "万余", "万元", "亿元", "人次", "条", "件", "篇", "个", "份", "次", "项", "期", "人", "场", "起", "宗", "部", "家", "元", "种",
    "册", "例", "张",
  ].map { Measure(bytes: Array($0.utf8)) }
}

/// A label, a whole number and its measure word in prose: `会议信息30条`.
struct MeasuredFigure {
  let figure: Figure
  let measure: Measure
  /// 余 or 多 stands between, or it is counted in 万: not the exact number.
  let isApproximate: Bool
  /// Of its first digit.
  let figureStart: Int
  /// From the first byte of the label to the end of the measure word.
  let range: Range<Int>

  /// All figures of a sentence, each with the words before it since the last mark.
  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [MeasuredFigure] {
    var found: [MeasuredFigure] = []
    var labelStart = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index].isDigit {
        let (item, next) = read(bytes, at: index, until: range.upperBound, label: labelStart)
        index = next
        if let item {
          found.append(item)
          labelStart = next
        }
      } else if let length = ProseScanner.separatorLength(bytes, at: index) {
        index += length
        labelStart = index
      } else {
        index += 1
      }
    }
    return found
  }

  /// What the figure that ends at an offset counts; nil when none ends there.
  static func measure(endingAt end: Int, in bytes: [UInt8]) -> Measure? {
    Measure.all.first { measure in
      let start = end - measure.bytes.count
      return start > 0 && bytes[start - 1].isDigit && bytes[start..<end].elementsEqual(measure.bytes)
    }
  }

  /// Whether its label begins as that of the last of all parts, which leaves nothing over.
  func isRemainder(in bytes: [UInt8]) -> Bool { Remainder.begins(bytes[range]) }

  /// The words before the figure.
  func label(in bytes: [UInt8]) -> ArraySlice<UInt8> { bytes[range.lowerBound..<figureStart] }

  private static func read(
    _ bytes: [UInt8], at start: Int, until end: Int, label: Int
  ) -> (MeasuredFigure?, next: Int) {
    let digits = bytes[start..<end].prefix { $0.isDigit }
    var next = start + digits.count
    // A decimal (98.5) or a long run of digits counts nothing.
    guard digits.count <= 12, next == end || bytes[next] != UInt8(ascii: ".") else { return (nil, next + 1) }
    let approximations = ["余", "多", "万余", "万多", "万"].map { Array($0.utf8) }
    let vague = approximations.filter { bytes[next..<end].starts(with: $0) }.max { $0.count < $1.count }
    next += vague?.count ?? 0
    guard let measure = Measure.all.first(where: { bytes[next..<end].starts(with: $0.bytes) }),
      let figure = Figure(digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) })
    else { return (nil, next) }
    next += measure.bytes.count
    let item = MeasuredFigure(
      figure: figure, measure: measure, isApproximate: vague != nil, figureStart: start,
      range: min(label, start)..<next)
    return (item, next)
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
