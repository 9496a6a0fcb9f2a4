import Foundation
import ReportFixtures
import Testing

@Suite struct CheckTests {
  @Test func aLineOfJSONHasExactlyTheKeysOfTheContract() throws {
    let tool = try Tool(
      "check", "--format", "ndjson", "--rules", Tool.rules, Tool.sample("lanping-water-2024.txt"))
    #expect(tool.status == 1)
    #expect(tool.output.split(separator: "\n").count == 1)
    let report = try tool.json()
    #expect(
      Set(report.keys) == ["file", "sha256", "verdict", "agency", "year", "edition", "assessed", "findings"])
    #expect(report["verdict"] as? String == "flagged")
    #expect(report["year"] as? Int == 2024)
    #expect(report["edition"] as? String == "2021")
    let assessed = try #require(report["assessed"] as? [String: Int])
    #expect(
      assessed == [
        "cells_read": 200, "cells_required": 200, "rules_run": assessed["rules_run"] ?? 0,
        "rules_not_assessable": 0,
      ])
    let findings = try #require(report["findings"] as? [[String: Any]])
    let balance = try #require(findings.first { $0["rule"] as? String == "t3-balance" })
    #expect(
      Set(balance.keys) == [
        "id", "rule", "severity", "outcome", "subject", "message", "basis", "spans", "fix", "lhs", "rhs",
      ])
    #expect(balance["severity"] as? String == "error")
    #expect(balance["outcome"] as? String == "fail")
    #expect(balance["subject"] as? String == "total")
    #expect(balance["lhs"] as? String == "10")
    #expect(balance["rhs"] as? String == "9")
    let spans = try #require(balance["spans"] as? [[String: Any]])
    #expect(Set(try #require(spans.first).keys) == ["line", "column", "text"])
  }

  @Test func exitStatusTellsFindingsFromWhatCouldNotBeRead() throws {
    let check = { try Tool("check", "--rules", Tool.rules, Tool.sample($0)).status }
    #expect(try check("yunxi-2023.txt") == 0)
    #expect(try check("shiqiao-town-2022.txt") == 1)
    #expect(try check("wuling-2020.txt") == 2)
    #expect(try check("not-a-report.txt") == 2)
    #expect(try check("no-such-file.txt") == 2)
  }

  @Test func aZIPIsOneLineAReport() throws {
    let names = ["yunxi-2023.txt", "shiqiao-town-2022.txt"]
    let members = try names.map {
      ZipWriter.Member($0, Array(try Data(contentsOf: URL(filePath: Tool.sample($0)))))
    }
    let archive = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).zip")
    try Data(ZipWriter(members).bytes).write(to: archive)
    defer { try? FileManager.default.removeItem(at: archive) }
    let check = try Tool("check", "--format", "ndjson", "--rules", Tool.rules, archive.path)
    #expect(check.status == 1)
    let lines = check.output.split(separator: "\n")
    #expect(lines.count == 2)
    for (line, name) in zip(lines, names) {
      #expect(line.hasPrefix("{\"file\":\"\(archive.path)!/\(name)\""), "\(line.prefix(100))")
    }
    let parse = try Tool("parse", "--format", "json", "--rules", Tool.rules, archive.path)
    #expect(parse.status == 0 && parse.output.split(separator: "\n").count == 2)
  }

  @Test func failOnSetsTheMildestSeverityThatCounts() throws {
    let town = Tool.sample("shiqiao-town-2022.txt")
    #expect(try Tool("check", "--rules", Tool.rules, "--fail-on", "error", town).status == 1)
    #expect(try Tool("check", "--rules", Tool.rules, "--fail-on", "critical", town).status == 0)
  }

  @Test func wrongUsageIs64() throws {
    #expect(try Tool("check").status == 64)
    #expect(try Tool("check", "--format", "xml", "a.txt").status == 64)
    #expect(try Tool("check", "--jobs", "0", "a.txt").status == 64)
    #expect(try Tool("frobnicate").status == 64)
  }

  @Test func textForPeopleShowsTheLineAndACaretUnderTheFault() throws {
    let tool = try Tool("check", "--rules", Tool.rules, Tool.sample("shiqiao-town-2022.txt"))
    let lines = tool.output.split(separator: "\n").map(String.init)
    #expect(lines.first?.contains("有问题") == true)
    let caret = try #require(lines.firstIndex { $0.contains("^^^^") })
    #expect(lines[caret - 1].contains("受理政府信息公开申请6件"))
    #expect(tool.output.contains("依据："))
  }

  @Test func aFolderIsWalkedAndSummedUp() throws {
    let tool = try Tool("check", "--rules", Tool.rules, Tool.root.appending(path: "Tests/Samples").path)
    #expect(tool.status == 1)
    #expect(tool.output.contains("共 5 份报告：通过 1 份，有问题 2 份，未读全 1 份，拒收 1 份"))
  }

  @Test func jobsDoNotChangeWhatIsPrinted() throws {
    let folder = Tool.root.appending(path: "Tests/Samples").path
    let one = try Tool("check", "--format", "ndjson", "--rules", Tool.rules, "--jobs", "1", folder)
    let four = try Tool("check", "--format", "ndjson", "--rules", Tool.rules, "--jobs", "4", folder)
    #expect(one.output == four.output)
    #expect(one.output.split(separator: "\n").count == 5)
  }

  @Test func standardInputAndListsAreRead() throws {
    let bytes = Array(try Data(contentsOf: URL(filePath: Tool.sample("yunxi-2023.txt"))))
    #expect(try Tool("check", "--rules", Tool.rules, "-", input: bytes).status == 0)
    let list = Array(
      (Tool.sample("yunxi-2023.txt") + "\n" + Tool.sample("shiqiao-town-2022.txt") + "\n").utf8)
    let tool = try Tool("check", "--format", "ndjson", "--rules", Tool.rules, "--from-file", "-", input: list)
    #expect(tool.status == 1)
    #expect(tool.output.split(separator: "\n").count == 2)
  }

  @Test func escapesInTextReachNoTerminal() throws {
    let clean = String(
      decoding: try Data(contentsOf: URL(filePath: Tool.sample("yunxi-2023.txt"))), as: UTF8.self)
    let hostile = clean.replacing("一、总体情况\n", with: "一、总体情况\n\u{1B}[31m各部門\u{202E}。\n", maxReplacements: 1)
    for format in ["text", "ndjson"] {
      let tool = try Tool("check", "--format", format, "--rules", Tool.rules, "-", input: Array(hostile.utf8))
      #expect(tool.status == 1)
      #expect(!tool.output.unicodeScalars.contains("\u{1B}"))
      #expect(!tool.output.unicodeScalars.contains("\u{202E}"))
    }
  }

  @Test func aRuleFolderThatIsNotThereIsNamed() throws {
    let tool = try Tool("check", "--rules", "/no/such/folder", Tool.sample("yunxi-2023.txt"))
    #expect(tool.status != 0)
    #expect(tool.errors.contains("/no/such/folder"))
    #expect(tool.output.isEmpty)
  }
}
