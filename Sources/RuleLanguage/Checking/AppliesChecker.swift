import Diagnostics

/// Checks of which reports a rule speaks.
struct AppliesChecker {
  private let schema: Schema
  private let reporter: Reporter

  init(_ schema: Schema, _ reporter: Reporter) {
    self.schema = schema
    self.reporter = reporter
  }

  func check(_ tree: RuleTree) -> Applicability {
    checkEditions(tree.editions)
    var applicability = Applicability()
    applicability.editions = tree.editions.isEmpty ? nil : tree.editions.map(\.text)
    applicability.years = tree.years.compactMap(years)
    if !tree.agencies.isEmpty { applicability.agencies = agencies(tree.agencies) }
    if applicability.years.count == tree.years.count { checkYears(applicability, tree) }
    return applicability
  }

  private func checkEditions(_ editions: [NameTree]) {
    let known = schema.editions
    for edition in editions where !known.contains(edition.text) {
      reporter.error(
        .unknownWord, "没有 \(edition.text) 版", at: edition.span, help: "可用：" + known.joined(separator: "、"))
    }
  }

  // MARK: Years

  private func years(_ tree: YearTree) -> Applicability.Years? {
    let years = tree.years.compactMap(year)
    guard years.count == tree.years.count else { return nil }
    return Applicability.Years(comparison: tree.comparison, years: years)
  }

  private func year(_ name: NameTree) -> Int? {
    if let year = Int(name.text), (1000...9999).contains(year) { return year }
    reporter.error(.badDate, "“\(name.text)”不是年份", at: name.span, help: "写四位数，如 2022")
    return nil
  }

  /// `year >= 2025` and `year <= 2020`: whatever is checked, nothing ever is.
  private func checkYears(_ applicability: Applicability, _ tree: RuleTree) {
    guard let last = tree.years.last, !(1000...9999).contains(where: applicability.holds) else { return }
    reporter.warning(
      .neverApplies, "没有哪一年同时满足这些条件，规则 \(tree.id.text) 对哪份报告都不适用", at: last.span,
      help: "几个 year 条件要同时满足；要几年中的任何一年，写 applies year 2019, 2020")
  }

  // MARK: Agencies

  /// For each set, what the statements choose from it.
  private func agencies(_ statements: [[NameTree]]) -> [[Int]?] {
    var chosen = [[Int]?](repeating: nil, count: schema.agencySets.count)
    for names in statements {
      let places = names.compactMap(kind)
      guard places.count == names.count, let set = places.first?.set, let last = names.last else { continue }
      if let other = places.firstIndex(where: { $0.set != set }) {
        reportMixed(names[other], places[other].set, names[0], set)
      } else if chosen[set] != nil {
        let title = schema.title(of: schema.agencySets[set])
        reporter.error(
          .repeatedStatement, "\(title)写了两次", at: names[0].span.union(last.span), help: "写在一行里，用逗号分开，任何一种都行")
      } else {
        chosen[set] = places.map(\.index)
      }
    }
    return chosen
  }

  private func kind(_ name: NameTree) -> (set: Int, index: Int)? {
    for (set, key) in schema.agencySets.enumerated() {
      if let index = schema.entries(of: key).firstIndex(where: { $0.answers(to: name.text) }) {
        return (set, index)
      }
    }
    let entries = schema.agencySets.flatMap { schema.entries(of: $0) }
    reporter.error(
      .unknownWord, "没有“\(name.text)”这种机关", at: name.span,
      help: Suggestion.help(name.text, among: entries.flatMap { $0.names + [$0.key] })
        ?? "可用：" + entries.map(\.title).joined(separator: "、"))
    return nil
  }

  private func reportMixed(_ name: NameTree, _ set: Int, _ first: NameTree, _ firstSet: Int) {
    let titles = [firstSet, set].map { schema.title(of: schema.agencySets[$0]) }
    reporter.error(
      .wrongType, "“\(first.text)”是\(titles[0])，“\(name.text)”是\(titles[1])，不能用逗号并列", at: name.span,
      help: "要两样都满足，写成 applies agency \(first.text) and agency \(name.text)")
  }
}
