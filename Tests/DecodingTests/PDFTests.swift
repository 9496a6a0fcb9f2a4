import Decoding
import Diagnostics
import Documents
import ReportFixtures
import Testing

@Suite struct PDFTests {
  private static func text(_ document: Document) -> [String] {
    document.blocks.map { block in
      switch block {
      case .paragraph(let paragraph): "¶" + document.source.text(paragraph.span)
      case .table(let table):
        table.rows.map {
          $0.cells.map { "\($0.column):" + document.source.text($0.span) }.joined(separator: "|")
        }
        .joined(separator: " / ")
      }
    }
  }

  /// A table of four rows and three columns, one column for labels.
  private static func table(_ rows: [[String]]) -> PDFPen {
    var pen = PDFPen()
    pen.write("二、主动公开政府信息情况", left: 72, top: 72, size: 14)
    for (index, row) in rows.enumerated() {
      for (column, text) in row.enumerated() {
        pen.write(text, left: 72 + 130 * Double(column), top: 110 + 22 * Double(index), size: 10)
      }
    }
    return pen
  }

  @Test func findsColumnsByPosition() throws {
    let rows = [
      ["信息内容", "制发件数", "废止件数", "现行有效"], ["规章", "1", "2", "33"], ["规范性文件", "4", "", "5"],
      ["行政许可", "", "7", ""],
    ]
    let document = try Decoders.decode(Self.table(rows).bytes)
    #expect(
      Self.text(document) == [
        "¶二、主动公开政府信息情况",
        "0:信息内容|1:制发件数|2:废止件数|3:现行有效 / 0:规章|1:1|2:2|3:33 / 0:规范性文件|1:4|2:|3:5 / 0:行政许可|1:|2:7|3:",
      ])
    #expect(DecoderConformance.check(document) == [])
  }

  /// One row of figures says nothing about a column that has none; its head does.
  @Test func findsBlankColumnsByTheirHeads() throws {
    var pen = PDFPen()
    pen.write("四、政府信息公开行政复议、行政诉讼情况", left: 72, top: 72, size: 14)
    for (index, head) in ["维持", "纠正", "其他", "审结", "总计"].enumerated() {
      pen.write(head, left: 72 + 80 * Double(index), top: 110, size: 10)
      if index != 2 { pen.write("\(index)", left: 80 + 80 * Double(index), top: 132, size: 10) }
    }
    pen.write("五、存在的主要问题及改进情况", left: 72, top: 180, size: 14)
    let document = try Decoders.decode(pen.bytes)
    #expect(Self.text(document)[1].hasSuffix("0:0|1:1|2:|3:3|4:4"))
  }

  /// Digits a hair apart are one number; a little more and nobody knows.
  @Test(arguments: [(0.5, "0:规章|1:12|2:0"), (4.0, "0:规章|1:1 2|2:0")])
  func joinsDigitsThatTouch(gap: Double, row: String) throws {
    var pen = Self.table([["规范性文件", "", "8"]])
    pen.write("8", left: 203, top: 110, size: 10)
    pen.write("规章", left: 72, top: 140, size: 10)
    pen.write("1", left: 200, top: 140, size: 10)
    pen.write("2", left: 205 + gap, top: 140, size: 10)
    pen.write("0", left: 332, top: 140, size: 10)
    let document = try Decoders.decode(pen.bytes)
    #expect(Self.text(document).last?.hasSuffix(row) == true, "\(Self.text(document))")
  }

  /// Radicals are written like the ideographs that they are taken from.
  @Test func makesRadicalsIdeographs() throws {
    let listing = """
      <page width="595.0" height="842.0">\
      <word xMin="72.0" yMin="72.0" xMax="200.0" yMax="86.0">⼀、总体情况&amp;⽂件</word>
      """
      + (0..<8).map {
        "<word xMin=\"72\" yMin=\"\(100 + 20 * $0)\" xMax=\"90\" yMax=\"\(110 + 20 * $0)\">甲</word>"
      }.joined()
    let document = try PDF.document(listing: Array(listing.utf8))
    #expect(Self.text(document)[0] == "¶一、总体情况&文件")
  }

  @Test func dropsHeadsFeetAndPageNumbers() throws {
    var pen = PDFPen()
    for page in 1...3 {
      if page > 1 { pen.turnPage() }
      pen.write("云溪县政务公开", left: 72, top: 40, size: 9)
      for line in 0..<5 {
        pen.write(
          ["甲", "乙", "丙"][page - 1] + "处第\(line)行的正文，说明全年情况。", left: 72, top: 100 + 24 * Double(line),
          size: 12)
      }
      pen.write("— \(page) —", left: 280, top: 800, size: 10)
    }
    let text = Self.text(try Decoders.decode(pen.bytes)).joined()
    #expect(!text.contains("政务公开") && !text.contains("—") && text.contains("丙处第4行"))
  }

  @Test func saysThatAScanHasNoText() {
    var pen = PDFPen()
    pen.write("— 1 —", left: 280, top: 800, size: 10)
    #expect(throws: DecodingFailure.scanned) { _ = try Decoders.decode(pen.bytes) }
    #expect(throws: DecodingFailure.scanned) { _ = try Decoders.decode(PDFPen().bytes) }
  }

  @Test func keepsItsLimits() {
    var limits = Limits.standard
    limits.pages = 2
    var pen = PDFPen()
    pen.turnPage()
    pen.turnPage()
    #expect(throws: DecodingFailure.tooManyPages(limit: 2)) {
      _ = try Decoders.decode(pen.bytes, limits: limits)
    }
    limits = .standard
    limits.words = 100
    let table = Self.table((0..<20).map { ["行\($0)", "1", "2", "3"] })
    #expect(throws: DecodingFailure.tooManyWords(limit: 100)) {
      _ = try Decoders.decode(table.bytes, limits: limits)
    }
    limits = .standard
    limits.cells = 10
    #expect(throws: DecodingFailure.tooManyCells(limit: 10)) {
      _ = try Decoders.decode(table.bytes, limits: limits)
    }
  }
}
