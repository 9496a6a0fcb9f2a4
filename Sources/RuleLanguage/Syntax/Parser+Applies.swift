import Diagnostics

/// Of which reports a rule speaks: `applies edition 2021`, `applies year >= 2022`, `applies agency 乡镇, 县`.
extension Parser {
  mutating func applies(into tree: inout RuleTree) throws(Recovery) {
    let keyword = advance()
    repeat {
      if take(word: "edition") || take(word: "格式") {
        if !tree.editions.isEmpty { reportRepeated(keyword) }
        repeat { tree.editions.append(try joined("版式，如 2021")) } while take(.comma)
      } else if take(word: "year") || take(word: "年度") {
        tree.years.append(try years())
      } else if take(word: "agency") || take(word: "机关") {
        tree.agencies.append(try agencies())
      } else {
        throw unknownScope()
      }
    } while take(word: "and")
  }

  private mutating func years() throws(Recovery) -> YearTree {
    let start = current.span
    guard case .symbol(let symbol) = current.kind else {
      var years = [try joined("年份，如 2022")]
      while take(.comma) { years.append(try joined("年份，如 2022")) }
      return YearTree(comparison: .equal, years: years, span: start.union(previous.span))
    }
    guard let comparison = ComparisonOperator(rawValue: symbol == .assign ? "==" : symbol.rawValue) else {
      throw fault("年份或比较", help: "如 applies year >= 2022，或 applies year 2019, 2020")
    }
    advance()
    let year = try joined("年份，如 2022")
    return YearTree(comparison: comparison, years: [year], span: start.union(year.span))
  }

  private mutating func agencies() throws(Recovery) -> [NameTree] {
    var names: [NameTree] = []
    repeat {
      if current.kind == .string {
        let text = try string("机关的种类")
        names.append(NameTree(text: Unescaped.text(reporter.source, text.content), span: text.span))
      } else {
        names.append(try name("机关的种类，如 乡镇"))
      }
    } while take(.comma)
    return names
  }

  private func unknownScope() -> Recovery {
    let known = ["edition", "year", "agency"]
    let forms = "applies edition 2021、applies year >= 2022 或 applies agency 乡镇"
    guard current.kind == .word else { return fault("edition、year 或 agency", help: "如 " + forms) }
    let word = text(current)
    reporter.error(
      .unknownWord, "applies 后面不能是“\(word)”", at: current.span,
      help: Suggestion.help(word, among: known) ?? "写 " + forms)
    return Recovery()
  }
}
