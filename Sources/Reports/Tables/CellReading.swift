public import Diagnostics
public import Figures

/// One figure of a statutory table as it was read, or why it was not.
public enum CellReading: Sendable, Hashable {
  case value(Figure, SourceSpan, Manner)
  case missing(MissingCause, SourceSpan?)

  /// In which way a cell said its figure.
  public enum Manner: Sendable, Hashable {
    case plain
    /// `22（其中修订16件）`: the figure before the note.
    case annotated
    /// `/`, `—` or `无` for zero, as is the custom of the form.
    case customaryZero
    /// Run together with its neighbours: the row's own sum tells where it ends. That sum can then not be
    /// checked by it.
    case inferred
  }

  public var figure: Figure? {
    if case .value(let figure, _, _) = self { return figure }
    return nil
  }

  public var cause: MissingCause? {
    if case .missing(let cause, _) = self { return cause }
    return nil
  }
}

/// Why a cell has no value. Missing is not zero.
public enum MissingCause: String, Sendable, Hashable, CaseIterable {
  case sectionAbsent = "section_absent"
  case tableAbsent = "table_absent"
  case rowAbsent = "row_absent"
  case columnAmbiguous = "column_ambiguous"
  case blank
  case unreadable
  case unitUnknown = "unit_unknown"
  case notInEdition = "not_in_edition"
  case priorReportNotFound = "prior_report_not_found"
}

/// A statutory table as it was read: one reading for each cell of its form, row by row.
public struct TableReading: Sendable {
  public let form: TableForm
  /// Whether a table is there, readable or not.
  public let isPresent: Bool
  public internal(set) var cells: [CellReading]
  /// Rows whose own sum was used for reading them, and so cannot be checked by them.
  public internal(set) var inferredRows: Set<Int> = []
  /// Missing cells of which it is known which figures they can be.
  public internal(set) var joined: [JoinedFigures] = []
  /// Whether a row was run together of fewer digits than it has cells: somewhere cells were left blank.
  var hasShortRow = false

  public internal(set) subscript(row: Int, column: Int) -> CellReading {
    get { cells[form.index(row: row, column: column)] }
    set { cells[form.index(row: row, column: column)] = newValue }
  }

  /// The cells that an edition's form has.
  func requiredCells(_ edition: Edition) -> [CellReading] {
    zip(form.cells, cells).filter { $0.0?.editions.contains(edition) == true }.map(\.1)
  }

  /// The same table with every row still to be found.
  var presentWithoutRows: TableReading {
    let cells = cells.map { $0.cause == .notInEdition ? $0 : .missing(.rowAbsent, nil) }
    return TableReading(form: form, isPresent: true, cells: cells)
  }

  private init(form: TableForm, isPresent: Bool, cells: [CellReading]) {
    self.form = form
    self.isPresent = isPresent
    self.cells = cells
  }

  /// A table with nothing read yet: `cause` in the edition's cells, `not_in_edition` elsewhere.
  init(_ form: TableForm, edition: Edition, cause: MissingCause) {
    self.form = form
    self.isPresent = cause != .tableAbsent && cause != .sectionAbsent
    self.cells = form.cells.map { cell in
      cell?.editions.contains(edition) == true ? .missing(cause, nil) : .missing(.notInEdition, nil)
    }
  }
}
