public import Diagnostics
public import Figures

/// A consistent report with something changed, and what the rule must then say.
public struct RuleExample: Sendable {
  public enum Kind: String, Sendable { case pass, fail, unknown }

  /// One change to the consistent report.
  public enum Change: Sendable {
    /// A cell, by the schema's indices.
    case cell(table: Int, row: Int, column: Int, CellContent)
    /// A paragraph put into a text of the schema, by the index of its global.
    case text(global: Int, String)
    /// The whole text of a section.
    case section(Int, String)
    case withoutSection(Int)
    case title(String)
    /// Which of the schema's editions the report follows.
    case edition(String)
    /// A change to another report, by the rule's need; nil for any that is asked for.
    case earlier(need: Int?, EarlierChange)
  }

  /// One change to a report out of the archive.
  public enum EarlierChange: Sendable {
    case cell(table: Int, row: Int, column: Int, CellContent)
    case section(Int, String)
    /// The archive has no such report.
    case absent
  }

  public enum CellContent: Sendable, Hashable {
    case value(Figure)
    case missing(cause: String)
  }

  public let kind: Kind
  public let span: SourceSpan
  public let changes: [Change]
  /// The changes as their author wrote them, on one line; empty when there are none.
  public let source: String
}
