public import Diagnostics
public import Figures

/// A figure that the prose states.
public struct ClaimReading: Sendable, Hashable {
  /// The name of the claim in the rules.
  public let kind: String
  /// In 件 or 万元; nil when the figure could not be read.
  public let value: Figure?
  public let text: String
  /// The key of a scope of the schema.
  public let scope: String
  public let span: SourceSpan
}
