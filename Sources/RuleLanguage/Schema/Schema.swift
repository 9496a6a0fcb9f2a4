/// What rules may speak of: the only thing that the rule language knows of its subject.
public struct Schema: Sendable {
  /// The official forms, such as `2019` and `2021`.
  public var editions: [String]
  public var tables: [TableSchema]
  public var records: [RecordSchema]
  public var globals: [GlobalSchema]
  public var functions: [FunctionSignature]
  /// How much of the year a claim can speak of. The first is what it is when nothing says otherwise.
  public var scopes: [Entry]
  /// Other closed sets of names that fields can hold.
  public var nameSets: [NameSet]
  /// The sets, by their keys, that say of what kind an agency is: what `applies agency` chooses from.
  public var agencySets: [String]
  /// Why a value can be missing.
  public var causes: [Entry]
  /// The record that stands for another report out of the archive; nil when there is no archive.
  public var earlierReport: String?

  public init(
    editions: [String] = [], tables: [TableSchema] = [], records: [RecordSchema] = [],
    globals: [GlobalSchema] = [], functions: [FunctionSignature] = [], scopes: [Entry] = [],
    nameSets: [NameSet] = [], agencySets: [String] = [], causes: [Entry] = [], earlierReport: String? = nil
  ) {
    self.editions = editions
    self.tables = tables
    self.records = records
    self.globals = globals
    self.functions = functions
    self.scopes = scopes
    self.nameSets = nameSets
    self.agencySets = agencySets
    self.causes = causes
    self.earlierReport = earlierReport
  }
}

/// A closed set of names, such as the tiers of administration.
public struct NameSet: Sendable, Hashable {
  public var key: String
  /// What people call such a name: 层级.
  public var title: String
  public var entries: [Entry]

  public init(_ key: String, _ title: String, _ entries: [Entry]) {
    self.key = key
    self.title = title
    self.entries = entries
  }
}

extension Schema {
  /// The names of a set; none when there is no such set.
  package func entries(of set: String) -> [Entry] {
    set == "scope" ? scopes : nameSets.first { $0.key == set }?.entries ?? []
  }

  func title(of set: String) -> String { nameSets.first { $0.key == set }?.title ?? "范围" }
}

/// A thing with a stable key and the names that people write for it.
public struct Entry: Sendable, Hashable {
  /// `natural`
  public var key: String
  /// `自然人`, and others that mean the same.
  public var names: [String]

  public init(_ key: String, _ names: String...) { self.init(key: key, names: names) }

  public init(key: String, names: [String]) {
    self.key = key
    self.names = names
  }

  /// What a message calls it.
  public var title: String { names.first ?? key }

  func answers(to name: String) -> Bool { key == name || names.contains(name) }
}
