import Figures
import RuleInterpreter

/// What a figure counts: 条, 件, 篇 …
struct Measure: Hashable {
  let bytes: [UInt8]

  /// 万条: such figures were rounded, and need not add up.
  fileprivate var isRounded: Bool { bytes.starts(with: "万".utf8) && !bytes.elementsEqual("万元".utf8) }

  /// 场次 counts what 场 counts.
  fileprivate var single: Measure {
    let once = Array("次".utf8)
    let isCounted = ["场次", "件次", "条次", "家次"].contains { bytes.elementsEqual($0.utf8) }
    return isCounted ? Measure(bytes: Array(bytes.dropLast(once.count))) : self
  }

  /// Longer words first: 万元 is not 万.
  static let all: [Measure] = [
    "万人次", "万条", "万次", "万件", "万份", "万人", "万户", "万元", "亿元", "人次", "批次", "场次", "家次", "件次", "条次", "条", "件", "篇",
    "个", "份", "次",
    "项", "期", "人", "场", "起", "宗", "部", "家", "元", "种", "册", "例", "张", "户", "名", "幅", "本", "封", "处", "所", "笔",
    "轮", "批", "套", "集", "班", "台", "辆", "票", "块",
  ].map { Measure(bytes: Array($0.utf8)) }
}

/// A label, a whole number and its measure word in prose: `会议信息30条`.
struct MeasuredFigure {
  /// How a sentence writes its numbers.
  enum Script {
    case digits
    /// 三十六项
    case characters
  }

  enum Precision {
    case exact
    /// To the unit of its measure: 万条.
    case rounded
    /// 余 or 多 stands behind it, 约 or 近 before it.
    case vague
  }

  let figure: Figure
  let measure: Measure
  let precision: Precision
  /// Of its first digit.
  let figureStart: Int
  /// From the first byte of the label to the end of the measure word.
  let range: Range<Int>

  /// Not the exact number.
  var isApproximate: Bool { precision != .exact }

  /// All figures of a sentence, each with the words before it since the last mark.
  static func all(
    in bytes: [UInt8], _ range: Range<Int>, _ script: Script = .digits
  ) -> [MeasuredFigure] {
    var found: [MeasuredFigure] = []
    var labelStart = range.lowerBound
    var opened: Int?
    var index = range.lowerBound
    while index < range.upperBound {
      if let length = numeralLength(bytes[index..<range.upperBound], script) {
        let numeral = index..<(index + length)
        let (item, next) = read(bytes, numeral, until: range.upperBound, label: labelStart)
        index = next
        if let item {
          found.append(item)
          labelStart = next
          opened = nil
        }
      } else if let length = ProseScanner.separatorLength(bytes, at: index) {
        // A类（已解决）71件: a remark within a name.
        let mark = bytes[index..<(index + length)]
        let isName = mark.elementsEqual("）".utf8) && opened != nil
        if mark.elementsEqual("（".utf8) {
          opened = index > labelStart ? labelStart : nil
        } else if !mark.elementsEqual("、".utf8) && !isName {
          opened = nil
        }
        index += length
        labelStart = isName ? opened ?? index : index
        if isName { opened = nil }
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

  /// The words before the figure, or those before the bracket that it stands in alone: `较上年（1600条）`.
  func wholeLabel(in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let bracket = Array("（".utf8)
    guard label(in: bytes).isEmpty, figureStart >= 3,
      bytes[(figureStart - 3)..<figureStart].elementsEqual(bracket)
    else { return label(in: bytes) }
    let words = bytes[max(0, figureStart - 33)..<(figureStart - 3)]
    let mark = words.indices.last { ProseScanner.separatorLength(bytes, at: $0) != nil }
    return words[(mark.map { $0 + 3 } ?? words.startIndex)...]
  }

  /// How far it can be off because it was rounded: 0.005 when it is 0.48万条.
  func roundingError(in bytes: [UInt8]) -> Figure {
    guard precision == .rounded else { return .zero }
    let decimals = bytes[figureStart...].drop { $0.isDigit }.dropFirst().prefix { $0.isDigit }
    let isDecimal = bytes[figureStart...].drop { $0.isDigit }.first == UInt8(ascii: ".")
    return Figure(
      millionths: (0..<(isDecimal ? decimals.count : 0)).reduce(Figure.scale / 2) { unit, _ in unit / 10 })
  }

  func replacing(_ figure: Figure) -> MeasuredFigure {
    MeasuredFigure(
      figure: figure, measure: measure, precision: precision, figureStart: figureStart, range: range)
  }

  private static func read(
    _ bytes: [UInt8], _ numeral: Range<Int>, until end: Int, label: Int
  ) -> (MeasuredFigure?, next: Int) {
    let numeral = withDecimals(numeral, in: bytes, until: end)
    var next = numeral.upperBound
    // A decimal (98.5) or a long run of digits counts nothing.
    guard numeral.count <= longest, next == end || bytes[next] != UInt8(ascii: ".") else {
      return (nil, next + 1)
    }
    let vague = approximations.filter { bytes[next..<end].starts(with: $0) }.max { $0.count < $1.count }
    let plain = measure(bytes[next..<end])
    if plain == nil { next += vague?.count ?? 0 }
    guard let measure = plain ?? measure(bytes[next..<end]), let figure = Numeral.figure(bytes[numeral])
    else {
      return (nil, next)
    }
    next += measure.bytes.count
    // 5个工作日内答复11件
    if measure.bytes.elementsEqual("个".utf8),
      durations.contains(where: { bytes[next..<end].starts(with: $0) })
    {
      return (nil, next)
    }
    let label = min(label, numeral.lowerBound)
    let isVague = plain == nil || isHedged(bytes[label..<numeral.upperBound], numeral.count)
    let item = MeasuredFigure(
      figure: figure, measure: measure.single,
      precision: isVague ? .vague : measure.isRounded ? .rounded : .exact,
      figureStart: numeral.lowerBound,
      range: label..<next)
    return (item, next)
  }

  /// 24.3万人: the one kind of decimal that counts something.
  private static func withDecimals(_ numeral: Range<Int>, in bytes: [UInt8], until end: Int) -> Range<Int> {
    guard numeral.upperBound < end, bytes[numeral.upperBound] == UInt8(ascii: ".") else { return numeral }
    let decimals = bytes[(numeral.upperBound + 1)..<end].prefix { $0.isDigit }
    let isCount = !decimals.isEmpty && bytes[decimals.endIndex..<end].starts(with: "万".utf8)
    return isCount ? numeral.lowerBound..<decimals.endIndex : numeral
  }

  private static let measures = WordTable(
    Measure.all.map { (word: String(decoding: $0.bytes, as: UTF8.self), tag: $0) })

  private static func measure(_ text: ArraySlice<UInt8>) -> Measure? {
    measures.first(of: text)
  }

  private static let durations = ["工作日", "月", "小时", "学时", "自然日", "百分点"].map { Array($0.utf8) }
  /// In bytes: no count in such a report is longer.
  private static let longest = 30
  private static let approximations = ["余", "多", "万余", "万多", "万"].map { Array($0.utf8) }

  /// 近百条, 约100条, 几十条
  private static let hedges = ["约", "近", "超过", "逾", "几"].map { Array($0.utf8) }

  private static let rounds = ["数", "上"].map { Array($0.utf8) }

  /// Whether a label and the numeral at its end say no exact number. 网上30条 is one, 上百条 is none.
  private static func isHedged(_ text: ArraySlice<UInt8>, _ numeral: Int) -> Bool {
    let words = text.dropLast(numeral)
    let isRound = !(text.dropFirst(words.count).first?.isDigit ?? true)
    return (isRound ? hedges + rounds : hedges).contains { words.suffix($0.count).elementsEqual($0) }
  }

  static let numerals = WordTable("零〇一二两三四五六七八九十百千".map { (word: String($0), tag: ()) })

  /// The bytes of the numeral that a text begins with; nil when it begins with none.
  private static func numeralLength(_ text: ArraySlice<UInt8>, _ script: Script) -> Int? {
    guard let first = text.first, first.isDigit || script == .characters && first >= 0xE3 else { return nil }
    let length =
      switch script {
      case .digits: text.prefix { $0.isDigit }.count
      // `6百` is one number, if a strange one.
      case .characters:
        first.isDigit || numerals.first(of: text) != nil
          ? Numeral.charactersLength(text, withDigits: true) : 0
      }
    return length > 0 ? length : nil
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
