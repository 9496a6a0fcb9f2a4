import RuleInterpreter
import RuleLanguage
import Testing

/// A list of words with more states than fit into two bytes is read by another table than a short one.
@Suite struct ManyWordsTests {
  private static let rule = """
    list 词 from "w.txt"
    rule r error "词" { basis "依据" forbid m in words(正文, 词) message "{m.text}" }
    """

  /// Words that have nothing but their beginnings in common.
  private static func words(_ count: Int) -> [String] {
    (0..<count).map { "词" + String($0, radix: 2, uppercase: false) + "终" }
  }

  @Test(arguments: [100, 40_000])
  func areFound(_ count: Int) throws {
    let words = Self.words(count)
    let results = try SmallSubject.run(
      Self.rule, lists: ["w.txt": words.joined(separator: "\n")],
      SmallSubject.facts(prose: "甲\(words[count - 1])乙\(words[0])丙词丁"))
    #expect(
      results.first?.instances.map(\.message).joined(separator: " ") == "\(words[count - 1]) \(words[0])")
  }
}
