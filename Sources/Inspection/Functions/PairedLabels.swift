import Figures

/// Names of parts that leave nothing over for how they are put, whatever they name.
enum PairedLabels {
  private static let negations = ["尚未能", "未能", "尚未", "没有", "未予", "不予", "未", "不", "非"].map { Array($0.utf8) }
  private static let adverbs = ["已经", "已", "能够", "能", "予以", "经", "可", "如期"].map { Array($0.utf8) }
  /// What stands between them: 部分公开, 基本满意, 基本合格, 部分采纳 — and of what came in earlier, more is done than came in.
  private static let graded = ["公开", "满意", "合格", "达标", "采纳", "办", "答复", "审结", "清", "受理", "按"]
    .map { Array($0.utf8) }

  /// `收回962份，未收回38份`: one, and what is not so.
  static func areOpposites(_ parts: [MeasuredFigure], in bytes: [UInt8]) -> Bool {
    guard parts.count == 2 else { return false }
    let labels = parts.map { $0.label(in: bytes) }
    return isOpposite(labels[1], of: labels[0]) || isOpposite(labels[0], of: labels[1])
  }

  private static func isOpposite(_ negative: ArraySlice<UInt8>, of positive: ArraySlice<UInt8>) -> Bool {
    // 有实绩的197家，无实绩的89家
    let lacking = withoutParticle(negative.dropFirst(3)).prefix(12)
    if negative.starts(with: "无".utf8), positive.starts(with: "有".utf8), lacking.count >= 6 {
      return positive.holds(lacking)
    }
    guard let negation = negations.first(where: { negative.starts(with: $0) }) else { return false }
    let stem = withoutParticle(negative.dropFirst(negation.count)).prefix(12)
    var words = positive
    while let adverb = adverbs.first(where: { words.starts(with: $0) }) {
      words = words.dropFirst(adverb.count)
    }
    return stem.count >= 6 && words.starts(with: stem) && !graded.contains { stem.starts(with: $0) }
  }

  private static func withoutParticle(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    words.suffix(3).elementsEqual("的".utf8) ? words.dropLast(3) : words
  }

  /// `省、市、县三级建议提案329件，省级12件，市级148件，县级169件`: the whole is called by its parts, one after the other.
  static func areListed(_ parts: [MeasuredFigure], in whole: ArraySlice<UInt8>, of bytes: [UInt8]) -> Bool {
    let labels = parts.map { $0.label(in: bytes) }
    let shared = sharedEnd(labels)
    return isList(labels, whole) || shared > 0 && isList(labels.map { $0.dropLast(shared) }, whole)
  }

  private static let links = ["以及", "、", "和", "与", "及", "或"].map { Array($0.utf8) }

  private static func isList(_ names: [ArraySlice<UInt8>], _ whole: ArraySlice<UInt8>) -> Bool {
    guard names.count > 1, names.allSatisfy({ $0.count >= 3 }) else { return false }
    return whole.indices.contains { start in
      var rest = whole[start...]
      for (index, name) in names.enumerated() {
        if index > 0 {
          guard let link = links.first(where: { rest.starts(with: $0) }) else { return false }
          rest = rest.dropFirst(link.count)
        }
        guard rest.starts(with: name) else { return false }
        rest = rest.dropFirst(name.count)
      }
      // Neither more of them before nor behind.
      return !links.contains { whole[..<start].suffix($0.count).elementsEqual($0) || rest.starts(with: $0) }
        && !rest.starts(with: "等".utf8)
    }
  }

  /// The bytes of the characters that all labels end with, no label being nothing else.
  private static func sharedEnd(_ labels: [ArraySlice<UInt8>]) -> Int {
    guard let first = labels.first, let shortest = labels.map(\.count).min() else { return 0 }
    var shared = 0
    while shared + 3 < shortest,
      labels.allSatisfy({ $0.suffix(shared + 3).elementsEqual(first.suffix(shared + 3)) })
    {
      shared += 3
    }
    return shared
  }
}
