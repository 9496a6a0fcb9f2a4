import Decoding
import Diagnostics
import Figures
import ReportFixtures
import Reports
import Testing

/// Cells of several lines: what stands in one of the lines is never taken for the whole.
@Suite struct PDFTornCellTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The lines that 政府集中采购 has in its two columns: from the left, below the label, in points.
    let cells: [(left: Double, below: Double, text: String)]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "the rest of an amount bears the unit",
      cells: [(292, 0, "２"), (394, 0, "２２"), (292, 10, "４"), (326, 10, "，５３３.８７４６万元")]),
    Case(
      testDescription: "the rest of an amount alone",
      cells: [(292, 0, "０"), (386, 0, "３１４"), (342, 10, "３３.３９５２万元")]),
    Case(
      testDescription: "a dash between the lines of an amount",
      cells: [(290, 6.7, "—"), (360, 0, "85658.7978"), (389, 13.3, "万元")]),
    Case(
      testDescription: "the rest of a figure bears a note",
      cells: [(292, 0, "６"), (386, 0, "５７６"), (224, 10, "０９（其中修订1件）")]),
  ]

  @Test(arguments: cases)
  func readsNoLineOfACellForTheWhole(_ torn: Case) throws {
    let report = try read { pen in
      Self.rows(&pen)
      pen.write("政府集中采购", left: 74, top: 200, size: 8)
      for cell in torn.cells { pen.write(cell.text, left: cell.left, top: 200 + cell.below, size: 8) }
    }
    #expect(figure("permits.decisions", report) == Figure(7))
    let read = ["procurement.projects", "procurement.amount"].map { figure($0, report) }
    #expect(read.allSatisfy { $0 == nil || $0 == .zero }, "\(read)")
  }

  /// Figures at the head of a page that have no label are not those of the label that ends the page before.
  @Test func readsNoFiguresForALabelOnThePageBefore() throws {
    let report = try read { pen in
      Self.rows(&pen)
      for (column, head) in ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"].enumerated() {
        pen.write(head, left: 74 + 110 * Double(column), top: 738, size: 8)
      }
      pen.write("规章", left: 74, top: 751, size: 8)
      pen.turnPage()
      for (index, text) in ["-", "12", "10"].enumerated() {
        pen.write(text, left: 184 + 110 * Double(index), top: 90, size: 8)
      }
      for line in 0..<4 { pen.write("以上各项均以当年末的数为准。", left: 74, top: 120 + 20 * Double(line), size: 12) }
    }
    #expect(["made", "published", "total"].allSatisfy { figure("rules.\($0)", report) == nil })
  }

  /// Words that were wrapped stand between the lines of figures that were.
  @Test func findsFiguresBeyondWrappedWords() throws {
    let report = try read(section: "四、政府信息公开行政复议、行政诉讼情况") { pen in
      let heads = ["维持", "纠正", "其他", "审结", "总计"]
      for column in 0..<15 {
        let left = 74 + 30 * Double(column)
        pen.write(heads[column % 5], left: left, top: 110, size: 8)
        if column != 1, column != 2 { pen.write("0", left: left + 6, top: 148, size: 8) }
      }
      for (line, text) in ["792", "（其中", "修订1", "件）"].enumerated() {
        pen.write(text, left: 104, top: 130 + 12 * Double(line), size: 8)
      }
      for (line, text) in ["68", "310", "2"].enumerated() {
        pen.write(text, left: 142 - 2 * Double(text.count), top: 136 + 12 * Double(line), size: 8)
      }
    }
    #expect(report.tables[2].cells.allSatisfy { $0.figure == nil || $0.figure == .zero })
    #expect(!report.source.text(report.source.span).contains("\t310\t"))
  }

  private static func rows(_ pen: inout PDFPen) {
    let rows = [("行政许可", ["5", "1", "7"]), ("行政处罚", ["6", "2", "8"]), ("行政强制", ["3", "3", "9"])]
    for (row, (label, figures)) in rows.enumerated() {
      let top = 110 + 20 * Double(row)
      pen.write(label, left: 74, top: top, size: 8)
      for (column, text) in figures.enumerated() {
        pen.write(text, left: 292 + 100 * Double(column), top: top, size: 8)
      }
    }
    for (column, head) in ["信息内容", "采购项目数量", "采购总金额"].enumerated() {
      pen.write(head, left: [74, 194, 304][column], top: 180, size: 8)
    }
  }

  private func read(section: String = "二、主动公开政府信息情况", _ draw: (inout PDFPen) -> Void) throws -> Report {
    var pen = PDFPen()
    pen.write("云溪县2020年政府信息公开工作年度报告", left: 72, top: 40, size: 16)
    pen.write("一、总体情况", left: 72, top: 64, size: 12)
    pen.write(section, left: 72, top: 84, size: 12)
    draw(&pen)
    return try #require(ReportReader.read(PDF.document(listing: pen.listing(leading: 1))))
  }

  private func figure(_ key: String, _ report: Report) -> Figure? {
    let parts = key.split(separator: ".").map(String.init)
    let table = report.tables[0]
    guard let row = table.form.row(parts[0]), let column = table.form.column(parts[1]) else { return nil }
    return table[row, column].figure
  }
}
