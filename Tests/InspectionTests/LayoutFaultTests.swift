import Figures
import Inspection
import ReportFixtures
import Reports
import Testing

/// A fault is a fault however the report is laid out: what is found in a table drawn with bars is found in every
/// layout that loses nothing, and where something is lost nothing else is accused for it.
@Suite struct LayoutFaultTests {
  private let inspector: Inspector

  init() throws { inspector = Inspector(try Shipped.rules()) }

  /// Something that is wrong with a report, and the rule that is to say so.
  enum Fault: String, CaseIterable {
    case received, total, outcome, carried, review, negative, missingSection, swappedSections, claimed

    var rule: String {
      switch self {
      case .received, .carried: "t3-balance"
      case .total, .outcome: "t3-row-total"
      case .review: "t4-total"
      case .negative: "count-form"
      case .missingSection: "section-missing"
      case .swappedSections: "section-order"
      case .claimed: "narrative-applications"
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
      case .missingSection: writer.chapters.removeAll { $0 == 5 }
      case .swappedSections: writer.chapters.swapAt(4, 5)
      case .claimed:
        report.prose[5]?.append("全年收到政府信息公开申请\(Int.random(in: 70_000...90_000, using: &random))件。")
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
      let tables = FormTable.all(report, CellStyle())
      let expected = alarms(writer.write(report, tables: tables, layout: .pipes, &random))
      let here = alarms(writer.write(report, tables: tables, layout: layout, &random))
      let place = "seed \(seed), case \(number), \(fault)"
      #expect(expected.contains { $0.hasPrefix(fault.rule + " ") }, "\(place)")
      #expect(here.subtracting(expected) == [], "\(place)")
      if layout.isLossless { #expect(expected.subtracting(here) == [], "\(place)") }
      if here.contains(where: { $0.hasPrefix(fault.rule + " ") }) { found += 1 }
    }
    #expect(found * 2 > cases, "seed \(seed): found \(found) of \(cases)")
  }

  private func alarms(_ text: String) -> Set<String> {
    let inspection = inspector.inspect(Array(text.utf8), file: "report.txt")
    let failures = inspection.findings.filter { $0.outcome == .fail && $0.severity >= .warning }
    return Set(failures.map { "\($0.rule) \($0.subject)" })
  }
}
