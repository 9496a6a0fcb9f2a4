import Foundation
import Testing

@Suite struct SARIFTests {
  private typealias Object = [String: Any]

  /// The only run of a log in which nothing breaks the standard.
  private func run(_ tool: Tool) throws -> Object {
    let log = try tool.json()
    #expect(SARIFShape.faults(log) == [])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("/sarif-schema-2.1.0.json") == true)
    let runs = try #require(log["runs"] as? [Object])
    #expect(runs.count == 1)
    return runs[0]
  }

  private func check(_ arguments: String...) throws -> Object {
    try run(Tool(["check", "--format", "sarif", "--rules", Tool.rules] + arguments))
  }

  private func list(_ object: Object, _ key: String) throws -> [Object] {
    try #require(object[key] as? [Object])
  }

  private func place(_ location: Object) throws -> (artifact: Object, region: Object) {
    let place = try #require(location["physicalLocation"] as? Object)
    return (try #require(place["artifactLocation"] as? Object), place["region"] as? Object ?? [:])
  }

  @Test func aShapeThatIsWrongIsSeen() {
    #expect(SARIFShape.faults(["version": "2.1.0"]) == ["$ lacks runs"])
    #expect(
      SARIFShape.faults(["version": "2.1.0", "runs": [["tool": ["driver": ["name": "x", "colour": 1]]]]])
        == ["$.runs[0].tool[0].driver[0] may not have colour"])
  }

  @Test func resultsReferToRulesAndArtifacts() throws {
    let run = try check(Tool.root.appending(path: "Tests/Samples").path)
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    #expect(driver["name"] as? String == "govreport")
    #expect((driver["version"] as? String)?.isEmpty == false)
    let (rules, artifacts, results) = (
      try list(driver, "rules"), try list(run, "artifacts"), try list(run, "results")
    )
    #expect(artifacts.count == 5)
    #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
    var fingerprints: Set<String> = []
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      let (artifact, region) = try place(try #require(try list(result, "locations").first))
      let named = artifacts[try #require(artifact["index"] as? Int)]["location"] as? Object
      #expect(named?["uri"] as? String == artifact["uri"] as? String)
      #expect(region.isEmpty || region["startLine"] as? Int ?? 0 >= 1)
      let fingerprint = (result["partialFingerprints"] as? [String: String])?["govreportFinding/v1"]
      fingerprints.insert(try #require(fingerprint))
    }
    #expect(fingerprints.count == results.count)
  }

  @Test func levelsSayHowGraveAndKindsWhatIsOpen() throws {
    let results = try list(check(Tool.root.appending(path: "Tests/Samples").path), "results")
    #expect(!results.isEmpty)
    let levels = ["critical": "error", "error": "error", "warning": "warning", "info": "note"]
    var seen: Set<String> = []
    for result in results {
      let severity = try #require((result["properties"] as? Object)?["severity"] as? String)
      let kind = try #require(result["kind"] as? String)
      #expect(result["level"] as? String == (kind == "fail" ? levels[severity] : "none"))
      seen.insert(kind == "fail" ? severity : kind)
    }
    #expect(seen.isSuperset(of: ["critical", "error", "warning", "open"]))
  }

  @Test func aRegionIsExactlyTheQuotedText() throws {
    let sample = Tool.sample("shiqiao-town-2022.txt")
    let run = try check(sample)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let lines = try String(contentsOf: URL(filePath: sample), encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map { Array($0.unicodeScalars) }
    var count = 0
    for result in try list(run, "results") {
      let related = result["relatedLocations"] as? [Object] ?? []
      for location in try list(result, "locations") + related {
        let region = try place(location).region
        guard let line = region["startLine"] as? Int, line == region["endLine"] as? Int else { continue }
        let start = try #require(region["startColumn"] as? Int)
        let end = try #require(region["endColumn"] as? Int)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: lines[line - 1][(start - 1)..<(end - 1)])
        #expect((region["snippet"] as? [String: String])?["text"] == String(text))
        count += 1
      }
    }
    #expect(count >= 3)
  }

  @Test func aWaivedFindingIsSuppressed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("waive narrative-applications for year 2022 because \"已说明\"\n".utf8).write(
      to: folder.appending(path: "site.rules"))
    let results = try list(
      check("--rules", folder.path, Tool.sample("shiqiao-town-2022.txt")), "results")
    for result in results {
      let suppressions = try list(result, "suppressions")
      if result["ruleId"] as? String == "narrative-applications" {
        #expect(suppressions.first?["kind"] as? String == "external")
        #expect(suppressions.first?["justification"] as? String == "已说明")
      } else {
        #expect(suppressions.isEmpty)
      }
    }
    #expect(results.contains { $0["ruleId"] as? String == "narrative-applications" })
  }

  @Test func whatCouldNotBeReadIsANotification() throws {
    let rejected = try #require(try list(check(Tool.sample("not-a-report.txt")), "invocations").first)
    #expect(rejected["exitCode"] as? Int == 2)
    #expect(rejected["executionSuccessful"] as? Bool == true)
    let notification = try #require(try list(rejected, "toolExecutionNotifications").first)
    #expect((notification["descriptor"] as? Object)?["id"] as? String == "not_a_report")
    #expect(notification["level"] as? String == "warning")
    let missing = try #require(try list(check("no-such-file.txt"), "invocations").first)
    #expect(missing["executionSuccessful"] as? Bool == false)
    let message =
      try list(missing, "toolExecutionNotifications").first?["message"] as? [String: String]
    #expect(message?["text"]?.contains("no-such-file.txt") == true)
  }

  @Test func hostileNamesAndTextsStayText() throws {
    let hostile = try HostileReport()
    defer { hostile.remove() }
    let run = try run(hostile.check("sarif"))
    let result = try #require(
      try list(run, "results").first { $0["ruleId"] as? String == "script-mixed" })
    let uri = try #require(try place(try list(result, "locations")[0]).artifact["uri"] as? String)
    #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>[]{}&'\\".utf8.contains($0) })
    #expect(
      URL(string: uri)?.path
        == URL(filePath: hostile.folder.path).appending(path: HostileReport.name).path)
    let text = try #require((result["message"] as? [String: String])?["text"])
    #expect(text.contains("{{0}}"))
    #expect(!text.contains("]("))
    #expect(text.replacing("{{", with: "").replacing("}}", with: "").allSatisfy { $0 != "{" && $0 != "}" })
  }
}
