public import Diagnostics

/// A line that opens a statutory section.
public struct Heading: Sendable, Hashable {
  /// The section that it opens, 1…6, by its wording.
  public let section: Int
  /// The number that it bears itself, if it bears one.
  public let number: Int?
  /// What it says behind the number, folded.
  public let title: String
  public let span: SourceSpan
  /// Its place among the document's blocks.
  let block: Int
}
