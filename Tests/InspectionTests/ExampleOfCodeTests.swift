import Foundation
import Inspection
import Testing

/// What `rules explain E104` shows is true: the wrong example gets the code, the right one loads.
@Suite struct ExampleOfCodeTests {
  @Test(arguments: CodeText.all)
  func wrongExampleGetsTheCode(_ code: CodeText) throws {
    guard let wrong = code.wrong else { return }
    let complaints = Self.complaints(wrong)
    #expect(complaints.contains { $0.contains("[\(code.code)]") }, "\(code.code): \(complaints)")
  }

  @Test(arguments: CodeText.all)
  func rightExampleLoads(_ code: CodeText) throws {
    #expect(Self.complaints(code.right) == [], "\(code.code)")
  }

  /// A whole file, or statements of a rule.
  private static func complaints(_ text: String) -> [String] {
    let items = ["rule ", "override ", "fragment ", "wordings ", "claim ", "list ", "disable ", "waive "]
    let whole = items.contains { text.hasPrefix($0) } ? text : rule(text)
    let files = [
      RuleSource(name: "a.rules", bytes: Array(whole.utf8)),
      RuleSource(name: "lists/words.txt", bytes: Array("甲乙\n".utf8)),
      RuleSource(name: "lists/empty.txt", bytes: Array("# 没有词\n".utf8)),
    ]
    do throws(RuleErrors) {
      return try RuleSet([RuleFolder(path: "site", files: files)]).warnings
    } catch {
      return error.rendered
    }
  }

  private static func rule(_ statements: String) -> String {
    let isComplete = statements.contains("message \"")
    let demand =
      statements.contains("check ") || statements.contains("forbid ") ? "" : "\ncheck t3[新收, 总计] == 1"
    let message = isComplete ? "" : "\nmessage \"丙\""
    guard let example = statements.range(of: "\nexample") else {
      return "rule a error \"甲\" {\nbasis \"乙\"\n\(statements)\(demand)\(message)\n}"
    }
    return
      "rule a error \"甲\" {\nbasis \"乙\"\n\(statements[..<example.lowerBound])\(message)\(statements[example.lowerBound...])\n}"
  }
}
