import Foundation
import Testing

/// What stands around the language: mutate, explain, coverage, fmt, list, reference.
@Suite struct RulesToolsTests {
  private static let rule = """
    rule a error "甲" {
      basis   "乙"
      check   t3[新收, 总计] == t3[新收, 自然人] + 4
      message "丙"
    }

    """

  private func inFolder<Result>(_ text: String, _ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text.utf8).write(to: folder.appending(path: "site.rules"))
    return try body(folder)
  }

  @Test func mutationOfTheShippedRulesIsComplete() throws {
    let tool = try Tool("rules", "mutate", Tool.rules)
    #expect(tool.status == 0, "\(tool.output)")
    #expect(tool.output.contains("得分 100%"))
  }

  @Test func aRuleThatNeverFailsMakesTheStatusOne() throws {
    try inFolder(Self.rule.replacing("== t3[新收, 自然人] + 4", with: ">= -5")) { folder in
      let tool = try Tool("rules", "mutate", "--format", "json", folder.path)
      #expect(tool.status == 1)
      let report = try tool.json()
      #expect(report["rules"] as? Int == 1)
      #expect(report["able_to_fail"] as? Int == 0)
    }
  }

  @Test func aRuleAndACodeAreExplained() throws {
    let rule = try Tool("rules", "explain", "t3-balance", Tool.rules)
    #expect(rule.status == 0)
    for words in ["依据：", "应当成立：", "逐一看 t3.columns", "示例："] { #expect(rule.output.contains(words)) }
    let code = try Tool("rules", "explain", "--format", "json", "E104")
    #expect(try code.json()["code"] as? String == "E104")
    #expect(try Tool("rules", "explain", "no-such-rule", Tool.rules).status == 1)
  }

  @Test func listAndTestSpeakJSON() throws {
    for command in ["list", "test", "coverage"] {
      let tool = try Tool("rules", command, "--format", "json", Tool.rules)
      #expect(tool.status == 0)
      let list = try JSONSerialization.jsonObject(with: Data(tool.output.utf8)) as? [[String: Any]]
      #expect(list?.isEmpty == false, "\(command)")
    }
  }

  @Test func layoutIsCheckedAndSet() throws {
    #expect(try Tool("rules", "fmt", "--check", Tool.rules).status == 0)
    try inFolder(Self.rule.replacing("  check   ", with: "check ")) { folder in
      let differs = try Tool("rules", "fmt", "--check", "--format", "json", folder.path)
      #expect(differs.status == 1)
      #expect(differs.output.contains(#""layout":"differs","errors":[]"#))
      #expect(try Tool("rules", "fmt", folder.path).status == 0)
      let text = try String(contentsOf: folder.appending(path: "site.rules"), encoding: .utf8)
      #expect(text == Self.rule)
      #expect(try Tool("rules", "fmt", "--check", folder.path).status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["site.rules"])
    }
  }

  @Test func aWaivedFindingIsMarkedAndDoesNotCount() throws {
    let sample = Tool.sample("shiqiao-town-2022.txt")
    let before = try Tool("check", "--format", "ndjson", "--rules", Tool.rules, sample)
    let findings = try #require(before.json()["findings"] as? [[String: Any]])
    let rules = Set(
      findings.filter { $0["severity"] as? String != "info" }.compactMap { $0["rule"] as? String })
    #expect(!rules.isEmpty)
    let waivers = rules.map { "waive \($0) for year 2022 because \"已说明\"" }.joined(separator: "\n")
    try inFolder(waivers) { folder in
      let tool = try Tool(
        "check", "--format", "ndjson", "--rules", Tool.rules, "--rules", folder.path, sample)
      #expect(tool.status == 0)
      let report = try tool.json()
      #expect(report["verdict"] as? String == "passed")
      let waived = try #require(report["findings"] as? [[String: Any]])
      #expect(waived.contains { $0["waived"] as? String == "已说明" })
      #expect(waived.count == findings.count)
    }
  }

  @Test func anExpiredWaiverIsWarnedOf() throws {
    let waiver = "waive a for year 2021 until 2020-12-31 because \"已说明\"\n"
    try inFolder(Self.rule + waiver) { folder in
      let tool = try Tool("rules", "check", folder.path)
      #expect(tool.status == 0)
      #expect(tool.errors.contains("W203"))
    }
  }

  @Test func theReferenceIsPrinted() throws {
    let tool = try Tool("rules", "reference")
    #expect(tool.status == 0)
    #expect(tool.output.contains("`breakdowns("))
  }
}
