import Foundation
import Inspection
import Testing

/// Each rule against faults in different words, and against what tempts it and is no fault.
@Suite struct RuleFaultTests {
  private let inspector: Inspector

  init() throws { inspector = Inspector(try Shipped.rules()) }

  private static let clean = String(decoding: Shipped.sample("yunxi-2023.txt"), as: UTF8.self)

  @Test(arguments: RuleFaults.all) func faultsAreFoundAndTemptationsResisted(_ item: RuleFaults) {
    for fault in item.faults {
      let inspection = inspect(fault)
      let rules = Set(inspection.findings.filter { $0.outcome == .fail }.map(\.rule))
      #expect(rules.contains(item.rule), "\(item.rule) misses \(fault)")
      for finding in inspection.findings where finding.rule == item.rule {
        #expect(!finding.message.contains("未读出"), "\(finding.message)")
      }
    }
    for harmless in item.harmless {
      let inspection = inspect(harmless)
      #expect(inspection.verdict != .rejected, "\(harmless)")
      let alarms = inspection.findings.filter {
        $0.outcome == .fail && ($0.severity >= .warning || $0.rule == item.rule)
      }
      #expect(alarms.map { "\($0.rule): \($0.message)" } == [], "\(item.rule) is tempted by \(harmless)")
    }
  }

  private func inspect(_ change: RuleFaults.Change) -> Inspection {
    inspector.inspect(Array(change.applied(to: Self.clean).utf8), file: "report.txt")
  }

  @Test func everyRuleIsTried() throws {
    let tried = Set(RuleFaults.all.map(\.rule)).union(ShippedHistoryTests.rules)
    #expect(try Shipped.rules().summaries.map(\.id).filter { !tried.contains($0) } == [])
    for item in RuleFaults.all {
      #expect(item.faults.count >= 3, "\(item.rule)")
      #expect(item.harmless.count >= 3, "\(item.rule)")
    }
  }
}

/// What is a fault under one rule and what is none, as changes to a report without faults.
struct RuleFaults: CustomTestStringConvertible {
  let rule: String
  let faults: [Change]
  let harmless: [Change]

  var testDescription: String { rule }

  enum Change {
    /// A paragraph put into section 一.
    case says(String)
    /// Each first text becomes the second, wherever it stands.
    case replaces([(String, String)])
    /// What stands from the first text up to the second is replaced.
    case cuts(from: String, to: String, with: String)

    static func replaces(_ old: String, _ new: String) -> Change { .replaces([(old, new)]) }

    func applied(to report: String) -> String {
      switch self {
      case .says(let sentence): return report.replacing("（三）政府信息管理\n", with: sentence + "\n（三）政府信息管理\n")
      case .replaces(let pairs): return pairs.reduce(report) { $0.replacing($1.0, with: $1.1) }
      case .cuts(let from, let to, let new):
        guard let start = report.range(of: from)?.lowerBound else { return "" }
        let end = report.range(of: to, range: start..<report.endIndex)?.lowerBound ?? report.endIndex
        return report[..<start] + new + report[end...]
      }
    }
  }

  static let all = structure + arithmetic + placeholder + consistency + integrity + duty + wordings
}
