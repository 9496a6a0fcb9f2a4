import Figures
import RuleInterpreter

/// Shares and rates of growth in words: 七成, 三分之二, 一半; 增长一倍, 翻两番.
///
/// They are rounded: how far they may be off comes with them, in percent. With 多, 近 or 以上 they are only bounds and
/// mean nothing here.
enum WrittenShare {
  /// The share that a text begins with: its percentage, how far it may be off, its end.
  static func share(_ text: ArraySlice<UInt8>) -> (Figure, Figure, Int)? {
    if text.starts(with: "一半".utf8) { return reading(50, 5, text.dropFirst(6)) }
    guard MeasuredFigure.numerals.first(of: text) != nil else { return nil }
    let numeral = Numeral.charactersLength(text)
    guard numeral > 0, let first = Numeral.figure(text.prefix(numeral)) else { return nil }
    let rest = text.dropFirst(numeral)
    if rest.starts(with: "成".utf8), let percent = whole(first), percent < 10 {
      return tenths(percent, rest.dropFirst(3))
    }
    let of = "分之".utf8
    guard rest.starts(with: of), first > .zero else { return nil }
    let part = rest.dropFirst(of.count)
    let length = Numeral.charactersLength(part)
    guard length > 0, let second = Numeral.figure(part.prefix(length)), second <= first,
      let percent = ShareFinder.percent(second, of: first), isEnd(part.dropFirst(length)),
      let margin = Figure(3)
    else { return nil }
    return (percent, margin, part.startIndex + length)
  }

  /// `增长一倍`, `增长1.5倍`
  static func times(_ text: ArraySlice<UInt8>) -> (Figure, Figure, Int)? {
    guard let (number, rest) = number(text), rest.starts(with: "倍".utf8), isEnd(rest.dropFirst(3)),
      let percent = number.multiplied(by: Figure(millionths: 100 * Figure.scale)),
      let margin = Figure(whole(number) == nil ? 10 : 50)
    else { return nil }
    return (percent, margin, rest.startIndex + 3)
  }

  /// `翻一番`: a hundred percent more; `翻两番`: three hundred.
  static func doublings(_ text: ArraySlice<UInt8>) -> (Figure, Figure, Int)? {
    guard let (number, rest) = number(text), rest.starts(with: "番".utf8), isEnd(rest.dropFirst(3)),
      let count = whole(number), (1...4).contains(count), let percent = Figure(100 * ((1 << count) - 1)),
      let margin = Figure(count == 1 ? 30 : 100)
    else { return nil }
    return (percent, margin, rest.startIndex + 3)
  }

  /// `七成`, `七成五`
  private static func tenths(_ count: Int64, _ rest: ArraySlice<UInt8>) -> (Figure, Figure, Int)? {
    let length = Numeral.charactersLength(rest)
    guard length > 0 else { return reading(count * 10, 5, rest) }
    guard let more = Numeral.figure(rest.prefix(length)).flatMap(whole), more < 10 else { return nil }
    return reading(count * 10 + more, 1, rest.dropFirst(length))
  }

  private static func reading(_ percent: Int64, _ margin: Int64, _ rest: ArraySlice<UInt8>) -> (
    Figure, Figure, Int
  )? {
    guard isEnd(rest), let percent = Figure(percent), let margin = Figure(margin) else { return nil }
    return (percent, margin, rest.startIndex)
  }

  private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
    rest.isEmpty || ["，", "。", "；", "、", "）", "\n"].contains { rest.starts(with: $0.utf8) }
  }

  private static func whole(_ figure: Figure) -> Int64? {
    figure.millionths % Figure.scale == 0 ? figure.millionths / Figure.scale : nil
  }

  private static func number(_ text: ArraySlice<UInt8>) -> (Figure, ArraySlice<UInt8>)? {
    let characters = Numeral.charactersLength(text)
    let length = characters > 0 ? characters : text.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }.count
    guard length > 0, length <= 12, let figure = Numeral.figure(text.prefix(length)) else { return nil }
    return (figure, text.dropFirst(length))
  }
}
