/// A file of a rule folder as it was read from disk.
public struct RuleSource: Sendable, Hashable {
  /// The path inside its folder: `arithmetic.rules`, `lists/gambling.txt`.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// A folder of rules: the shipped one, or a site's own.
public struct RuleFolder: Sendable, Hashable {
  public let path: String
  public let files: [RuleSource]

  public init(path: String, files: [RuleSource]) {
    self.path = path
    self.files = files
  }
}
