/// What rules may know of another report out of the archive.
public struct EarlierFacts: Sendable {
  public var edition: String
  /// In the order of the schema's tables, row by row, without places.
  public var tables: [[CellFact]]
  /// Missing cells of which more is known.
  public var ambiguities: [Ambiguity]
  /// Of the schema's record for such a report.
  public var record: Value

  public init(edition: String, tables: [[CellFact]], ambiguities: [Ambiguity] = [], record: Value) {
    self.edition = edition
    self.tables = tables
    self.ambiguities = ambiguities
    self.record = record
  }
}

/// What a rule asks of the archive.
public struct ArchiveRequest: Sendable, Hashable {
  /// Which of the rule's needs it is.
  public let need: Int
  /// Folded as texts are.
  public let agency: String
  public let year: Int
}

public enum ArchiveAnswer: Sendable {
  case report(EarlierFacts)
  /// There are others of this agency, but none of this year.
  case notFound
  /// There is nothing to compare with: the rule does not apply.
  case nothing
}

/// Looks reports up for one report under inspection.
public typealias ArchiveLookup = @Sendable (ArchiveRequest) -> ArchiveAnswer
