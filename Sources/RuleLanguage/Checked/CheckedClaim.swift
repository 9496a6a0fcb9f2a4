import Diagnostics

/// A kind of figure that prose states, and the patterns that find it.
public struct CheckedClaim: Sendable {
  public let name: String
  /// `count`, `amount` or `number`, in the unit that the interpreter converts to.
  public let type: RuleType
  /// The unit as the rule file writes it.
  public let unit: String

  /// The whole claim as it stands in its file.
  package private(set) var source: String

  package let scale: Scale
  package private(set) var sources: [Source]
  package let scopes: [ScopeMark]

  /// Whether a variant leaves nothing out of it.
  package func hasAllParts(of original: CheckedClaim) -> Bool {
    sources.count == original.sources.count && scopes.count == original.scopes.count
  }

  func withoutWords() -> CheckedClaim {
    var bare = self
    bare.source = ""
    for index in sources.indices { bare.sources[index].origin = .untold }
    return bare
  }

  /// What a figure in the claim's unit is multiplied by: 1 亿元 is 10000 万元.
  package enum Scale: Sendable {
    case one
    case times(Int64)
    case over(Int64)
  }

  package struct Source: Sendable {
    package let pattern: Int
    /// The global text that is searched.
    package let global: Int
    /// The group that holds the figure, or nil when a match means zero.
    package let group: Int?
    package internal(set) var origin: Origin
  }

  package struct ScopeMark: Sendable {
    package enum Condition: Sendable {
      /// A pattern that the sentence has before the claim, or after it.
      case before(pattern: Int)
      case after(pattern: Int)
      /// The year that the sentence names last before the figure, or before the whole claim, is not the report's.
      case anotherYear(isBeforeClaim: Bool)

      package var pattern: Int? {
        switch self {
        case .before(let pattern), .after(let pattern): pattern
        case .anotherYear: nil
        }
      }
    }

    /// The index of the scope in the schema.
    package let scope: Int
    package let condition: Condition
    package let origin: Origin
  }

  /// Where a part of a claim was written: in the claim itself, or in a group that several claims use.
  package struct Origin: Sendable, Hashable {
    package let file: String
    let line: Int
    let text: String
    let offset: Int

    static let untold = Origin(file: "", line: 0, text: "", offset: 0)
  }
}
