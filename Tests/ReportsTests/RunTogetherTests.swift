import Decoding
import Figures
import ReportFixtures
import Reports
import Testing

/// A page saved as plain text: the whole report on a few lines, the cells of its tables run together.
@Suite struct RunTogetherTests {
  @Test func neverReadsAnotherFigureThanTheTrueOne() throws {
    let seed = Seed.announced("run together")
    var random = SplitMix64(seed: seed)
    var right = 0
    var missing = 0
    for number in 0..<Seed.cases(200) {
      let fixture = FixtureReport(&random)
      let text = Self.page(fixture)
      let report = try #require(
        try ReportReader.read(Decoders.decode(Array(text.utf8))), "seed \(seed), case \(number)\n\(text)")
      let comparison = Comparison(report, fixture)
      #expect(comparison.wrong.isEmpty, "seed \(seed), case \(number)\n\(text)")
      #expect(
        report.sections.allSatisfy { $0.headings.count == 1 && !$0.isEmpty }, "seed \(seed), case \(number)")
      #expect(report.year == fixture.year)
      right += comparison.right
      missing += comparison.missingCount
    }
    print("run together: \(right) cells read, \(missing) missing")
    // Most rows of table 3 can be told apart; a page of which little is read would show a broken reader.
    #expect(right > missing)
  }

  struct Row: CustomTestStringConvertible {
    let digits: String
    /// `?` for a cell that cannot be told.
    let figures: String
    let isInferred: Bool

    var testDescription: String { digits }
  }

  static let rows = [
    Row(digits: "0000000", figures: "0 0 0 0 0 0 0", isInferred: false),
    Row(digits: "640020470", figures: "64 0 0 2 0 4 70", isInferred: true),
    Row(digits: "713000074", figures: "71 3 0 0 0 0 74", isInferred: true),
    Row(digits: "230 000023", figures: "23 0 0 0 0 0 23", isInferred: true),
    Row(digits: "0 0 0 0 0 00", figures: "0 0 0 0 0 0 0", isInferred: false),
    Row(digits: "12 3 0 0 0 0 15", figures: "12 3 0 0 0 0 15", isInferred: false),
    // Nothing adds up: only what every way of dividing has in common is read.
    Row(digits: "71000078", figures: "? ? 0 0 0 ? ?", isInferred: false),
  ]

  @Test(arguments: rows) func digitsAreDividedWhereOnlyOneWayIsLeft(_ row: Row) throws {
    var random = SplitMix64(seed: 7)
    var fixture = FixtureReport(edition: .form2021, &random)
    for key in FixtureReport.keys(.table3, .form2021) { fixture.figures[key] = .zero }
    let text = Self.page(fixture, replacing: ["granted": row.digits])
    let report = try #require(try ReportReader.read(Decoders.decode(Array(text.utf8))))
    let table = report.tables[1]
    let granted = try #require(table.form.row("granted"))
    let figures = table.form.columns.indices.map { table[granted, $0].figure?.description ?? "?" }
    #expect(figures.joined(separator: " ") == row.figures)
    #expect(table.inferredRows.contains(granted) == row.isInferred)
  }

  static let joinedRows: [(digits: String, others: [String: String], ways: Int)] = [
    // 1 and 10 or 11 and 0 add up to 12 with the last 1; five other ways do not.
    ("110000112", [:], 7),
    // Read by its sum.
    ("713000074", [:], 0),
    // Adds up in no way: it may have lost a cell.
    ("71000078", [:], 0),
    // A page that leaves cells blank.
    ("110000112", ["partial": "000000"], 0),
  ]

  /// What a row can be is known where its digits are those of all its cells.
  @Test(arguments: joinedRows)
  func whatAJoinedRowCanBeIsKnown(_ digits: String, _ others: [String: String], _ ways: Int) throws {
    var random = SplitMix64(seed: 7)
    var fixture = FixtureReport(edition: .form2021, &random)
    for key in FixtureReport.keys(.table3, .form2021) { fixture.figures[key] = .zero }
    let text = Self.page(fixture, replacing: others.merging(["granted": digits]) { $1 })
    let report = try #require(try ReportReader.read(Decoders.decode(Array(text.utf8))))
    let joined = report.tables[1].joined
    #expect(joined.reduce(0) { $0 + $1.ways.count } == ways)
  }

  // MARK: Writing such a page

  private static let numerals = ["一", "二", "三", "四", "五", "六"]

  private static func page(_ fixture: FixtureReport, replacing: [String: String] = [:]) -> String {
    let title = "\(fixture.agency)\(fixture.year)年政府信息公开工作年度报告"
    let body = SectionForm.all.map { form in
      let heading = "\(numerals[form.number - 1])、\(form.title)"
      switch form.number {
      case 2: return heading + table2(fixture)
      case 3: return heading + "申请人情况自然人法人或其他组织总计商业企业科研机构" + table3(fixture, replacing) + " "
      case 4: return heading + table4(fixture) + " "
      default: return heading + " " + (fixture.prose[form.number] ?? []).joined() + padding
      }
    }
    return title + "\n本报告的统计期限为\(fixture.year)年1月1日至\(fixture.year)年12月31日。 " + body.joined() + "\n"
  }

  /// Long enough for the line to hold several chapters whatever the prose is.
  private static let padding = String(repeating: "按照要求做好各项工作。", count: 12)

  private static func table2(_ fixture: FixtureReport) -> String {
    let form = TableForm.table2
    let header = fixture.edition == .form2021 ? "信息内容本年制发件数本年废止件数现行有效件数" : "信息内容本年新制作数量本年新公开数量对外公开总数量"
    let columns =
      fixture.edition == .form2021
      ? ["issued", "repealed", "in_force", "decisions", "amount"]
      : ["made", "published", "total", "previous", "change", "decisions", "projects", "amount"]
    let rows = form.rows.filter { $0.editions.contains(fixture.edition) }.map { row in
      row.names[0] + columns.compactMap { fixture.figures["t2.\(row.key).\($0)"]?.description }.joined()
    }
    return header + rows.joined()
  }

  private static func table3(_ fixture: FixtureReport, _ replacing: [String: String]) -> String {
    var text = ""
    var counts: [Substring: Int] = [:]
    for row in TableForm.table3.rows where row.editions.contains(fixture.edition) {
      let parts = row.key.split(separator: ".")
      if parts.count == 2 {
        counts[parts[0], default: 0] += 1
        text += "\(counts[parts[0]] ?? 0)."
      }
      text += row.key == "other.misc" ? "其他" : row.key == "total" ? "（七）总计" : row.names[row.names.count - 1]
      text += replacing[row.key] ?? figures("t3.\(row.key)", TableForm.table3.columns, fixture)
    }
    return text
  }

  private static func table4(_ fixture: FixtureReport) -> String {
    let form = TableForm.table4
    let header = "行政复议行政诉讼结果维持结果纠正其他结果尚未审结总计未经复议直接起诉复议后起诉结果维持结果纠正其他结果尚未审结总计"
    return header + form.rows.map { figures("t4.\($0.key)", form.columns, fixture) }.joined()
  }

  private static func figures(_ row: String, _ columns: [TableForm.Axis], _ fixture: FixtureReport) -> String
  {
    columns.map { fixture.figure("\(row).\($0.key)").description }.joined()
  }
}
