import Figures

/// Percentages that stand in a list of their own.
extension ShareFinder {
  /// `甲占50%、乙占30%、其他占20%`: percentages with no counts, up to an 其他.
  func bareGroup(_ sentence: Range<Int>) -> ShareGroup? {
    var sum = Figure.zero
    var tolerance = Figure.zero
    var first: Int?
    for item in bareShares(sentence) {
      guard let total = sum.adding(item.percent), let error = tolerance.adding(item.tolerance) else {
        return nil
      }
      sum = total
      tolerance = error
      if first != nil, Remainder.begins(bytes[item.range]) {
        return ShareGroup(
          shares: [], candidates: [], sum: sum, tolerance: tolerance, isExhaustive: true,
          range: (first ?? item.range.lowerBound)..<item.range.upperBound)
      }
      first = first ?? item.range.lowerBound
    }
    return nil
  }

  /// `按渠道分，甲占60%，乙占30%，丙占25%`: kinds of one thing are never more than all of it.
  func overfullGroup(_ sentence: Range<Int>) -> ShareGroup? {
    let items = bareShares(sentence)
    guard items.count > (isDividedByWho(items, sentence) || isMoney(items) ? 1 : 2), let first = items.first,
      let last = items.last, areKinds(items, sentence),
      let sum = Figure.sum(items.map(\.percent)), let tolerance = Figure.sum(items.map(\.tolerance)),
      let most = Figure(millionths: 100 * Figure.scale).adding(tolerance), sum > most
    else { return nil }
    return ShareGroup(
      shares: [], candidates: [], sum: sum, tolerance: tolerance, isExhaustive: true,
      range: first.range.lowerBound..<last.range.upperBound)
  }

  /// `构成比例为：甲42%，乙28%，其他30%`, `甲类、乙类、其他类分别占5%、10%、85%`: a list up to an 其他 with no 占 before each.
  func listGroup(_ sentence: Range<Int>) -> ShareGroup? {
    let all = percentages(sentence)
    guard all.count > 2, let first = all.first, let last = all.last,
      let sum = Figure.sum(all.map(\.percent)), let tolerance = Figure.sum(all.map(\.tolerance)),
      isComposition(all, sentence)
    else { return nil }
    return ShareGroup(
      shares: [], candidates: [], sum: sum, tolerance: tolerance, isExhaustive: true,
      range: first.range.lowerBound..<last.range.upperBound)
  }

  private func isComposition(_ items: [Percentage], _ sentence: Range<Int>) -> Bool {
    guard let first = items.first, let last = items.last, !bytes[sentence].holdsAny(["同比", "增长", "下降", "率"])
    else {
      return false
    }
    let lead = bytes[sentence.lowerBound..<first.range.upperBound]
    if lead.holdsAny(["构成", "比例", "占比"]), Remainder.begins(bytes[last.range]) { return true }
    guard let mark = ProseScanner.occurrences(of: Array("分别占".utf8), in: bytes, sentence).first,
      mark >= first.range.lowerBound
    else { return false }
    // As many names as percentages, and the last is what is left.
    let names = bytes[sentence.lowerBound..<mark]
    let commas = ProseScanner.occurrences(of: Array("、".utf8), in: bytes, names.indices)
    guard commas.count == items.count - 1, let comma = commas.last else { return false }
    return Remainder.begins(bytes[(comma + 3)..<mark])
  }

  typealias Percentage = (percent: Figure, tolerance: Figure, range: Range<Int>)

  /// Every percentage of a sentence, with the words before it since the last mark.
  func percentages(_ sentence: Range<Int>) -> [Percentage] { Self.percentages(in: bytes, sentence) }

  static func percentages(in bytes: [UInt8], _ sentence: Range<Int>) -> [Percentage] {
    var found: [Percentage] = []
    var index = sentence.lowerBound
    var label = index
    while index < sentence.upperBound {
      if let length = ProseScanner.separatorLength(bytes, at: index) {
        index += length
        label = index
      } else if let (percent, tolerance, upper) = percent(bytes[index..<sentence.upperBound]) {
        found.append((percent, tolerance, label..<upper))
        index = upper
        label = upper
      } else {
        // The rest of a number is none of its own.
        index += max(
          1, bytes[index..<sentence.upperBound].prefix { $0.isDigit || $0 == UInt8(ascii: ".") }.count)
      }
    }
    return found
  }

  /// `甲占38%、乙占27%，两者合计占65%`: what they are said to come to together.
  func totalGroup(_ sentence: Range<Int>) -> ShareGroup? {
    let items = percentages(sentence)
    let end = items.firstIndex { bytes[$0.range].holdsAny(["合计", "共计", "总计", "之和"]) }
    guard let end else { return nil }
    let all = items[...end]
    guard all.count > 2, let last = all.last,
      all.dropLast().allSatisfy({ !bytes[$0.range].holdsAny(["合计", "增", "降", "减", "率", "其中"]) }),
      let sum = Figure.sum(all.dropLast().map(\.percent)), let tolerance = Figure.sum(all.map(\.tolerance)),
      let difference = sum.subtracting(last.percent)
    else { return nil }
    return remainder(difference, tolerance, all[0].range.lowerBound..<last.range.upperBound)
  }

  /// `非常满意71.5%，满意24.3%，基本满意3.1%，不满意1.1%`: who answers takes one step of the scale.
  func scaleGroup(_ sentence: Range<Int>) -> ShareGroup? {
    let items = percentages(sentence)
    guard items.count > 2, let first = items.first, let last = items.last,
      items.dropFirst().allSatisfy({ isStep($0.range) }), last.range.count > 6,
      bytes[last.range].starts(with: "不".utf8) || bytes[last.range].starts(with: "非常不".utf8),
      let sum = Figure.sum(items.map(\.percent)), let tolerance = Figure.sum(items.map(\.tolerance))
    else { return nil }
    let most = Figure(millionths: 100 * Figure.scale).adding(tolerance) ?? .zero
    // Much more than all comes of steps that hold the ones above them.
    guard sum > most, sum < Figure(millionths: 150 * Figure.scale) else { return nil }
    return ShareGroup(
      shares: [], candidates: [], sum: sum, tolerance: tolerance, isExhaustive: true,
      range: first.range.lowerBound..<last.range.upperBound)
  }

  private func isStep(_ item: Range<Int>) -> Bool {
    let label = bytes[item].prefix { !$0.isDigit }
    return ["非常满意", "很满意", "满意", "比较满意", "较满意", "基本满意", "一般", "不满意", "不太满意", "非常不满意"].contains {
      label.elementsEqual($0.utf8) || label.elementsEqual("\($0)占".utf8)
    }
  }

  /// As if what is missing to the total were missing to a hundred.
  private func remainder(_ difference: Figure, _ tolerance: Figure, _ range: Range<Int>) -> ShareGroup? {
    guard let sum = Figure(millionths: 100 * Figure.scale).adding(difference) else { return nil }
    return ShareGroup(
      shares: [], candidates: [], sum: sum, tolerance: tolerance, isExhaustive: true, range: range)
  }

  /// `从申请人身份看，自然人占80%，法人占25%`: two of a kind of which each thing has one.
  private func isDividedByWho(_ items: [Percentage], _ sentence: Range<Int>) -> Bool {
    guard let first = items.first else { return false }
    let lead = bytes[sentence.lowerBound..<first.range.lowerBound]
    return lead.holdsAny(["身份", "主体", "申请人", "办理结果", "答复结果", "来源中", "只分"])
  }

  /// What was spent on one thing was not spent on another.
  private func isMoney(_ items: [Percentage]) -> Bool {
    ["资金", "经费"].contains { noun in
      items.allSatisfy { bytes[$0.range].prefix { !$0.isDigit }.holdsAny(["\(noun)占"]) }
    }
  }

  private func areKinds(
    _ items: [Percentage], _ sentence: Range<Int>
  ) -> Bool {
    guard !bytes[sentence].holdsAny(["其中", "分别", "同比", "以上"]) else { return false }
    let lead = bytes[sentence.lowerBound..<items[0].range.lowerBound]
    return isMoney(items) || lead.holdsAny(["只分"]) || lead.holdsAny(["按", "从"]) && lead.holdsAny(["分", "看"])
      || lead.holdsAny(["构成", "渠道中", "方式中", "类型中", "来源中"])
      || items.allSatisfy { bytes[$0.range].holdsAny(["满意"]) }
        && items.contains { bytes[$0.range].holdsAny(["不满意"]) }
      || items.allSatisfy { bytes[$0.range].holdsAny(["类占", "类信息占", "渠道占", "方式占", "申请占", "提交占"]) }
  }

  /// Each 占…% with the words before it since the last mark.
  private func bareShares(_ sentence: Range<Int>) -> [Percentage] {
    var found: [Percentage] = []
    var label = sentence.lowerBound
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if let length = ProseScanner.separatorLength(bytes, at: index) {
        index += length
        label = index
      } else if let mark = ["占总量的", "占总数的", "占比为", "占比", "占"].first(where: {
        bytes[index..<sentence.upperBound].starts(with: $0.utf8)
      }),
        let (percent, tolerance, upper) = Self.percent(bytes[(index + mark.utf8.count)..<sentence.upperBound])
      {
        found.append((percent, tolerance, label..<upper))
        index = upper
      } else {
        index += 1
      }
    }
    return found
  }
}
