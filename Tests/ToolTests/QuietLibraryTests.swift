import Foundation
import ReportFixtures
import Testing

/// What the libraries below find wrong with a file is the tool's to say, and not theirs.
@Suite struct QuietLibraryTests {
  /// Bytes that are not in the encoding that they claim.
  @Test(arguments: ["UTF-8", "GB2312", "GB18030", "UTF-16", "Big5", "ISO-2022-CN", "EUC-JP"])
  func writesNothingOfEncodings(name: String) throws {
    let torn: [UInt8] = [0xC4, 0xFF, 0xFE, 0x80, 0xD6]
    let text = Array("一、总体情况".utf8) + torn + Array("工作平稳".utf8)
    let head = Array("<?xml version=\"1.0\" encoding=\"\(name)\"?>".utf8)
    let opening = Array(
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
        .utf8)
    let padding = Array(String(repeating: "甲", count: 4000).utf8)
    let closing = Array("</w:t></w:r></w:p></w:body></w:document>".utf8)
    for body in [text, padding + text] {
      let part = ZipWriter.Member("word/document.xml", head + opening + body + closing)
      try check(ZipWriter([part]).bytes)
      let page = Array("<html><head><meta charset=\"\(name)\"></head><body><p>".utf8) + body
      try check(page + Array("</p></body></html>".utf8))
    }
  }

  private func check(_ bytes: [UInt8]) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let check = try Tool("check", "--format", "ndjson", "--rules", Tool.rules, file.path)
    #expect(check.output.split(separator: "\n").count == 1)
    #expect(check.errors == "")
  }
}
