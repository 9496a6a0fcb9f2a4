import Diagnostics
import Figures
import RuleInterpreter
import RuleLanguage
import Testing

/// Searching in prose: patterns, words, claims.
@Suite struct ProseTests {
  static let claims = #"""
    claim 收到申请 : 件 {
      pattern /(收到|受理)[^，。；\d]{0,24}申请[^，。；\d]{0,8}?(?P<n>[\d一二三四五六七八九十百]+)件/ in 正文
      zero /(没有|未)收到[^，。；]{0,8}申请/ in 正文
      scope of_which before /其中/
      scope earlier_year before /上年|去年/
      scope one_office after /（.*科）/
    }
    claim 收费 : 元 { pattern /收取费用(?P<n>[\d.]+)元/ in 正文 }
    """#

  @Test(arguments: [
    ("本年共收到申请14件。", "收到申请|14|whole_year"),
    ("共收到 公民 申请 1,234 件。", "收到申请|1234|whole_year"),
    ("全年办结，其中受理网络申请3件；收到申请5件", "收到申请|3|of_which 收到申请|5|whole_year"),
    ("去年收到申请2件。", "收到申请|2|earlier_year"),
    ("收到申请2件（人事科）。", "收到申请|2|one_office"),
    ("本年没有收到公开申请。", "收到申请|0|whole_year"),
    ("受理申请三十二件", "收到申请|32|whole_year"),
    ("收取费用3200.5元", "收费|0.32005|whole_year"),
    ("无关的话", ""),
  ])
  func claimsAreRead(_ prose: String, _ expected: String) throws {
    let interpreter = Interpreter(try SmallSubject.checked(Self.claims), functions: [])
    let claims = interpreter.claims(SmallSubject.facts(prose: prose))
    let shown = claims.map { "\($0.kind)|\($0.value?.description ?? "?")|\($0.scope)" }
    #expect(shown.joined(separator: " ") == expected)
  }

  /// The year that stands nearest before the figure tells of which year it is; the report is of 2021.
  @Test(arguments: [
    ("2020年收到申请38件。", "earlier_year"), ("2021年收到申请14件。", "whole_year"),
    ("与2020年相比，2021年收到申请14件。", "whole_year"), ("收到申请14件，2020年为38件。", "whole_year"),
    ("2020年情况如下。收到申请14件。", "whole_year"), ("文件12020年收到申请14件。", "whole_year"),
    ("去年收到申请14件。", "whole_year"),
  ])
  func anotherYearIsAScope(_ prose: String, _ scope: String) throws {
    let claim = "claim 收到 : 件 { pattern /收到申请(?P<n>\\d+)件/ in 正文\n scope earlier_year another year }"
    var facts = SmallSubject.facts(prose: prose)
    facts.year = 2021
    let interpreter = Interpreter(try SmallSubject.checked(claim), functions: [])
    #expect(interpreter.claims(facts).map(\.scope) == [scope])
    facts.year = nil
    #expect(interpreter.claims(facts).map(\.scope) == ["whole_year"])
  }

  /// `结转2022年3件`: the claim's own words may name the year that they are for.
  @Test func theClaimsOwnYearCanBeLeftOut() throws {
    let claim = """
      claim 结转 : 件 { pattern /结转(20\\d\\d年)?(?P<n>\\d+)件/ in 正文
        scope earlier_year another year before }
      """
    let interpreter = Interpreter(try SmallSubject.checked(claim), functions: [])
    let scopes = ["结转2022年3件。", "2021年结转2022年3件。", "2020年结转2021年3件。"].map { prose in
      var facts = SmallSubject.facts(prose: prose)
      facts.year = 2021
      return interpreter.claims(facts).map(\.scope).joined()
    }
    #expect(scopes == ["whole_year", "whole_year", "earlier_year"])
  }

  @Test func claimIsCheckedAgainstTheTable() throws {
    let rules =
      Self.claims + """

        rule narrative-applications error "正文与表三不符" {
          basis   "表三"
          for     c in claims(收到申请) where c.scope == whole_year
          check   c.value == t3[新收, 总计] or c.value == t3[新收, 总计] + t3[上年结转, 总计]
          message "正文“{c.text}”，表三新收 {t3[新收, 总计]} 件"
        }
        """
    let prose = "一、总体情况\n全年收到申请5件，其中收到网上申请2件。"
    let results = try SmallSubject.run(rules, SmallSubject.facts(prose: prose))
    let failure = try #require(results.first?.instances.first)
    #expect(results.first?.instances.count == 1)
    #expect(failure.outcome == .fail)
    #expect(failure.message == "正文“收到申请5件”，表三新收 17 件")
    #expect(failure.lhs == "5")
    #expect(failure.rhs == "17")
    #expect(SourceText(prose).text(failure.spans[0]) == "收到申请5件")
    #expect(failure.spans.count == 3)
    for lawful in ["收到申请17件", "收到申请18件"] {
      #expect(try SmallSubject.run(rules, SmallSubject.facts(prose: lawful)).first?.outcome == .pass)
    }
  }

  @Test func forbiddenPatternIsFoundWithItsPlace() throws {
    let clauses = #"forbid m in find(正文, /(?P<what>信息|文件)[条份][，。]/, /XX件/) message "“{m.text}”缺数（{m.what}）""#
    let prose = "公开各类 信息 条。收到XX件。"
    let result = try SmallSubject.run(clauses: clauses, SmallSubject.facts(prose: prose))
    #expect(result.instances.map(\.message) == ["“信息条。”缺数（信息）", "“XX件”缺数（未读出（空白））"])
    #expect(SourceText(prose).text(try #require(result.instances.first?.spans.first)) == "信息 条。")
    #expect(try SmallSubject.run(clauses: clauses).outcome == .pass)
  }

  @Test func forbiddenPatternMayHaveACondition() throws {
    let clauses = "forbid m in find(正文, /全部办结/) where t3[结转下年, 总计] > 0 message \"“{m.context}”\""
    let result = try SmallSubject.run(clauses: clauses, SmallSubject.facts(prose: "前句。申请均已全部办结，特此说明。"))
    #expect(result.instances.map(\.message) == ["“申请均已全部办结，特此说明”"])
    #expect(result.instances.first?.spans.count == 2)
  }

  @Test func wordsAreFoundWhateverTheirWidthAndCase() throws {
    let rules = """
      list 博彩词 from "lists/g.txt"
      rule injected-term critical "疑似被植入博彩词" {
        basis "网络安全法"
        forbid m in words(document, 博彩词)
        message "“{m.context}”含“{m.text}”"
      }
      """
    let lists = ["lists/g.txt": "# 词\n德赢\n德赢VWIN # 长的优先\n威廉希尔\n\n"]
    let prose = "前文。欢迎来到德 赢ｖｗｉｎ官网，威廉希尔。"
    let results = try SmallSubject.run(rules, lists: lists, SmallSubject.facts(prose: prose))
    #expect(
      results.first?.instances.map { $0.spans.map { SourceText(prose).text($0) } } == [["德 赢ｖｗｉｎ"], ["威廉希尔"]])
    #expect(results.first?.instances.first?.message == "“欢迎来到德赢vwin官网，威廉希尔”含“德赢vwin”")
  }

  @Test func leftmostThenLongestWordWins() throws {
    let rules = """
      list 词 from "w.txt"
      rule r error "词" { basis "依据" forbid m in words(正文, 词) message "{m.text}" }
      """
    let lists = ["w.txt": "ab\nabcd\nbc\nbcdef\ncd\nxyz"]
    let results = try SmallSubject.run(
      rules, lists: lists, SmallSubject.facts(prose: "abcef bcdef cdxyabcx xyz"))
    #expect(results.first?.instances.map(\.message) == ["ab", "bcdef", "cd", "ab", "xyz"])
  }

  @Test func missingTextIsNotAssessable() throws {
    let sections = [SmallSubject.section(2, isPresent: false, text: "")]
    let result = try SmallSubject.run(
      clauses: "for s in sections check matches(s.text, /收费/) message \"{s}\"",
      SmallSubject.facts(sections: sections))
    #expect(result.instances.map(\.outcome) == [.notAssessable(causes: ["section_absent"])])
    #expect(result.instances.first?.subject == "2")
  }

  @Test func manyPatternsAreTriedAtOnce() throws {
    let rules = (0..<60).map { index in
      "rule r\(index) error \"\(index)\" { basis \"依据\" forbid m in find(正文, /第\(index)号[^。]{0,24}文/) message \"{m.text}\" }"
    }
    let results = try SmallSubject.run(
      rules.joined(separator: "\n"), SmallSubject.facts(prose: "第7号来文。第8号。第59号批文"))
    #expect(results.filter { $0.outcome == .fail }.map(\.rule.id) == ["r7", "r59"])
  }
}
