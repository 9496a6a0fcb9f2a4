import Foundation
import Testing

/// The page is well-formed XML too: what cannot be misread here can be misread nowhere.
@Suite struct HTMLTests {
  private func page(_ tool: Tool) throws -> MarkupElement { try MarkupElement.parse(tool.output) }

  private func samples() throws -> MarkupElement {
    try page(
      Tool(
        "check", "--format", "html", "--rules", Tool.rules, Tool.root.appending(path: "Tests/Samples").path))
  }

  @Test func theTableHasEveryReportWithWhatAsksForActionFirst() throws {
    let page = try samples()
    let bodies = page.descendants("tbody")
    #expect(bodies.map { $0["id"] } == ["flagged", "rejected", "incomplete", "passed"])
    #expect(bodies.map { $0.all("tr").count } == [2, 1, 1, 1])
    let rows = bodies.flatMap { $0.all("tr") }
    let columns = try #require(page.descendants("thead").first).descendants("th").count
    #expect(rows.allSatisfy { $0.all("td").count == columns })
    let town = try #require(rows.first { $0.descendants("a").first?.text == "临溪市石桥湾镇政府办公室" })
    #expect(town.all("td").map(\.text) == ["", "", "2022", "", "1", "2", "", "", "200/200", ""])
  }

  @Test func everyLinkLeadsToAPlaceOnThePage() throws {
    let page = try samples()
    let identifiers = Set(identifiers(page))
    let links = page.descendants("a").compactMap { $0["href"] }
    #expect(links.count == 4 + 5 + 5)
    #expect(links.allSatisfy { $0.hasPrefix("#") && identifiers.contains(String($0.dropFirst())) })
  }

  @Test func aFindingShowsPlaceBasisAndRemedy() throws {
    let finding = try #require(
      try samples().descendants("article").first { article in
        article.descendants("code").first?.text == "narrative-applications"
      })
    #expect(finding["class"] == "finding error")
    #expect(finding.descendants("h3").first?.text.contains("表三新收 11 件") == true)
    #expect(finding.descendants("span").map(\.text).dropFirst().first == "第 11 行")
    #expect(finding.descendants("mark").first?.text == "受理政府信息公开申请6件")
    #expect(finding.descendants("bdi").first?.text == "全年共，均在法定期限内答复申请人。")
    #expect(finding.descendants("dt").map(\.text) == ["依据", "建议", "规则"])
  }

  @Test func placesOfOneLineAreMarkedInOneLine() throws {
    let page = try page(
      Tool("check", "--format", "html", "--rules", Tool.rules, "-", input: Array(try unbalanced().utf8)))
    let total = try #require(
      page.descendants("article").first { $0.descendants("code").first?.text == "t3-row-total" })
    #expect(total.descendants("blockquote").first?.all("p").count == 1)
    #expect(total.descendants("mark").count == 7)
  }

  @Test func whatWasNotReadIsToldInWords() throws {
    let page = try samples()
    let undecided = page.descendants("section").filter { $0["class"] == "undecided" }
    #expect(undecided.count == 1)
    let lines = undecided.flatMap { $0.descendants("li") }.map(\.text)
    #expect(lines.contains { $0.hasPrefix("表三有 42 个单元格数字与列对不上：") })
    #expect(lines.contains { $0.hasPrefix("无法核对") })
  }

  @Test func nothingIsLoadedAndNothingRuns() throws {
    let hostile = try HostileReport()
    defer { hostile.remove() }
    let tool = try hostile.check("html")
    let page = try page(tool)
    let known: Set = [
      "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "p", "span", "b", "a",
      "table", "thead", "tbody", "tr", "th", "td", "main", "details", "summary", "div", "article", "section",
      "blockquote", "bdi", "mark", "dl", "dt", "dd", "code", "ul", "li", "footer",
    ]
    #expect(Set(page.names).subtracting(known).isEmpty)
    let attributes: Set = [
      "lang", "charset", "name", "content", "http-equiv", "class", "id", "href", "scope", "open",
      "data-label",
    ]
    #expect(Set(page.attributeNames).subtracting(attributes).isEmpty)
    #expect(page.descendants("a").allSatisfy { $0["href"]?.hasPrefix("#") == true })
    #expect(!tool.output.contains("url(") && !tool.output.contains("@import"))
    #expect(page.descendants("mark").contains { $0.text == "門" })
  }

  @Test func hundredsOfReportsAreFolded() throws {
    let list = String(repeating: Tool.sample("yunxi-2023.txt") + "\n", count: 300)
    let tool = try Tool(
      "check", "--format", "html", "--rules", Tool.rules, "--from-file", "-", input: Array(list.utf8))
    let details = try page(tool).descendants("details")
    #expect(details.count == 300)
    #expect(details.allSatisfy { $0["open"] == nil })
  }

  /// A sample whose rows stand on one line each, with a row that does not add up.
  private func unbalanced() throws -> String {
    let sample = try String(contentsOf: URL(filePath: Tool.sample("yunxi-2023.txt")), encoding: .utf8)
    return sample.replacing("请数量 | 18 | 3 |", with: "请数量 | 18 | 4 |")
  }

  private func identifiers(_ element: MarkupElement) -> [String] {
    (element["id"].map { [$0] } ?? []) + element.children.flatMap(identifiers)
  }
}
