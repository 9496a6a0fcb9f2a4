/// A kind of record, such as a section.
public struct RecordSchema: Sendable, Hashable {
  public var name: String
  public var fields: [FieldSchema]

  public init(name: String, fields: [FieldSchema]) {
    self.name = name
    self.fields = fields
  }
}

/// A field of a record, by any of its names.
public struct FieldSchema: Sendable, Hashable {
  public var names: [String]
  public var type: RuleType
  /// A text of a few words, however long the report is: a name.
  public var isShort = false

  public init(_ names: String..., type: RuleType, isShort: Bool = false) {
    self.names = names
    self.type = type
    self.isShort = isShort
  }

  public init(names: [String], type: RuleType) {
    self.names = names
    self.type = type
  }
}

/// Something that every rule can name: the prose, the report, its sections. It is written and typed as a
/// field is; what it is a field of is the report itself.
public typealias GlobalSchema = FieldSchema

/// A function of the subject, whose body the host gives to the interpreter.
public struct FunctionSignature: Sendable, Hashable {
  public var names: [String]
  public var parameters: [RuleType]
  public var result: RuleType
  public var documentation: String

  public init(names: [String], parameters: [RuleType], result: RuleType, documentation: String) {
    self.names = names
    self.parameters = parameters
    self.result = result
    self.documentation = documentation
  }
}
