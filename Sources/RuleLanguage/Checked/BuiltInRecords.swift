/// Records that the language itself makes; their fields stand in this order in every value.
package enum BuiltInRecords {
  package static let claim = "claim"
  package static let match = "match"

  static func claimFields(_ value: RuleType) -> [FieldSchema] {
    [
      FieldSchema("value", "数值", type: value), FieldSchema("text", "文字", type: .text),
      FieldSchema("scope", "范围", type: .scope), FieldSchema("kind", "种类", type: .text),
      FieldSchema("context", "上下文", type: .text),
    ]
  }

  static let matchFields = [
    FieldSchema("text", "文字", type: .text), FieldSchema("context", "上下文", type: .text),
  ]
}
