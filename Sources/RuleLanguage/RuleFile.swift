/// One file of a rule folder: rules when its name ends in `.rules`, otherwise a word list.
public struct RuleFile: Sendable, Hashable {
  /// The path inside the folder: `arithmetic.rules`, `lists/gambling.txt`.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  var holdsRules: Bool { name.hasSuffix(".rules") }

  /// A path as a statement in this file writes it, seen from the folder's root.
  func resolve(_ path: String) -> String {
    guard let slash = name.lastIndex(of: "/") else { return path }
    return name[...slash] + path
  }
}
