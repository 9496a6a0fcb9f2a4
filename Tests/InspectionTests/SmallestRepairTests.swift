import Inspection
import Testing

/// `fix` of a table that does not add up: the one cell that would make it, or nothing.
@Suite struct SmallestRepairTests {
  private let inspector: Inspector

  init() throws { inspector = Inspector(try Shipped.rules()) }

  /// Table 3 of the sample as rows of label and seven figures, and what stands around it.
  private struct Table3 {
    private let lines: [String]
    /// For each row its line, the text before its figures, and the figures.
    private(set) var rows: [(line: Int, label: String, figures: [Int])]

    init(_ report: String) {
      lines = report.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      rows = lines.enumerated().compactMap { line, text in
        let cells = text.split(separator: "|").map { $0.filter { $0 != " " } }
        let figures = cells.compactMap { Int($0) }
        guard figures.count == 7, cells.count >= 8 else { return nil }
        return (line, cells.prefix { Int($0) == nil }.joined(separator: " | "), figures)
      }
    }

    subscript(row: Int, column: Int) -> Int {
      get { rows[row].figures[column] }
      set { rows[row].figures[column] = newValue }
    }

    var report: String {
      var lines = lines
      for row in rows {
        lines[row.line] = "| \(row.label) | " + row.figures.map(String.init).joined(separator: " | ") + " |"
      }
      return lines.joined(separator: "\n")
    }
  }

  private static let sample = String(decoding: Shipped.sample("yunxi-2023.txt"), as: UTF8.self)
  private static let columns = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
  private static let arithmetic: Set<String> = ["t3-balance", "t3-row-total", "t3-results-total"]

  /// The fixes of the findings of table 3, and how many findings there are.
  private func fixes(_ table: Table3) -> (fixes: Set<String>, count: Int) {
    let findings = inspector.inspect(Array(table.report.utf8), file: "a.txt").findings
      .filter { Self.arithmetic.contains($0.rule) }
    return (Set(findings.map { $0.fix ?? "" }), findings.count)
  }

  @Test func theSampleHasTheWholeTable() {
    let table = Table3(Self.sample)
    #expect(table.rows.count == 25)
    #expect(fixes(table).count == 0)
  }

  /// Whichever cell is broken, it alone is named, with the value that it had.
  @Test func aBrokenCellIsNamedWithItsValue() {
    let whole = Table3(Self.sample)
    for row in whole.rows.indices {
      for column in Self.columns.indices {
        for change in [1, 7] {
          var broken = whole
          broken[row, column] += change
          let (fixes, count) = fixes(broken)
          let old = whole[row, column]
          #expect(count >= 2, "row \(row), column \(column)")
          #expect(fixes.count == 1)
          let fix = fixes.first ?? ""
          #expect(fix.contains("·\(Self.columns[column])”\(old + change) 改为 \(old)，全部勾稽即成立"), "\(fix)")
        }
      }
    }
  }

  /// Of two broken cells none is named, unless the change would indeed make everything hold.
  @Test func ofTwoBrokenCellsNothingUntrueIsSaid() {
    let whole = Table3(Self.sample)
    for first in stride(from: 0, to: 175, by: 3) {
      let second = (first * 7 + 11) % 175
      guard first != second else { continue }
      var broken = whole
      broken[first / 7, first % 7] += 2
      broken[second / 7, second % 7] += 3
      let (fixes, count) = fixes(broken)
      #expect(count > 0)
      for fix in fixes where !fix.isEmpty { Issue.record("cells \(first) and \(second): \(fix)") }
    }
  }

  @Test func withAMissingCellNothingIsSaid() {
    let report = Self.sample
      .replacing("（一）予以公开 | 9 | 2 | 0", with: "（一）予以公开 | 16 | 2 |  ")
      .replacing("3.其他 | 1 |", with: "3.其他 | 5 |")
    let findings = inspector.inspect(Array(report.utf8), file: "a.txt").findings
    #expect(findings.contains { $0.rule == "t3-results-total" && $0.outcome == .fail })
    #expect(findings.allSatisfy { $0.fix?.contains("改为") != true || !Self.arithmetic.contains($0.rule) })
  }

  @Test(arguments: [
    // The total alone can make it hold: no result may become less than nothing.
    ("| 10 | 1 | 0 | 0 | 0 |", "将“行政复议·总计”0 改为 11，全部勾稽即成立"),
    ("| 10 | 1 | 0 | 0 | 12 |", ""),
  ])
  func inTable4OnlyATotalCanBeNamed(_ review: String, _ fix: String) {
    let report = Self.sample.replacing("| 1 | 0 | 0 | 0 | 1 | 0 | 0", with: review + " 0 | 0")
    let findings = inspector.inspect(Array(report.utf8), file: "a.txt").findings.filter {
      $0.rule == "t4-total"
    }
    #expect(findings.map { $0.fix ?? "" } == [fix])
  }
}
