import Decoding
import Diagnostics
import Figures
import ReportFixtures
import Reports
import Testing

/// Ways of printing the form that are not the form's own.
@Suite struct TableWordingTests {
  private static func report(
    _ edition: Edition, _ change: (String) -> String
  ) throws -> (FixtureReport, Report) {
    var random = SplitMix64(seed: 11)
    let fixture = FixtureReport(edition: edition, &random)
    let tables = FormTable.all(fixture, CellStyle())
    let text = change(PlainTextWriter().write(fixture, tables: tables, layout: .pipes, &random))
    return (fixture, try #require(ReportReader.read(try Decoders.decode(Array(text.utf8)))))
  }

  private static func fees(_ report: Report) -> CellReading? {
    let table = report.tables[0]
    guard let row = table.form.row("fees"), let column = table.form.column("amount") else { return nil }
    return table[row, column]
  }

  @Test(arguments: [("单位：元", 10_000), ("单位：万元", 1)])
  func aHeaderTellsTheUnit(_ unit: String, _ divisor: Int64) throws {
    let (fixture, report) = try Self.report(.form2021) { $0.replacing("单位：万元", with: unit) }
    let written = fixture.figure("t2.fees.amount")
    let scale = Figure(millionths: divisor * Figure.scale)
    #expect(Self.fees(report)?.figure == written.divided(by: scale))
  }

  @Test func twoUnitsInHeadersTellNothing() throws {
    let (fixture, report) = try Self.report(.form2021) { text in
      text.replacing("单位：万元", with: "单位：元")
        .replacing("本年处理决定数量", with: "本年处理决定数量（万元）", maxReplacements: 1)
    }
    #expect(fixture.figure("t2.fees.amount") > .zero)
    #expect(Self.fees(report)?.cause == .unitUnknown)
  }

  @Test func circledNumbersAreNumbers() throws {
    let (fixture, report) = try Self.report(.form2021) { text in
      text.replacing(#/\| ([1-8])[.．、]/#) { match in
        "| " + ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧"][(Int(match.1) ?? 1) - 1]
      }
    }
    let comparison = Comparison(report, fixture)
    #expect(comparison.wrong.isEmpty)
    #expect(comparison.missing[.rowAbsent] == nil)
  }

  /// Narrow columns tear the words of the header, and most cells hold a stroke.
  @Test func aTornHeaderOverStrokesIsTableFour() throws {
    let text = """
      云溪县2023年政府信息公开工作年度报告
      一、总体情况
      依法公开。
      四、政府信息公开行政复议、行政诉讼情况
      | 行政复议 | 行政诉讼 |
      | 结果维 | 结果纠 | 其他结 | 尚未审 | 总计 | 未经复议 | 直接起诉 | 复议 | 后起诉 |
      | 持 | 正 | 果 | 结 | 结果维 | 结果纠 | 其他结 | 尚未审 | 总计 | 结果维 | 结果纠 | 其他结 | 尚未审 | 总计 |
      | 持 | 正 | 果 | 结 | 持 | 正 | 果 | 结 |
      | 6 | / | / | 5 | 11 | / | / | / | / | / | / | / | 23 | / | 23 |
      五、存在的主要问题及改进情况
      更新不够及时。
      """
    let report = try #require(ReportReader.read(try Decoders.decode(Array(text.utf8))))
    let figures = report.tables.first { $0.form.key == "t4" }?.cells.map { $0.figure?.whole }
    #expect(figures == [6, 0, 0, 5, 11, 0, 0, 0, 0, 0, 0, 0, 23, 0, 23])
  }

  /// The sentence above a table that ends in a colon says what it says.
  @Test(arguments: [
    ("2023年全县收到申请30件，具体情况如下：", true), ("2023年全县收到申请30件，详见下表", true), ("申请情况：", false),
    ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", false),
  ])
  func whatLeadsInToATableIsProse(_ line: String, _ isProse: Bool) throws {
    let text =
      "云溪县2023年政府信息公开工作年度报告\n一、总体情况\n公开。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n\(line)\n一、本年新收 1 0 0 0 0 0 1\n"
    let report = try #require(ReportReader.read(try Decoders.decode(Array(text.utf8))))
    #expect(report.prose.text.contains(line.prefix(10)) == isProse)
  }
}
