import Figures

/// A unit written behind a figure.
enum NumeralUnit: Sendable, Hashable {
  /// 件, 个, 项 …
  case count
  case yuan
  case tenThousandYuan
  case hundredMillionYuan
}

/// A cell's text read as a figure.
struct Numeral {
  let figure: Figure
  let unit: NumeralUnit?
  let manner: CellReading.Manner

  /// Reads folded bytes such as `14`, `减232`, `1.8亿元`, `22（其中修订16件）`, `/`. Nil for anything else.
  init?(_ text: ArraySlice<UInt8>) {
    if text.first?.isASCIIDigit != true, Self.customaryZeros.contains(where: { $0.bytes.elementsEqual(text) })
    {
      self.init(figure: .zero, unit: nil, manner: .customaryZero)
      return
    }
    let (isNegative, unsigned) = Self.sign(text)
    guard let (digits, rest) = Self.decimal(unsigned) else { return nil }
    let (unit, remainder) = Self.unit(rest)
    guard remainder.isEmpty || Self.isNote(remainder) else { return nil }
    let figure = isNegative ? Figure(millionths: -digits.millionths) : digits
    self.init(figure: figure, unit: unit, manner: remainder.isEmpty ? .plain : .annotated)
  }

  private init(figure: Figure, unit: NumeralUnit?, manner: CellReading.Manner) {
    self.figure = figure
    self.unit = unit
    self.manner = manner
  }

  private static let customaryZeros: [Needle] = ["/", "—", "——", "－", "-", "--", "–", "无", "\\", "∕"]
  private static let negative: [Needle] = ["减少", "减", "-", "－", "−", "–"]
  private static let positive: [Needle] = ["增加", "增", "+"]
  private static let units: [(Needle, NumeralUnit)] = [
    ("亿元", .hundredMillionYuan), ("万元", .tenThousandYuan), ("元", .yuan), ("件", .count), ("个", .count),
    ("项", .count), ("条", .count), ("份", .count), ("宗", .count), ("起", .count), ("部", .count),
  ]

  private static func sign(_ text: ArraySlice<UInt8>) -> (isNegative: Bool, rest: ArraySlice<UInt8>) {
    if text.first?.isASCIIDigit == true { return (false, text) }
    if let mark = negative.first(where: { text.begins($0) }) { return (true, text.dropping(mark)) }
    if let mark = positive.first(where: { text.begins($0) }) { return (false, text.dropping(mark)) }
    return (false, text)
  }

  /// Digits with at most one point, and what follows them. Nil when there is no digit, when it holds
  /// more decimals than a figure does, or when it is too large for one.
  private static func decimal(_ text: ArraySlice<UInt8>) -> (Figure, ArraySlice<UInt8>)? {
    let whole = text.prefix { $0.isASCIIDigit }
    guard !whole.isEmpty, whole.count <= 15 else { return nil }
    var rest = text.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix { $0.isASCIIDigit }
      guard !fraction.isEmpty else { return nil }
      rest = rest.dropFirst(fraction.count + 1)
    }
    while fraction.count > Figure.places, fraction.last == UInt8(ascii: "0") {
      fraction = fraction.dropLast()
    }
    guard fraction.count <= Figure.places, let figure = Figure(whole: whole, fraction: fraction) else {
      return nil
    }
    return (figure, rest)
  }

  private static func unit(_ text: ArraySlice<UInt8>) -> (NumeralUnit?, ArraySlice<UInt8>) {
    if text.isEmpty { return (nil, text) }
    guard let (word, unit) = units.first(where: { text.begins($0.0) }) else { return (nil, text) }
    return (unit, text.dropping(word))
  }

  private static func isNote(_ text: ArraySlice<UInt8>) -> Bool { text.begins("（") && text.ends("）") }
}

extension Figure {
  /// From decimal digits; at most six in the fraction. Nil on overflow.
  init?(whole: ArraySlice<UInt8>, fraction: ArraySlice<UInt8>) {
    guard let whole = Self.value(0, whole), let millionths = Self.value(whole, fraction) else { return nil }
    var value = millionths
    for _ in fraction.count..<Figure.places {
      let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = scaled
    }
    self.init(millionths: value)
  }

  /// The number that digits behind those of another make. Nil on overflow.
  private static func value(_ start: Int64, _ digits: ArraySlice<UInt8>) -> Int64? {
    var value = start
    for digit in digits {
      let (scaled, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = scaled.addingReportingOverflow(Int64(digit - UInt8(ascii: "0")))
      if tooLarge || overflow { return nil }
      value = sum
    }
    return value
  }

  /// This figure in 万元.
  func inTenThousandYuan(from unit: NumeralUnit) -> Figure? {
    switch unit {
    case .yuan: divided(by: Figure(millionths: 10_000 * Figure.scale))
    case .hundredMillionYuan: multiplied(by: Figure(millionths: 10_000 * Figure.scale))
    case .tenThousandYuan: self
    case .count: nil
    }
  }
}
