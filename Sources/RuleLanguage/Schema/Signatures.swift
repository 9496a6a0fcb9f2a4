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

  public init(_ names: String..., type: RuleType) {
    self.names = names
    self.type = type
  }

  public init(names: [String], type: RuleType) {
    self.names = names
    self.type = type
  }
}

/// Something that every rule can name: the prose, the report, its sections.
public struct GlobalSchema: Sendable, Hashable {
  public var names: [String]
  public var type: RuleType

  public init(_ names: String..., type: RuleType) {
    self.names = names
    self.type = type
  }

  public init(names: [String], type: RuleType) {
    self.names = names
    self.type = type
  }
}

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
