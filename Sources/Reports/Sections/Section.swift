import Diagnostics

/// One of the six statutory sections as the report has it.
public struct Section: Sendable {
  public let form: SectionForm
  /// None when the section is missing; more than one when it is doubled.
  public let headings: [Heading]
  /// Whether nothing stands under its headings.
  public let isEmpty: Bool
  /// What stands under its headings, in the report's `whole` text; empty when nothing does.
  public let text: Range<Int>

  public var isPresent: Bool { !headings.isEmpty }
}
