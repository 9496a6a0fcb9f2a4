import Decoding
import Diagnostics
import Reports
import Testing

/// What is told of cells and rows that are not as the form demands, and what is left untold.
@Suite struct OddCellTests {
  /// A report as a page whose third section holds a table.
  private static func report(_ rows: [[String]]) throws -> Report {
    let table = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    return try report(third: "<table>\(table)</table>")
  }

  private static func report(third: String) throws -> Report { try report([3: third]) }

  /// - Parameter content: of sections, by their numbers.
  private static func report(_ content: [Int: String]) throws -> Report {
    var text = "<html><body><p>云溪县2023年政府信息公开工作年度报告</p>"
    for form in SectionForm.all {
      text += "<p>\(["一", "二", "三", "四", "五", "六"][form.number - 1])、\(form.title)</p>"
      text += content[form.number] ?? "<p>这里写了一句话。</p>"
    }
    return try #require(ReportReader.read(Decoders.decode(Array((text + "</body></html>").utf8))))
  }

  private static let rows = [
    ["一、本年新收政府信息公开申请数量", "18", "3", "0", "0", "1", "0", "22"],
    ["二、上年结转政府信息公开申请数量", "2", "0", "0", "0", "0", "0", "2"],
    ["（一）予以公开", "9", "2", "0", "0", "0", "0", "11"],
  ]

  /// Pieces of figures of which nobody knows whether they are one bear bars between them.
  @Test(arguments: ["| 275 | 7 | 0", "| ２７５ | ７", "２７ ５"])
  func callsNoDoubtfulFigureWords(figure: String) throws {
    let report = try Self.report(Self.rows + [["（二）部分公开", "0", figure, "0", "0", "0", "0", "2"]])
    #expect(report.cellsRead == 3 * 7 + 6)
    #expect(report.oddCells.isEmpty)
  }

  @Test(arguments: ["不详", "较多", "见附件"]) func tellsWordsInTheOnlyCellOfARow(word: String) throws {
    let rows = [
      ["规章", "0", "0", "0"], ["行政规范性文件", "2", "1", "9"], ["行政许可", "14"], ["行政处罚", "6"], ["行政强制", word],
    ]
    let table = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    let report = try Self.report([2: "<table>\(table)</table>"])
    #expect(report.oddCells.map(\.row.key) == ["coercions"])
    #expect(report.oddCells.map(\.fault) == [.words])
    #expect(report.oddCells.map { $0.span.map(report.source.text) } == [word])
  }

  @Test func tellsWordsInTheLineOfTable4() throws {
    let results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    let rows = [
      ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"], results + results + results,
      ["较少"] + Array(repeating: "0", count: 14),
    ]
    let table = rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined()
    let report = try Self.report([4: "<table>\(table)</table>"])
    #expect(report.oddCells.map(\.fault) == [.words])
    #expect(report.oddCells.map { $0.span.map(report.source.text) } == ["较少"])
  }

  @Test func tellsWordsInACell() throws {
    let report = try Self.report(Self.rows + [["（二）部分公开", "0", "约10", "0", "0", "0", "0", "2"]])
    #expect(report.oddCells.map(\.column.key) == ["business"])
    #expect(report.oddCells.map(\.fault) == [.words])
  }

  /// A label that a line break tore apart is there, whether its figures are read or not.
  @Test func missesNoRowWhoseLabelIsTorn() throws {
    let report = try Self.report(
      Self.rows + [["（二）部"], ["分公开（囗囗）", "5", "0", "0", "0", "0", "0", "5"]])
    let absent = report.statutoryRows.filter { !$0.isPresent }.map(\.row.key)
    #expect(!absent.contains("partial") && absent.contains("denied.law"))
  }
}
