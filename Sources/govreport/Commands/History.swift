import ArgumentParser
import Inspection
import Ledger

/// `govreport history`
struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show all years of an agency: verdicts, key figures, findings.",
    discussion: """
      Reads the ledger while the daemon runs.

      EXAMPLES
        sudo govreport history 云溪县
        sudo govreport history 云溪县 --format json | jq '.reports[] | [.year, .verdict]'

      EXIT STATUS
        0 told, 1 there is no report of this agency or the ledger cannot be read, 64 wrong usage
      """)

  @OptionGroup var folder: StateFolder

  @Option(help: "How to print: text or json.")
  var format: LedgerFormat = .text

  @Argument(help: ArgumentHelp("As reports name it, with or without 人民政府.", valueName: "agency"))
  var agency: String

  func run() throws {
    let ledger = try folder.reading()
    let name = try AgencyName.find(agency, in: ledger)
    let entries = try StateFolder.reporting { () throws(LedgerFailure) in try ledger.history(agency: name) }
    switch format {
    case .text: Standard.write(HistoryText.of(name, entries))
    case .json: Standard.write(HistoryJSON.of(name, entries).line + "\n")
    }
  }
}

/// The name under which the ledger knows an agency.
enum AgencyName {
  /// - Throws: `ExitCode` after near names were printed.
  static func find(_ typed: String, in ledger: Ledger) throws -> String {
    let known = try StateFolder.reporting { () throws(LedgerFailure) in try ledger.agencies() }
    if let match = match(typed, known) { return match }
    Standard.complain("govreport: 台账里没有“\(typed)”的报告" + hint(typed, known))
    throw ExitCode(1)
  }

  static func match(_ typed: String, _ known: [String]) -> String? {
    known.first { $0 == typed } ?? known.first { bare($0) == bare(typed) }
  }

  /// What was probably meant.
  static func hint(_ typed: String, _ known: [String]) -> String {
    if known.isEmpty { return "，也没有其他机关的报告" }
    let near = Nearness.nearest(typed, among: known)
    return near.isEmpty ? "（已有 \(known.count) 个机关的报告）" : "；是不是：\(near.joined(separator: "、"))？"
  }

  /// 云溪县人民政府 and 云溪县 are one.
  private static func bare(_ name: String) -> String {
    name.hasSuffix("人民政府") ? String(name.dropLast(4)) : name.replacing("人民政府", with: "政府")
  }
}

/// Which names somebody may have meant.
enum Nearness {
  private static let most = 3

  /// Those that share most pairs of neighbouring characters, best first; none when nothing is alike.
  static func nearest(_ typed: String, among names: [String]) -> [String] {
    let wanted = pairs(typed)
    let scored = names.compactMap { name -> (name: String, score: Int)? in
      let own = pairs(name)
      let shared = wanted.intersection(own).count
      // Of the larger of the two, at least a third must be shared.
      guard shared * 3 >= max(wanted.count, own.count) || name.contains(typed) else { return nil }
      return (name, shared * 100 / max(1, max(wanted.count, own.count)))
    }
    return scored.sorted { ($1.score, $0.name) < ($0.score, $1.name) }.prefix(most).map(\.name)
  }

  private static func pairs(_ text: String) -> Set<String> {
    let characters = Array(text)
    guard characters.count > 1 else { return Set(characters.map(String.init)) }
    return Set(zip(characters, characters.dropFirst()).map { "\($0)\($1)" } + [String(characters[0]) + "^"])
  }
}
