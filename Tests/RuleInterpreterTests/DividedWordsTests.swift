import RuleInterpreter
import RuleLanguage
import Testing

/// Words with marks put between their characters.
@Suite struct DividedWordsTests {
  private static let rule = """
    list 词 from "w.txt"
    rule r error "词" { basis "依据" forbid m in words(正文, 词) message "{m.text}" }
    """

  @Test(arguments: [
    ("在德·赢网站公开", "德·赢"), ("新-葡-京网站", "新-葡-京"), ("在德  ·  赢网站", "德·赢"), ("访问v.w.i.n网站", "v.w.i.n"),
    ("德·赢和新葡·京", "德·赢 新葡·京"), ("德赢、德·赢", "德赢 德·赢"), ("新··葡", ""), ("德，赢", ""), ("德·育，赢得", ""),
    ("VW-", ""), ("·德", ""), ("德·", ""),
  ])
  func areFound(_ prose: String, _ expected: String) throws {
    let results = try SmallSubject.run(
      Self.rule, lists: ["w.txt": "德赢\n新葡京\nVWIN"], SmallSubject.facts(prose: prose))
    #expect(results.first?.instances.map(\.message).joined(separator: " ") == expected)
  }
}
