import Decoding
import Documents
import ReportFixtures
import Testing

/// Packed files that are none of a word processor, are broken, or mean harm.
@Suite struct DOCXHostileTests {
  private func failure(_ bytes: [UInt8], limits: Limits = .standard) -> DecodingFailure? {
    do throws(DecodingFailure) {
      _ = try Decoders.decode(bytes, limits: limits)
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("xl/workbook.xml", "XLSX"), ("ppt/presentation.xml", "PPTX"), ("OFD.xml", "OFD"), ("报告.txt", "ZIP"),
    ("content.xml", "ODT"),
  ]) func namesOtherFormats(member: String, name: String) {
    let file = DOCXWriter(parts: [("a.txt", [1]), (member, Array("<a/>".utf8))])
    #expect(failure(file.bytes()) == .unsupportedFormat(name: name))
  }

  @Test func refusesEveryTruncation() {
    let body = (0..<400).map { DOCXTests.paragraph("第\($0 * 7919 % 1000)段") }.joined()
    let bytes = DOCXWriter(body: body, numbering: DOCXTests.chapters).bytes()
    for count in stride(from: 4, to: bytes.count, by: 61) {
      let failure = failure(Array(bytes[0..<count]))
      #expect(failure == .damaged(format: "ZIP"), "\(count) of \(bytes.count)")
    }
  }

  @Test func refusesPasswords() {
    var file = DOCXWriter(body: DOCXTests.paragraph("甲"))
    file.password = "云溪"
    #expect(failure(file.bytes()) == .encrypted(format: "DOCX"))
  }

  @Test func refusesWhatSwells() {
    let text = String(repeating: " ", count: 40 << 20)
    let bytes = DOCXWriter(body: DOCXTests.paragraph(text)).bytes()
    #expect(bytes.count < 100_000)
    if case .expandsTooFar = failure(bytes) {} else { Issue.record("\(String(describing: failure(bytes)))") }
  }

  @Test func refusesTooManyMembers() {
    let parts = (0..<10_001).map { (name: "a/\($0)", content: [UInt8]()) }
    #expect(failure(DOCXWriter(parts: parts).bytes()) == .tooManyMembers(limit: 10_000))
  }

  @Test func refusesEntities() {
    let part = """
      <?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "甲甲甲甲"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
      <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&c;</w:t>\
      </w:r></w:p></w:body></w:document>
      """
    let file = DOCXWriter(parts: [("word/document.xml", Array(part.utf8))])
    #expect(failure(file.bytes()) == .damaged(format: "DOCX"))
  }

  @Test(arguments: ["w:tbl", "w:p", "w:tc", "w:tr", "w:txbxContent", "w:pPr", "w:sdt", "x"])
  func refusesDepth(_ name: String) {
    let body =
      String(repeating: "<\(name)>", count: 100_000) + String(repeating: "</\(name)>", count: 100_000)
    var file = DOCXWriter(body: body)
    file.isPacked = false
    #expect(failure(file.bytes()) == .tooDeep(limit: name == "w:tbl" ? Limits.standard.tableNesting : 200))
  }

  @Test func refusesTablesInTables() {
    let body =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: 45)
      + String(repeating: "</w:tc></w:tr></w:tbl>", count: 45)
    #expect(failure(DOCXWriter(body: body).bytes()) == .tooDeep(limit: Limits.standard.tableNesting))
  }

  @Test func refusesAMillionCells() {
    var limits = Limits.standard
    limits.cells = 1000
    let body = "<w:tbl><w:tr>" + String(repeating: "<w:tc/>", count: 900) + "</w:tr></w:tbl>"
    #expect(failure(DOCXWriter(body: body).bytes(), limits: limits) == nil)
    #expect(failure(DOCXWriter(body: body + body).bytes(), limits: limits) == .tooManyCells(limit: 1000))
  }

  @Test(arguments: ["100000000", "-3", "0", "99999999999999999999", "x", ""]) func readsOddSpans(
    _ span: String
  ) throws {
    let body = DOCXTests.table(
      DOCXTests.cell("甲", "<w:gridSpan w:val=\"\(span)\"/>"),
      DOCXTests.cell("乙", "<w:vMerge w:val=\"\(span)\"/>"))
    #expect(failure(DOCXWriter(body: body).bytes()) == nil)
  }

  @Test(arguments: ["", "<a", "<a/>", "<a></b>", "\u{0}", "<w:p>"]) func refusesBrokenParts(_ part: String) {
    let file = DOCXWriter(parts: [("word/document.xml", Array(part.utf8))])
    let failure = failure(file.bytes())
    #expect(failure == nil || failure == .damaged(format: "DOCX"))
  }
}
