import Decoding
import Documents
import ReportFixtures
import Testing

/// Pages that mean harm.
@Suite struct HTMLHostileTests {
  private func failure(_ page: String, limits: Limits = .standard) -> DecodingFailure? {
    do throws(DecodingFailure) {
      _ = try Decoders.decode(Array(page.utf8), limits: limits)
      return nil
    } catch { return error }
  }

  @Test(arguments: ["div", "span", "table><tr><td", "ul><li", "font", "b", "blockquote"])
  func refusesDepth(_ tag: String) {
    let page = "<html>" + String(repeating: "<\(tag)>", count: 100_000) + "甲"
    #expect(failure(page) == .tooDeep(limit: Limits.standard.nesting))
  }

  @Test func refusesEntitiesOfItsOwnMake() {
    let page = "<!DOCTYPE html [<!ENTITY a \"甲甲\"><!ENTITY b \"&a;&a;\">]><html><p>&b;</p></html>"
    #expect(failure(page) == .damaged(format: "HTML"))
  }

  @Test func refusesAMillionCells() {
    let row = "<tr>" + String(repeating: "<td>1", count: 1000)
    let page = "<html><table>" + String(repeating: row, count: 1001)
    #expect(failure(page) == .tooManyCells(limit: 1_000_000))
  }

  @Test func refusesElementsWithoutEnd() {
    let page = "<html>" + String(repeating: "</x>", count: 2_100_000)
    #expect(failure(page) == .tooManyElements(limit: Limits.standard.elements))
  }

  @Test func boundsEndTagsThatMatchNothing() {
    let page =
      "<html>" + String(repeating: "<div>", count: 500) + String(repeating: "</x>", count: 500_000) + "甲"
    #expect(failure(page) == nil)
  }

  @Test(arguments: ["100000000", "-3", "0", "99999999999999999999", "x", "", " 2", "1.5"])
  func readsOddSpans(_ span: String) throws {
    let page = """
      <html><table><tr><td rowspan="\(span)">甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>
      <table><tr><td>丙</td><td colspan="\(span)">3</td></tr></table>
      """
    let document = try? Decoders.decode(Array(page.utf8))
    #expect(
      document.map { DecoderConformance.check($0).isEmpty } ?? (failure(page) == .tooManyColumns(limit: 1000))
    )
  }

  @Test func readsPastControlBytes() throws {
    var page = Array("<html><p>甲</p>".utf8)
    page += [0, 1, 0x0B, 0x1B]
    page += Array("<p>乙</p></html>".utf8)
    #expect(try Outline.of(page) == ["- 甲", "- 乙"])
  }

  @Test func readsLongAttributesAndText() throws {
    let picture = "<img src='data:image/png;base64," + String(repeating: "A", count: 12_000_000) + "'>"
    let text = String(repeating: "长", count: 4_000_000)
    let outline = try Outline.of(Array("<html><body>\(picture)<p>\(text)</p><p>尾</p></body></html>".utf8))
    #expect(outline.count == 2 && outline.last == "- 尾")
  }

  @Test(arguments: [
    "<html>", "<html></html>", "<html><table></table>", "<html><table><tr><td></table>", "<p",
  ])
  func readsNothing(_ page: String) throws { #expect(try Outline.of(Array(page.utf8)) == []) }
}
