import Figures
import RuleInterpreter

/// Differences of two percentages that stand in the sentence: `由92.4%提高至95.6%，提升3.2个百分点`.
extension GrowthFinder {
  func points() -> [ShareGroup] {
    ProseScanner.occurrences(of: Array("个百分点".utf8), in: bytes, range).compactMap(points)
  }

  private func points(_ mark: Int) -> ShareGroup? {
    let start = ProseScanner.sentenceStart(bytes, before: mark, from: range.lowerBound)
    let number = bytes[start..<mark].suffix(
      bytes[start..<mark].reversed().prefix { $0.isDigit || $0 == UInt8(ascii: ".") }.count)
    guard let points = Numeral.figure(number), isDifference(bytes[start..<number.startIndex]) else {
      return nil
    }
    let rates = ShareFinder.percentages(in: bytes, start..<number.startIndex)
    guard rates.count == 2, !bytes[rates[1].range.upperBound..<number.startIndex].holdsAny(Self.others),
      ["由", "从"].contains(where: { label(rates[0]).holds($0.utf8) }), isReached(label(rates[1])),
      let rise = rates[1].percent.subtracting(rates[0].percent),
      let difference = rise < .zero ? Figure.zero.subtracting(rise) : rise,
      let tolerance = rates[0].tolerance.adding(rates[1].tolerance)
    else { return nil }
    let place = rates[0].range.lowerBound..<(mark + "个百分点".utf8.count)
    let count = MeasuredFigure(
      figure: points, measure: Measure(bytes: Array("个百分点".utf8)), precision: .exact,
      figureStart: number.startIndex,
      range: number.startIndex..<place.upperBound)
    let share = Share(count: count, percent: points, tolerance: tolerance, range: place)
    return ShareGroup(
      shares: [share], candidates: [[difference]], sum: points, tolerance: tolerance, isExhaustive: false,
      range: place)
  }

  /// The words before a percentage, since the last mark.
  private func label(_ rate: ShareFinder.Percentage) -> ArraySlice<UInt8> {
    let text = bytes[rate.range].dropLast()
    return text.dropLast(text.reversed().prefix { $0.isDigit || $0 == UInt8(ascii: ".") }.count)
  }

  /// `提升了`
  private func isDifference(_ words: ArraySlice<UInt8>) -> Bool {
    let verb = words.suffix(3).elementsEqual("了".utf8) ? words.dropLast(3) : words
    return ["提高", "提升", "上升", "增加", "增长", "下降", "降低", "减少", "回落"].contains {
      verb.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// `提高至`, `上升到2023年的`
  private func isReached(_ words: ArraySlice<UInt8>) -> Bool {
    words.count <= 60 && words.holdsAny(Self.reaching)
      && ["到", "至", "为", "的"].contains { words.suffix(3).elementsEqual($0.utf8) }
  }

  private static let reaching = ["提高", "提升", "上升", "增加", "增长", "升", "增", "下降", "降低", "减少", "回落", "降"].flatMap
  { verb in
    ["到", "至", "为"].map { verb + $0 }
  }

  /// What others have reached is not what was reached before.
  private static let others = ["平均", "全市", "全省", "全国", "全县", "全区", "高于", "低于"]
}
