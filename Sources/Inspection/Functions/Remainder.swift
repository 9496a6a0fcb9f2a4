/// Words that begin the last of all parts: what they name leaves nothing over.
enum Remainder {
  private static let words = ["其他", "其它", "其余", "剩余"].map { Array($0.utf8) }
  /// What may stand before them: `和其他信息50条`, `通过其他渠道公开50条`.
  private static let openers = ["以及", "通过", "利用", "属于", "和", "及", "与", "另", "有", "以", "在", "属"].map {
    Array($0.utf8)
  }

  /// 其他结果, 其他处理 and 其他法律行政法规禁止公开 are kinds of their own in tables 3 and 4: others stand beside them.
  private static let kinds = ["结果", "处理", "法律", "行政法规"].map { Array($0.utf8) }

  /// `抖音及其他460条`: the last part and what is left, in one.
  private static let joined = ["及其他", "和其他", "与其他", "及其它", "和其它"].map { Array($0.utf8) }

  static func begins(_ label: ArraySlice<UInt8>) -> Bool { leads(label) || isJoined(label) }

  private static func isJoined(_ label: ArraySlice<UInt8>) -> Bool {
    joined.contains { words in
      guard let start = label.indices.first(where: { label[$0...].starts(with: words) }) else { return false }
      let named = label[(start + words.count)...]
      return !kinds.contains { named.starts(with: $0) }
    }
  }

  private static func leads(_ label: ArraySlice<UInt8>) -> Bool {
    var rest = label
    while let opener = openers.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(opener.count) }
    guard let word = words.first(where: { rest.starts(with: $0) }) else { return false }
    let named = rest.dropFirst(word.count)
    return !kinds.contains { named.starts(with: $0) }
  }
}
