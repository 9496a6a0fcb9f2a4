/// What one file may cost. A real report has at most a few hundred kilobytes and a few hundred cells.
public struct Limits: Sendable, Hashable {
  /// Bytes.
  public var fileSize: Int
  /// Cells over all tables.
  public var cells: Int
  /// Bytes of one line of text. Archives of pages put a whole report on one, which is some ten thousand.
  public var lineLength = 4 << 20
  /// Pages of a PDF.
  public var pages = 500
  /// Words of a PDF; no page may have a tenth of them.
  public var words = 200_000
  /// Columns of one table.
  public var columns = 1000
  /// Elements of one page or of one part of a word processor's file.
  public var elements = 2_000_000
  /// Elements within elements. Pages that never close what they open nest by the hundred.
  public var nesting = 512
  /// Tables within tables. Old pages frame their content by a dozen.
  public var tableNesting = 40
  /// Members of a packed file.
  public var members = 10_000
  /// Members of an archive of reports, folders included.
  public var archiveMembers = 2_000
  /// Bytes that an archive of reports unpacks to, over all its members.
  public var archiveSize = 256 << 20
  /// Bytes that a packed file unpacks to, over all that is read of it.
  public var unpackedSize = 64 << 20
  /// How many times its own size a packed file may unpack to, where that is more than a megabyte.
  public var unpackedRatio = 200

  public init(fileSize: Int, cells: Int) {
    self.fileSize = fileSize
    self.cells = cells
  }

  public static let standard = Limits(fileSize: 64 << 20, cells: 1_000_000)
}
