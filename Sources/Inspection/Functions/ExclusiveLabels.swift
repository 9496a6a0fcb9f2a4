/// Names of parts of which none has anything in common with another: what they add up to is not more than
/// their whole.
enum ExclusiveLabels {
  /// Names that leave nothing over when all of them stand.
  private static let complete = [["一季度", "二季度", "三季度", "四季度"], ["上半年", "下半年"]]
  private static let exclusive =
    complete + [
      ["建议", "提案"], ["线上", "线下"], ["乡镇", "县直", "县级"], ["街道", "区直"], ["维持", "纠正", "未审结"], ["自然人", "法人"],
    ]

  static func areComplete(_ parts: [MeasuredFigure], in bytes: [UInt8]) -> Bool {
    complete.contains { $0.count == parts.count && areNamed(parts, $0, in: bytes) }
  }

  static func areExclusive(_ parts: [MeasuredFigure], in bytes: [UInt8]) -> Bool {
    exclusive.contains { areNamed(parts, $0, in: bytes) }
  }

  /// Whether each part is named by another of these words.
  private static func areNamed(_ parts: [MeasuredFigure], _ words: [String], in bytes: [UInt8]) -> Bool {
    let names = parts.map { part in words.filter { part.label(in: bytes).holdsAny([$0]) } }
    return names.allSatisfy { $0.count == 1 } && Set(names.joined()).count == parts.count
  }
}
