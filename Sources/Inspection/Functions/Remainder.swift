/// Words that begin the last of all parts: what they name leaves nothing over.
enum Remainder {
  private static let words = ["其他", "其它", "其余"].map { Array($0.utf8) }
  /// What may stand before them: `和其他信息50条`, `通过其他渠道公开50条`.
  private static let openers = ["以及", "通过", "利用", "属于", "和", "及", "与", "另", "有", "以", "在", "属"].map {
    Array($0.utf8)
  }

  /// 其他结果 and 其他处理 are kinds of their own in tables 3 and 4: others stand beside them.
  private static let kinds = ["结果", "处理"].map { Array($0.utf8) }

  static func begins(_ label: ArraySlice<UInt8>) -> Bool {
    var rest = label
    while let opener = openers.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(opener.count) }
    guard let word = words.first(where: { rest.starts(with: $0) }) else { return false }
    let named = rest.dropFirst(word.count)
    return !kinds.contains { named.starts(with: $0) }
  }
}
