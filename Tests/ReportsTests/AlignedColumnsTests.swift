import Decoding
import Documents
import Figures
import ReportFixtures
import Reports
import Testing

/// Tables that are drawn with spaces: what stands in no column is blank where the other rows prove it, and
/// nothing that was lost or moved is called so.
@Suite struct AlignedColumnsTests {
  @Test(arguments: Damage.allCases)
  func accusesNoCell(damage: Damage) throws {
    let seed = Seed.announced("aligned columns, \(damage)")
    var random = SplitMix64(seed: seed)
    for number in 0..<Seed.cases(150) {
      let file = FixtureFile(.aligned, damage: damage, table: 1, &random)
      guard let report = ReportReader.read(try Decoders.decode(Array(file.text.utf8))) else { continue }
      let blanks = Accusations.false(report, file.tables).filter { $0.hasSuffix("blank") }
      let wrong = Comparison(report, file.report).wrong + blanks
      #expect(wrong == [], "seed \(seed), case \(number)\n\(file.text)")
    }
  }

  private static let rows = [
    "一、本年新收     18     3     0     0     1     0    22", "二、上年结转      2     0     0     0     0     0     2",
    "（一）予以公开    9     2     0     0     0     0    11",
  ]

  @Test(arguments: [
    ("（二）部分公开    2     0           0     0     0     2", "2 0 blank 0 0 0 2"),
    ("（二）部分公开  200           3                 0   203", "200 blank 3 blank blank 0 203"),
    // Lost, moved, cut off, run together, or between the columns.
    ("（二）部分公开    2     0     0     0     0     2", nil),
    ("（二）部分公开          0     0     0     0     0     2", nil),
    ("（二）部分公开    2     0     0     0     0     0", nil),
    ("（二）部分公开    2  1000000     0     0     0     2", nil),
    ("（二）部分公开    2     0       0     0     0     2", nil), ("（二）部分公开 2 0 0 0 0 2", nil),
    // A line of a figure that took two.
    (
      "                              13\n（二）部分公开    2     0           0     0     0     2\n                               7",
      nil
    ),
  ])
  func readsByPlace(line: String, expected: String?) throws {
    var text = "云溪县2023年政府信息公开工作年度报告\n\n一、总体情况\n\n工作平稳。\n\n三、收到和处理政府信息公开申请情况\n\n"
    text += (Self.rows + [line]).joined(separator: "\n") + "\n\n五、存在的主要问题及改进情况\n\n没有。\n"
    let report = try #require(ReportReader.read(Decoders.decode(Array(text.utf8))))
    let table = report.tables[1]
    let row = try #require(table.form.row("partial"))
    let readings = table.form.columns.indices.map { table[row, $0] }
    let read = readings.map { $0.figure?.description ?? $0.cause?.rawValue ?? "" }.joined(separator: " ")
    #expect(read == expected ?? [String](repeating: "column_ambiguous", count: 7).joined(separator: " "))
  }
}
