/// What one file may cost. A real report has at most a few hundred kilobytes and a few hundred cells.
public struct Limits: Sendable, Hashable {
  /// Bytes.
  public var fileSize: Int
  /// Cells over all tables.
  public var cells: Int

  public init(fileSize: Int, cells: Int) {
    self.fileSize = fileSize
    self.cells = cells
  }

  public static let standard = Limits(fileSize: 64 << 20, cells: 1_000_000)
}
