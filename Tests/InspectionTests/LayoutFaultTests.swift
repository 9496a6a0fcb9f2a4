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

  @Test(arguments: PlainTextLayout.allCases)
  func faultsAreFoundInEveryLayout(_ layout: PlainTextLayout) {
    let seed = Seed.announced("faults in \(layout)")
    var random = SplitMix64(seed: seed)
    var found = 0
    let cases = Seed.cases(4 * Fault.allCases.count)
    for number in 0..<cases {
      let fault = Fault.allCases[number % Fault.allCases.count]
      var report = FixtureReport(edition: .form2021, &random)
      var writer = PlainTextWriter(&random)
      fault.apply(to: &report, &writer, &random)
      var tables = FormTable.all(report, CellStyle(&random))
      fault.apply(to: &tables, &random)
      let expected = alarms(writer.write(report, tables: tables, layout: .pipes, &random))
      let here = alarms(writer.write(report, tables: tables, layout: layout, &random))
      let place = "seed \(seed), case \(number), \(fault)"
      #expect(expected.contains { $0.hasPrefix(fault.rule + " ") }, "\(place)")
      #expect(here.subtracting(expected) == [], "\(place)")
      if layout.isLossless, fault.shows(in: layout) { #expect(expected.subtracting(here) == [], "\(place)") }
      if here.contains(where: { $0.hasPrefix(fault.rule + " ") }) { found += 1 }
    }
    #expect(found * 2 > cases, "seed \(seed): found \(found) of \(cases)")
  }

  enum Format: String, CaseIterable { case html, docx, pdf }

  @Test(arguments: Format.allCases)
  func faultsAreFoundInEveryFormat(_ format: Format) {
    let seed = Seed.announced("faults in \(format)")
    var random = SplitMix64(seed: seed)
    var found = 0
    let cases = Seed.cases(2 * Fault.allCases.count)
    for number in 0..<cases {
      let fault = Fault.allCases[number % Fault.allCases.count]
      var report = FixtureReport(edition: .form2021, &random)
      report.published = nil
      var writer = PlainTextWriter()
      fault.apply(to: &report, &writer, &random)
      var tables = FormTable.all(report, CellStyle(&random))
      fault.apply(to: &tables, &random)
      let expected = alarms(writer.write(report, tables: tables, layout: .pipes, &random))
      let here = alarms(file(format, report, tables, writer.chapters, &random))
      let place = "seed \(seed), case \(number), \(fault)"
      #expect(here.subtracting(expected) == [], "\(place)")
      if format != .pdf { #expect(expected.subtracting(here) == [], "\(place)") }
      if here.contains(where: { $0.hasPrefix(fault.rule + " ") }) { found += 1 }
    }
    #expect(found * 4 > cases * 3, "seed \(seed): found \(found) of \(cases)")
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

  private func alarms(_ text: String) -> Set<String> { alarms(Array(text.utf8)) }

  private func alarms(_ bytes: [UInt8]) -> Set<String> {
    let inspection = inspector.inspect(bytes, file: "report.txt")
    let failures = inspection.findings.filter { $0.outcome == .fail && $0.severity >= .warning }
    return Set(failures.map { "\($0.rule) \($0.subject)" })
  }
}
