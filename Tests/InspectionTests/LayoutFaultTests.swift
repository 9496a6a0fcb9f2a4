import Figures
import Inspection
import ReportFixtures
import Reports
import Testing

/// A fault is a fault however the report is laid out and in whatever format: what is found in a table drawn with
/// bars is found in all that lose nothing, and where something is lost nothing else is accused for it.
@Suite struct LayoutFaultTests {
  private let inspector: Inspector

  init() throws { inspector = Inspector(try Shipped.rules()) }

  /// Something that is wrong with a report, and the rule that is to say so.
  enum Fault: String, CaseIterable {
    case received, total, outcome, carried, review, negative, words, claimed
    case blankCell, missingRow, missingTable
    case missingSection, swappedSections, emptySection, doubledSection

    var rule: String {
      switch self {
      case .received, .carried: "t3-balance"
      case .total, .outcome: "t3-row-total"
      case .review: "t4-total"
      case .negative, .words: "count-form"
      case .claimed: "narrative-applications"
      case .blankCell: "cell-blank"
      case .missingRow: "row-missing"
      case .missingTable: "table-missing"
      case .missingSection: "section-missing"
      case .swappedSections: "section-order"
      case .emptySection: "section-empty"
      case .doubledSection: "section-duplicated"
      }
    }

    /// Whether it can be seen for certain in a layout: a blank cell leaves nothing behind where no bars divide the
    /// cells of one grid, and words in a line of their own among figures may be a label.
    func shows(in layout: PlainTextLayout) -> Bool {
      switch self {
      case .blankCell: [.pipes, .paddedPipes, .innerPipes, .markdown].contains(layout)
      case .words: ![.bareCell, .spacedCell, .cellWithPipe].contains(layout)
      default: true
      }
    }

    func apply(to report: inout FixtureReport, _ writer: inout PlainTextWriter, _ random: inout SplitMix64) {
      let more = Figure(Int64.random(in: 1...9, using: &random)) ?? .zero
      switch self {
      case .received: Self.add(more, to: "t3.new.natural", in: &report)
      case .total: Self.add(more, to: "t3.granted.total", in: &report)
      case .outcome: Self.add(more, to: "t3.granted.natural", in: &report)
      case .carried: Self.add(more, to: "t3.carried_out.natural", in: &report)
      case .review: Self.add(more, to: "t4.review.total", in: &report)
      case .negative: report.figures["t3.granted.natural"] = Figure(-3)
      case .claimed:
        report.prose[5]?.append("全年收到政府信息公开申请\(Int.random(in: 70_000...90_000, using: &random))件。")
      case .missingSection: writer.chapters.removeAll { $0 == 5 }
      case .swappedSections: writer.chapters.swapAt(4, 5)
      case .emptySection: report.prose[5] = []
      case .doubledSection: writer.chapters.insert(5, at: 4)
      case .words, .blankCell, .missingRow, .missingTable: break
      }
    }

    func apply(to tables: inout [FormTable], _ random: inout SplitMix64) {
      switch self {
      case .words: Self.write("若干", into: "t3.granted.natural", of: &tables)
      case .blankCell: Self.write("", into: "t3.granted.natural", of: &tables)
      case .missingRow:
        tables[1].rows.removeAll { $0.cells.contains { $0.key == "t3.carried_in.natural" } }
      case .missingTable: tables[Int.random(in: 0...2, using: &random)].rows = []
      default: break
      }
    }

    private static func write(_ text: String, into key: String, of tables: inout [FormTable]) {
      for row in tables[1].rows.indices {
        for cell in tables[1].rows[row].cells.indices where tables[1].rows[row].cells[cell].key == key {
          tables[1].rows[row].cells[cell].text = text
        }
      }
    }

    private static func add(_ more: Figure, to key: String, in report: inout FixtureReport) {
      report.figures[key] = report.figure(key).adding(more)
    }
  }

  /// A report with a fault in it.
  private struct Case {
    let fault: Fault
    let report: FixtureReport
    let writer: PlainTextWriter
    let tables: [FormTable]
    let place: String
  }

  /// Tries each fault so often in random reports.
  private func forEachFault(
    times: Int, in name: String, hasPlainWriter: Bool = false,
    _ body: (Case, inout SplitMix64) -> Bool
  ) -> (found: Int, of: Int) {
    let seed = Seed.announced("faults in \(name)")
    var random = SplitMix64(seed: seed)
    let cases = Seed.cases(times * Fault.allCases.count)
    let found = (0..<cases).count { number in
      let fault = Fault.allCases[number % Fault.allCases.count]
      var report = FixtureReport(edition: .form2021, &random)
      // Only text files say it.
      report.published = nil
      var writer = hasPlainWriter ? PlainTextWriter() : PlainTextWriter(&random)
      fault.apply(to: &report, &writer, &random)
      var tables = FormTable.all(report, CellStyle(&random))
      fault.apply(to: &tables, &random)
      let place = "seed \(seed), case \(number), \(fault)"
      return body(
        Case(fault: fault, report: report, writer: writer, tables: tables, place: place), &random)
    }
    return (found, cases)
  }

  @Test(arguments: PlainTextLayout.allCases)
  func faultsAreFoundInEveryLayout(_ layout: PlainTextLayout) {
    let (found, all) = forEachFault(times: 4, in: layout.rawValue) {
      item, random in
      let expected = alarms(text(item, .pipes, &random))
      let here = alarms(text(item, layout, &random))
      #expect(holds(expected, item.fault), "\(item.place)")
      #expect(here.subtracting(expected) == [], "\(item.place)")
      if layout.isLossless, item.fault.shows(in: layout) {
        #expect(expected.subtracting(here) == [], "\(item.place)")
      }
      return holds(here, item.fault)
    }
    #expect(found * 2 > all, "found \(found) of \(all)")
  }

  enum Format: String, CaseIterable { case html, docx, pdf }

  @Test(arguments: Format.allCases)
  func faultsAreFoundInEveryFormat(_ format: Format) {
    let (found, all) = forEachFault(times: 2, in: format.rawValue, hasPlainWriter: true) {
      item, random in
      let expected = alarms(text(item, .pipes, &random))
      let here = alarms(file(format, item.report, item.tables, item.writer.chapters, &random))
      #expect(here.subtracting(expected) == [], "\(item.place)")
      if format != .pdf { #expect(expected.subtracting(here) == [], "\(item.place)") }
      return holds(here, item.fault)
    }
    #expect(found * 4 > all * 3, "found \(found) of \(all)")
  }

  private func holds(_ alarms: Set<String>, _ fault: Fault) -> Bool {
    alarms.contains { $0.hasPrefix(fault.rule + " ") }
  }

  private func text(_ item: Case, _ layout: PlainTextLayout, _ random: inout SplitMix64) -> [UInt8] {
    Array(item.writer.write(item.report, tables: item.tables, layout: layout, &random).utf8)
  }

  private func file(
    _ format: Format, _ report: FixtureReport, _ tables: [FormTable], _ chapters: [Int],
    _ random: inout SplitMix64
  ) -> [UInt8] {
    switch format {
    case .html:
      var writer = HTMLReportWriter(&random)
      writer.chapters = chapters
      return Array(writer.write(report, tables: tables, charset: "utf-8").utf8)
    case .docx:
      var writer = DOCXReportWriter(&random)
      writer.chapters = chapters
      return writer.write(report, tables: tables)
    case .pdf:
      var writer = PDFReportWriter(&random)
      writer.chapters = chapters
      return writer.write(report, tables: tables)
    }
  }

  private func alarms(_ bytes: [UInt8]) -> Set<String> {
    let inspection = inspector.inspect(bytes, file: "report.txt")
    let failures = inspection.findings.filter { $0.outcome == .fail && $0.severity >= .warning }
    return Set(failures.map { "\($0.rule) \($0.subject)" })
  }
}
