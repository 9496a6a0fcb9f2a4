import ArgumentParser
import Inspection
import Ledger

/// `govreport ledger export`
struct LedgerExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Print all that the ledger holds, a line of JSON an inspection, oldest first.",
    discussion: """
      Reads while the daemon runs, a few inspections at a time: memory stays flat, and no one is kept waiting.
      What was replaced by a later inspection is there, too ("current": false). With --texts the prose of the \
      sections comes along.

      EXAMPLES
        sudo govreport ledger export > ledger.ndjson
        sudo govreport ledger export | jq -r 'select(.current and .verdict == "flagged") | [.agency, .year] | @csv'

      EXIT STATUS
        0 all of it was printed, 1 the ledger cannot be read, 64 wrong usage
      """)

  @OptionGroup var folder: StateFolder

  @Flag(help: "Also the prose of the sections.")
  var texts = false

  func run() throws {
    let ledger = try folder.reading()
    var last: Int64 = 0
    while true {
      let page = try StateFolder.reporting { () throws(LedgerFailure) in
        try ledger.page(after: last, limit: Self.pageSize)
      }
      guard let end = page.last?.inspection.id else { return }
      last = end
      Standard.write(page.map { Self.json($0, texts).line + "\n" }.joined())
    }
  }

  private static let pageSize = 100

  private static func json(_ entry: LedgerPageEntry, _ texts: Bool) -> JSON {
    guard case .object(let members) = ShowJSON.of(entry.inspection) else { return .null }
    var more: [(String, JSON)] = [
      ("inspection", .integer(Int(entry.inspection.id))), ("current", .truth(entry.isCurrent)),
      ("published", .truth(entry.isPublished)),
      ("supersedes", .optional(entry.supersedes.map(Int.init))),
      ("container", .optional(entry.container)),
      ("figures", entry.record.map(HistoryJSON.figures) ?? .null),
    ]
    if texts {
      let sections = (entry.record?.sections ?? [:]).sorted { $0.key < $1.key }
      more.append(("sections", .object(sections.map { (String($0.key), .string($0.value)) })))
    }
    return .object(members + more)
  }
}
