import Foundation
import Testing

@Suite struct JUnitTests {
  private func suites(_ tool: Tool) throws -> [MarkupElement] {
    let root = try MarkupElement.parse(tool.output)
    #expect(root.name == "testsuites")
    #expect(root.children.allSatisfy { $0.name == "testsuite" })
    return root.children
  }

  private func check(_ arguments: String...) throws -> [MarkupElement] {
    try suites(Tool(["check", "--format", "junit", "--rules", Tool.rules] + arguments))
  }

  @Test func countsOfASuiteAreThoseOfItsTests() throws {
    let suites = try check(Tool.root.appending(path: "Tests/Samples").path)
    #expect(suites.count == 5)
    for suite in suites {
      let tests = suite.all("testcase")
      let counts = ["failure", "error", "skipped"].map { kind in tests.count { !$0.all(kind).isEmpty } }
      #expect(suite["tests"] == String(tests.count))
      #expect([suite["failures"], suite["errors"], suite["skipped"]] == counts.map(String.init))
      #expect(Set(tests.map { $0["name"] }).count == tests.count)
      #expect(tests.allSatisfy { $0["classname"] == suite["name"] && $0["file"] == suite["name"] })
    }
    let number = { (kind: String) in suites.map { $0.descendants(kind).count } }
    #expect(number("failure") == [3, 0, 3, 0, 0])
    #expect(number("error") == [0, 1, 0, 0, 0])
  }

  @Test func aFailureSaysWhatWhereAndWhy() throws {
    let suite = try #require(try check(Tool.sample("shiqiao-town-2022.txt")).first)
    let test = try #require(
      suite.all("testcase").first { $0["name"]?.hasPrefix("narrative-applications ") == true })
    #expect(test["line"] == "11")
    let failure = try #require(test.all("failure").first)
    #expect(failure["type"] == "error")
    #expect(failure["message"]?.contains("表三新收 11 件") == true)
    #expect(failure.text.contains("shiqiao-town-2022.txt:11:4: "))
    #expect(failure.text.contains("依据：条例第六条"))
    #expect(failure.text.contains("建议："))
  }

  @Test func whatTheStatusDoesNotCountIsNoFailure() throws {
    let suite = try #require(
      try check("--fail-on", "critical", Tool.sample("shiqiao-town-2022.txt")).first)
    #expect(suite["failures"] == "0")
    #expect(suite.descendants("system-out").contains { $0.text.contains("错误：正文称") })
  }

  @Test func whatCouldNotBeAssessedIsSkippedAndARejectionIsAnError() throws {
    let suites = try check(
      Tool.sample("wuling-2020.txt"), Tool.sample("not-a-report.txt"), "no-such-file.txt")
    #expect(suites.count == 3)
    let partial = try #require(suites.first { $0["name"]?.hasSuffix("wuling-2020.txt") == true })
    let reading = try #require(partial.all("testcase").first { $0["name"] == "reading" })
    #expect(reading.all("skipped").first?["message"] == "读出 156/198 个单元格")
    #expect(partial.descendants("skipped").count > 1)
    let rejected = try #require(suites.first { $0["name"]?.hasSuffix("not-a-report.txt") == true })
    #expect(rejected.descendants("error").first?["type"] == "not_a_report")
    let unread = try #require(suites.first { $0["name"]?.contains("no-such-file.txt") == true })
    #expect(unread.descendants("error").first?["type"] == "unread")
  }

  @Test func hostileNamesAndTextsStayText() throws {
    let hostile = try HostileReport()
    defer { hostile.remove() }
    let suites = try suites(hostile.check("junit"))
    #expect(suites.count == 2)
    let names = Set(suites.flatMap(\.names))
    #expect(
      names == [
        "testsuite", "properties", "property", "testcase", "failure", "error", "system-out",
      ])
    #expect(suites[0]["name"]?.hasSuffix("/a\"'<script>alert(1)<b>&amp;\\u{202e}\\u{1b}[31m]]>名.txt") == true)
  }
}
