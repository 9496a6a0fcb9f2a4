import Inspection
import Testing

/// What a reload tells.
@Suite struct RuleChangesTests {
  private static func rule(_ id: String, _ severity: String = "error", _ value: Int = 1) -> String {
    "rule \(id) \(severity) \"甲\" { basis \"乙\" check t3[新收, 总计] == \(value) message \"丙\" }\n"
  }

  private static func set(_ text: String, words: String = "甲乙\n") throws -> RuleSet {
    let files = [
      RuleSource(name: "lists/words.txt", bytes: Array(words.utf8)),
      RuleSource(name: "r.rules", bytes: Array(text.utf8)),
    ]
    return try RuleSet([RuleFolder(path: "site", files: files)])
  }

  private static let list = "list 词 from \"lists/words.txt\"\n"
  private static let claim = "claim 件数 : 件 { pattern /收到(?P<n>\\d+)件/ in 正文 }\n"

  static let cases: [(old: String, new: String, line: String)] = [
    (rule("a"), rule("a"), "规则内容没有变化"),
    (rule("a"), "# 注\n" + rule("a"), "规则内容没有变化"),
    (rule("a"), rule("a") + rule("b"), "新增 1 条（b）"),
    (rule("a") + rule("b"), rule("b"), "去掉 1 条（a）"),
    (rule("a") + rule("b"), rule("a") + rule("b") + "disable a because \"不用\"", "去掉 1 条（a）"),
    (rule("a"), rule("a", "error", 2), "修改 1 条（a）"),
    (rule("a"), rule("a") + "severity a info", "调级 1 条（a 错误→提示）"),
    (rule("a"), rule("a") + "waive a for year 2021 because \"知道\"", "豁免有变"),
    (claim + rule("a"), claim.replacing("收到", with: "接收") + rule("a"), "陈述有变（件数）"),
    (rule("a"), claim + rule("a"), "陈述有变（件数）"),
    (rule("a"), rule("b", "error", 2), "新增 1 条（b）；去掉 1 条（a）"),
    ("", (1...7).map { rule("r\($0)") }.joined(), "新增 7 条（r1、r2、r3、r4、r5 等）"),
  ]

  @Test(arguments: cases.indices)
  func changesAreTold(_ index: Int) throws {
    let (old, new, line) = Self.cases[index]
    #expect(RuleChanges(from: try Self.set(old), to: try Self.set(new)).line == line)
  }

  @Test func wordsOfAListAreCompared() throws {
    let old = try Self.set(Self.list + Self.rule("a"))
    #expect(
      RuleChanges(from: old, to: try Self.set(Self.list + Self.rule("a"), words: "丙丁\n")).line == "词表有变（词）")
    #expect(RuleChanges(from: old, to: try Self.set(Self.rule("a"), words: "甲乙\n")).line == "词表有变（词）")
  }
}
