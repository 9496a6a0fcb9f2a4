import Foundation
import Inspection
import Testing

/// What `Rules/README.md` shows works: each rule loads and its examples come out as stated; the reference is
/// the one that the program prints.
@Suite struct ExampleDocumentTests {
  private static let file = Shipped.root.appending(path: "Rules/README.md")
  private static let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""

  static let blocks: [String] = text.components(separatedBy: "```rules\n").dropFirst().map { block in
    block.components(separatedBy: "```")[0]
  }

  @Test func thereIsATutorialAndACookbook() {
    #expect(Self.blocks.count { $0.contains("rule cook-") } == 10)
    #expect(Self.blocks.count >= 14)
  }

  @Test(arguments: blocks)
  func everyRuleLoadsAndItsExamplesHold(_ block: String) throws {
    let files = [
      RuleSource(name: "a.rules", bytes: Array(block.utf8)),
      RuleSource(name: "lists/words.txt", bytes: Array("受理渠畅通\n".utf8)),
    ]
    do throws(RuleErrors) {
      let rules = try RuleSet([RuleFolder(path: "cookbook", files: files)])
      #expect(rules.warnings == [])
      let results = rules.examples()
      #expect(!results.isEmpty)
      for result in results where !result.isAsExpected {
        Issue.record(
          "\(result.rule) example \(result.number): expected \(result.expected), came \(result.came)")
      }
    } catch {
      Issue.record("\(error.rendered.joined(separator: "\n"))")
    }
  }

  /// To record: `RECORD_REFERENCE=1 swift test --filter ExampleDocumentTests`, or paste what
  /// `govreport rules reference` prints.
  @Test func theReferenceIsTheOneThatTheProgramPrints() throws {
    let before = try #require(Self.text.range(of: RuleReference.begin))
    let after = try #require(Self.text.range(of: RuleReference.end + "\n"))
    let recorded = String(Self.text[before.lowerBound..<after.upperBound])
    if ProcessInfo.processInfo.environment["RECORD_REFERENCE"] != nil {
      let whole = Self.text[..<before.lowerBound] + RuleReference.markdown + Self.text[after.upperBound...]
      try Data(whole.utf8).write(to: Self.file)
      return
    }
    #expect(
      recorded == RuleReference.markdown,
      "run RECORD_REFERENCE=1 swift test --filter ExampleDocumentTests and read the difference")
  }
}
