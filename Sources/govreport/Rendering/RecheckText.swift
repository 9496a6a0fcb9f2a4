import Diagnostics
import Inspection
import Ledger

/// What another inspection changed, for people.
enum RecheckText {
  static func of(_ after: RecordedInspection, _ before: RecordedInspection.Again) -> String {
    let verdict = Words.verdict(after.inspection.verdict)
    let change =
      before.verdict == after.inspection.verdict ? verdict : "\(Words.verdict(before.verdict)) → \(verdict)"
    var lines = ["\(VisibleText.of(after.inspection.file))：\(change)"]
    lines += after.news.map { "  新增 " + FindingLines.line($0) }
    lines += after.settled.map { "  消除 " + FindingLines.line($0) }
    return lines.joined(separator: "\n") + "\n"
  }
}
