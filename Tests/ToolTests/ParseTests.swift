import Foundation
import Testing

@Suite struct ParseTests {
  @Test func theReportHasExactlyTheKeysOfTheContract() throws {
    let tool = try Tool("parse", "--format", "json", "--rules", Tool.rules, Tool.sample("yunxi-2023.txt"))
    #expect(tool.status == 0)
    let report = try tool.json()
    #expect(
      Set(report.keys) == [
        "file", "title", "agency", "year", "edition", "published", "sections", "tables", "missing", "claims",
      ])
    #expect(report["agency"] as? String == "云溪县")
    let sections = try #require(report["sections"] as? [[String: Any]])
    #expect(sections.map { $0["number"] as? Int } == [1, 2, 3, 4, 5, 6])
    #expect(Set(sections[0].keys) == ["number", "title", "present", "empty", "line"])
    let tables = try #require(report["tables"] as? [String: [String: [String: Any]]])
    #expect(
      tables["t2"]?.keys.sorted() == ["coercions", "fees", "normative", "penalties", "permits", "rules"])
    #expect(tables["t2"]?["normative"]?.keys.sorted() == ["in_force", "issued", "repealed"])
    #expect(tables["t3"]?.count == 25)
    #expect(
      tables["t3"]?["denied.law"]?.keys.sorted() == [
        "business", "legal", "natural", "other", "public_interest", "research", "total",
      ])
    #expect(tables["t4"]?["litigation_after_review"]?.count == 5)
    #expect((report["missing"] as? [Any])?.isEmpty == true)
  }

  @Test func aCellThatCouldNotBeReadIsNullAndSaysWhy() throws {
    let report = try Tool("parse", "--format", "json", "--rules", Tool.rules, Tool.sample("wuling-2020.txt"))
      .json()
    let missing = try #require(report["missing"] as? [[String: String]])
    #expect(missing.count == 42)
    let tables = try #require(report["tables"] as? [String: [String: [String: Any]]])
    for entry in missing {
      #expect(entry["cause"] == "column_ambiguous")
      let cell = try #require(entry["cell"]).split(separator: ".").map(String.init)
      let row = cell[1..<(cell.count - 1)].joined(separator: ".")
      #expect(tables[cell[0]]?[row]?[cell[cell.count - 1]] is NSNull)
    }
  }

  @Test func claimsOfTheProseAreListed() throws {
    let sample = Tool.sample("shiqiao-town-2022.txt")
    let report = try Tool("parse", "--format", "json", "--rules", Tool.rules, sample).json()
    let claims = try #require(report["claims"] as? [[String: Any]])
    let applications = try #require(claims.first { $0["kind"] as? String == "收到申请" })
    #expect(applications["value"] as? Int == 6)
    #expect((applications["text"] as? String)?.contains("申请6件") == true)
    #expect(applications["line"] is Int)
  }

  @Test func textShowsTablesForPeople() throws {
    let tool = try Tool("parse", "--format", "text", "--rules", Tool.rules, Tool.sample("yunxi-2023.txt"))
    #expect(tool.status == 0)
    for word in ["云溪县", "表二", "表三", "表四", "办理结果总计", "读出 200/200 个单元格"] {
      #expect(tool.output.contains(word), "\(word)")
    }
  }

  @Test func programsGetJSONWithoutAsking() throws {
    let tool = try Tool("parse", "--rules", Tool.rules, Tool.sample("yunxi-2023.txt"))
    #expect(try tool.json()["agency"] as? String == "云溪县")
  }

  @Test func whatIsNoReportIsToldOnStandardError() throws {
    let tool = try Tool("parse", "--rules", Tool.rules, Tool.sample("not-a-report.txt"))
    #expect(tool.status == 2)
    #expect(tool.output.isEmpty)
    #expect(tool.errors.contains("not-a-report.txt"))
  }
}
