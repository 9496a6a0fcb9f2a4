public import Diagnostics
public import Figures

/// What is in a cell.
public enum CellFact: Sendable {
  case value(Figure, SourceSpan?)
  case missing(cause: String, SourceSpan?)
}

/// Everything that rules may know of one report.
public struct Facts: Sendable {
  /// Nil when it could not be told; rules for one edition are then not applicable.
  public var edition: String?
  /// Nil when it could not be told.
  public var year: Int?
  /// How the prose speaks of the agency whose report it is; nil when that could not be told.
  public var selfReference: SelfReference?
  /// Of what kind the agency is, for each of the schema's sets; nil where it could not be told.
  public var agencyKinds: [Int?]
  /// In the order of the schema's tables, row by row.
  public var tables: [[CellFact]]
  /// Missing cells of which more is known.
  public var ambiguities: [Ambiguity]
  /// In the order of the schema's globals.
  public var globals: [Value]
  /// Nil when there is no archive; rules that need one are then not applicable.
  public var archive: ArchiveLookup?

  public init(
    edition: String?, year: Int? = nil, selfReference: SelfReference? = nil, agencyKinds: [Int?] = [],
    tables: [[CellFact]],
    ambiguities: [Ambiguity] = [], globals: [Value], archive: ArchiveLookup? = nil
  ) {
    self.edition = edition
    self.year = year
    self.selfReference = selfReference
    self.agencyKinds = agencyKinds
    self.tables = tables
    self.ambiguities = ambiguities
    self.globals = globals
    self.archive = archive
  }
}

/// The body of a function of the schema.
public struct FunctionBody: Sendable {
  /// Any of the names of its signature.
  public let name: String
  /// Takes values of the signature's types. It is not asked when one is missing: its result is then missing
  /// for the same causes.
  public let body: @Sendable ([Value]) -> Value

  public init(_ name: String, body: @escaping @Sendable ([Value]) -> Value) {
    self.name = name
    self.body = body
  }
}
