public import Figures
import RuleLanguage

/// Reads a figure from prose: `14`, `1.8`, `三十二`, `一百零五`.
public enum Numeral {
  public static func figure(_ bytes: ArraySlice<UInt8>) -> Figure? {
    if let figure = Literal.figure(bytes) { return figure }
    return chinese(String(decoding: bytes, as: UTF8.self).unicodeScalars).flatMap { Figure($0) }
  }

  /// How many bytes at the start of a text are characters of a number: 三十六 of 三十六项.
  public static func charactersLength(_ text: ArraySlice<UInt8>, withDigits: Bool = false) -> Int {
    var rest = text
    while let first = rest.first {
      if withDigits, first &- UInt8(ascii: "0") < 10 {
        rest = rest.dropFirst()
      } else if rest.count >= 3, characters.contains(Array(rest.prefix(3))) {
        rest = rest.dropFirst(3)
      } else {
        break
      }
    }
    return rest.startIndex - text.startIndex
  }

  private static let characters = Set(
    digits.keys.map { Array(String($0).utf8) } + units.keys.map { Array(String($0).utf8) })

  private static func chinese(_ scalars: String.UnicodeScalarView) -> Int64? {
    var total: Int64 = 0
    var section: Int64 = 0
    var digit: Int64?
    guard !scalars.isEmpty, scalars.count < 20 else { return nil }
    for scalar in scalars {
      if let value = digits[scalar] {
        if digit ?? 0 != 0 { return nil }
        digit = value
      } else if let unit = units[scalar] {
        section += (digit ?? 1) * unit
        digit = nil
      } else if scalar == "万" {
        total += (section + (digit ?? 0)) * 10_000
        section = 0
        digit = nil
      } else {
        return nil
      }
    }
    return total + section + (digit ?? 0)
  }

  private static let digits: [Unicode.Scalar: Int64] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static let units: [Unicode.Scalar: Int64] = ["十": 10, "百": 100, "千": 1000]
}
