/// A word of the language, how it is written and what it is for. The parser and checker take their lists of
/// words from here, so that none goes without an entry.
public struct ReferenceEntry: Sendable, Hashable {
  public let name: String
  /// How it is written.
  public let form: String
  /// In Chinese.
  public let documentation: String

  init(_ name: String, _ form: String, _ documentation: String) {
    self.name = name
    self.form = form
    self.documentation = documentation
  }
}

/// What a reference of the language lists, in the order in which it is read.
public enum LanguageReference {
  /// What a file is made of.
  public static let items = [
    ReferenceEntry("pack", "pack \"名称\" version 1.0.0", "规则包的名称和版本，写在文件开头。"),
    ReferenceEntry("list", "list 词表名 from \"lists/….txt\"", "声明一个词表，供 words 使用。"),
    ReferenceEntry(
      "fragment", "fragment 名称 /…/", "给模式的一部分起个名称；各文件的模式里写 {名称}，就是这一部分。片段里可以再用别的片段。"),
    ReferenceEntry("scopes", "scopes 名称 { scope … }", "几句 scope 合成一组，各个陈述里写 use 名称，就是依次写了这几句。"),
    ReferenceEntry(
      "wordings", "wordings 名称 { pattern … {它} … }",
      "几种说法合成一组，说的是谁留空，写 {它}；各个陈述里写 use 名称 of /不予公开/，就是“不予公开”的这几种说法。"),
    ReferenceEntry("claim", "claim 名称 : 件 { … }", "声明一种陈述：正文里怎样说一个数。"),
    ReferenceEntry("rule", "rule 编号 严重程度 \"标题\" { … }", "一条规则。编号一经使用就不再改。"),
    ReferenceEntry("override", "override rule 编号 严重程度 \"标题\" { … }", "整条代替另一个文件里的规则。"),
    ReferenceEntry("disable", "disable 编号 because \"理由\"", "停用一条规则。"),
    ReferenceEntry("severity", "severity 编号 warning", "改一条规则的严重程度。"),
    ReferenceEntry(
      "waive", "waive 编号 for agency \"机关\" year 2021 until 2026-12-31 because \"理由\"",
      "豁免：照样记录，注明已豁免，不计入结论。agency 与 year 至少写一个；until 可以不写，到期后不再起作用。"),
  ]

  /// What a rule is made of.
  public static let ruleStatements = [
    ReferenceEntry("basis", "basis \"条款或文件\"", "依据，必须有。"),
    ReferenceEntry(
      "applies", "applies edition 2021 and year >= 2022 and agency 乡镇, 县",
      "只用于这样的报告：格式（edition）、年度（year，比较或列举）、机关的层级或类别（agency）；可只写其中几样，也可分几行写，都要满足；逗号分开的任一即可。"),
    ReferenceEntry(
      "needs", "needs prev = archive(report.agency, report.year - 1)",
      "取同一机关的另一份报告来对照：prev.t3[行, 列]、prev.第五部分.prose、prev.year。年份与本报告相同的，是同一年度此前登记的另一份。"),
    ReferenceEntry("for", "for 变量 in 列表", "对列表里的每一个各查一次；最多三层。"),
    ReferenceEntry("where", "where 条件", "只查满足条件的。写了 report.edition == \"2019\" 的，下面可以用只有那一版才有的行和列。"),
    ReferenceEntry("check", "check 条件", "应当成立；不成立就是不符。"),
    ReferenceEntry("forbid", "forbid 变量 in 列表", "不得出现；列表里的每一个都是一处不符。后面可以再写 where。"),
    ReferenceEntry("message", "message \"文字 {式子}\"", "不符时说的话，每个检查一条。{lhs}、{rhs} 是比较的左右两边。"),
    ReferenceEntry("fix", "fix \"文字 {式子}\"", "整改建议。"),
    ReferenceEntry(
      "example", "example pass { 改动 }",
      "示例：在一份前后一致的报告上作几处改动，规则应当通过（pass）、不符（fail）或无法核对（unknown）。edition 2019 用另一版格式的报告。"),
  ]

  /// What a claim is made of.
  public static let claimStatements = [
    ReferenceEntry("pattern", "pattern /…(?P<n>\\d+)件/ in 正文", "一种说法，组 n 是数。"),
    ReferenceEntry("zero", "zero /没有收到申请/ in 正文", "表示“没有”的说法，等于说零。"),
    ReferenceEntry(
      "scope", "scope 范围 before /其中/",
      "同一句里，前面（before）或后面（after）有这样的话，说的就只是这个范围；scope 范围 another year：数的前面最近说到的年份不是报告年度；another year before 只看这种说法的前面。"
    ),
    ReferenceEntry("use", "use 名称", "在这里放入一组范围（scopes 名称）。先写的先看，先符合的算数。"),
    ReferenceEntry("use … of", "use 名称 of /…/", "在这里放入一组说法（wordings 名称），斜线之间的代替 {它}。"),
  ]

  /// What gathers over a list.
  public static let aggregates = [
    ReferenceEntry("sum", "sum(式子 for 变量 in 列表 where 条件)", "合计。"),
    ReferenceEntry("count", "count(变量 in 列表 where 条件)", "个数。"),
    ReferenceEntry("all", "all(条件 for 变量 in 列表)", "每一个都成立。"),
    ReferenceEntry("any", "any(条件 for 变量 in 列表)", "至少一个成立。"),
    ReferenceEntry("min", "min(式子 for 变量 in 列表)", "最小的一个。"),
    ReferenceEntry("max", "max(式子 for 变量 in 列表)", "最大的一个。"),
  ]

  /// The functions of the language itself, in alphabetical order.
  public static let functions = [
    ReferenceEntry("claims", "claims(收到申请)", "正文里的这种陈述，每处有 value（数值）、scope（范围）、text、context。"),
    ReferenceEntry("contains", "contains(正文, \"依申请公开\")", "有没有这几个字。"),
    ReferenceEntry("date", "date(report.year + 1, 1, 31)", "一个日期。"),
    ReferenceEntry("find", "find(正文, /…/)", "模式匹配到的每一处，有 text（文字）、context（上下文）和各命名组；可写几个模式。"),
    ReferenceEntry("known", "known(t3[新收, 总计])", "读出来没有。"),
    ReferenceEntry("matches", "matches(正文, /…/)", "有没有匹配。"),
    ReferenceEntry("words", "words(正文, 词表)", "词表里的词出现的每一处。"),
  ]
}
