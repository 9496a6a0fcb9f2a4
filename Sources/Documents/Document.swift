public import Diagnostics

/// What a decoder makes of a file: one canonical text, and its paragraphs and tables in reading order.
/// A plain value that knows nothing of annual reports.
public struct Document: Sendable {
  public let source: SourceText
  public private(set) var blocks: [Block]
  /// Behind the blocks, what a page holds around and under its content: menus, footers, what is hidden. None of it
  /// is the document's own; who broke into a site hides his words there.
  public let surroundings: SourceSpan
  /// What the file says beside its text of the day on which it was published, in its own words: a meta tag,
  /// a site's catalogue.
  public let publication: String?

  public init(
    source: SourceText, blocks: [Block], surroundings: SourceSpan = SourceSpan(0, 0),
    publication: String? = nil
  ) {
    self.source = source
    self.blocks = blocks
    self.surroundings = surroundings
    self.publication = publication
  }

  /// The same text divided otherwise.
  public func divided(into blocks: [Block]) -> Document {
    var document = self
    document.blocks = blocks
    return document
  }
}

/// A paragraph or a table.
public enum Block: Sendable {
  case paragraph(Paragraph)
  case table(Table)

  /// The part of the source that the block covers.
  public var span: SourceSpan {
    switch self {
    case .paragraph(let paragraph): paragraph.span
    case .table(let table): table.span
    }
  }
}

/// Running text. Line breaks inside the span are wrapping, not meaning.
public struct Paragraph: Sendable, Hashable {
  public let span: SourceSpan
  /// 1…6 when the format marks a heading as such; text files do not.
  public let headingLevel: Int?

  public init(span: SourceSpan, headingLevel: Int? = nil) {
    self.span = span
    self.headingLevel = headingLevel
  }
}

/// Rows of cells.
public struct Table: Sendable, Hashable {
  /// Whether the columns can be trusted.
  public enum Layout: Sendable, Hashable {
    /// The format itself says in which column a cell stands.
    case grid
    /// Cells were told apart by a character in a line of text; an extraction may have lost some.
    case delimited
  }

  public let layout: Layout
  public let rows: [Row]

  public init(layout: Layout, rows: [Row]) {
    precondition(!rows.isEmpty, "a table has a row")
    self.layout = layout
    self.rows = rows
  }

  public var span: SourceSpan { rows.dropFirst().reduce(rows[0].span) { $0.union($1.span) } }

  public struct Row: Sendable, Hashable {
    public let span: SourceSpan
    public let cells: [Cell]

    public init(span: SourceSpan, cells: [Cell]) {
      self.span = span
      self.cells = cells
    }
  }

  public struct Cell: Sendable, Hashable {
    /// The cell's text; empty for a blank cell.
    public let span: SourceSpan
    /// The first grid column that the cell takes, from 0.
    public let column: Int

    public init(span: SourceSpan, column: Int) {
      self.span = span
      self.column = column
    }
  }
}
