import Foundation
import Testing

/// `govreport check --history DIR`
@Suite struct HistoryOptionTests {
  private static let rule = """
    rule carry-over error "跨年结转不一致" {
      basis   "表三"
      needs   prev = archive(report.agency, report.year - 1)
      check   t3[上年结转, 总计] == prev.t3[结转下年, 总计]
      message "上年结转 {rhs}，本年填 {lhs}"
    }
    """

  /// A rule folder, and the sample report of 2023 with copies of it said to be of 2022.
  private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "history-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["rules", "years"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try Data(Self.rule.utf8).write(to: folder.appending(path: "rules/history.rules"))
    let report = try String(contentsOfFile: Tool.sample("yunxi-2023.txt"), encoding: .utf8)
    try Data(report.utf8).write(to: folder.appending(path: "years/2023.txt"))
    let before = report.replacing("2023", with: "2022").replacing(
      "结转下年度继续办理 | 2 | 0 | 0 | 0 | 0 | 0 | 2", with: "结转下年度继续办理 | 5 | 0 | 0 | 0 | 0 | 0 | 5")
    try Data(before.utf8).write(to: folder.appending(path: "years/2022.txt"))
    try Data("不是报告".utf8).write(to: folder.appending(path: "years/other.txt"))
    return try body(folder)
  }

  @Test func aReportIsComparedWithItsPredecessorInTheFolder() throws {
    try inFolder { folder in
      let years = folder.appending(path: "years").path
      let tool = try Tool(
        "check", "--format", "ndjson", "--rules", folder.appending(path: "rules").path, "--history", years,
        years + "/2023.txt")
      let findings = try #require(try tool.json()["findings"] as? [[String: Any]])
      #expect(findings.map { $0["rule"] as? String } == ["carry-over"])
      #expect(findings.first?["rhs"] as? String == "5")
      #expect(tool.status == 1)
      #expect(tool.errors.contains("other.txt"), "what cannot serve is named")
      #expect(!tool.errors.contains("2022.txt"))
    }
  }

  @Test func withoutAFolderTheRuleDoesNotApply() throws {
    try inFolder { folder in
      let tool = try Tool(
        "check", "--format", "ndjson", "--rules", folder.appending(path: "rules").path,
        folder.appending(path: "years/2023.txt").path)
      #expect((try tool.json()["findings"] as? [Any])?.isEmpty == true)
      #expect(tool.status == 0)
    }
  }

  @Test func aFolderThatIsNotThereIsNamed() throws {
    try inFolder { folder in
      let tool = try Tool(
        "check", "--rules", folder.appending(path: "rules").path, "--history", "/nowhere/at/all",
        folder.appending(path: "years/2023.txt").path)
      #expect(tool.errors.contains("/nowhere/at/all"))
    }
  }
}
