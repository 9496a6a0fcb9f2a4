public import Figures

/// What history rules read of a report, and what is kept of it for them: its figures and the prose of its
/// sections, without places.
public struct ReportRecord: Sendable, Hashable {
  /// The name that the file came under.
  public let file: String
  /// Of the bytes, in lower-case hexadecimal.
  public let sha256: String
  /// In the canonical form (云溪县, not 云溪县人民政府).
  public let agency: String
  public let year: Int
  public let edition: String
  /// The statutory figures that were read, by key (`t3.new.natural`); what is missing is not there.
  public let cells: [String: Figure]
  /// What is known of cells that are missing since their digits ran together.
  public let joined: [JoinedCells]
  /// The prose of the sections (1…6) that have some, without headings and tables.
  public let sections: [Int: String]

  public init(
    file: String, sha256: String, agency: String, year: Int, edition: String, cells: [String: Figure],
    joined: [JoinedCells] = [], sections: [Int: String]
  ) {
    self.file = file
    self.sha256 = sha256
    self.agency = agency
    self.year = year
    self.edition = edition
    self.cells = cells
    self.joined = joined
    self.sections = sections
  }
}

/// Cells by their keys (`t2.normative.issued`), and the digits that are theirs together, between the gaps that
/// were left.
public struct JoinedCells: Sendable, Hashable {
  public let keys: [String]
  public let runs: [String]

  public init(keys: [String], runs: [String]) {
    self.keys = keys
    self.runs = runs
  }
}
