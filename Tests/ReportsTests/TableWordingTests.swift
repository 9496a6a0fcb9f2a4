import Decoding
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
}
