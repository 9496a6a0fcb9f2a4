/// Where an entry stands below some folder: its name, with the names of the folders on the way to it.
public struct RelativePath: Sendable, Hashable, Comparable {
  /// The names with a `/` between them.
  public let bytes: [UInt8]

  public init(_ name: FileName) { self.bytes = name.bytes }

  /// - Parameter folder: nil when the entry stands in the outermost folder itself.
  public init(_ folder: RelativePath?, _ name: FileName) {
    self.bytes = (folder.map { $0.bytes + [RelativePath.separator] } ?? []) + name.bytes
  }

  /// From the outermost folder to the entry itself; never empty.
  public var components: [FileName] {
    bytes.split(separator: RelativePath.separator).compactMap { FileName(Array($0)) }
  }

  /// The last name.
  public var name: FileName { components[components.count - 1] }

  /// The folder that the entry stands in; nil when that is the outermost.
  public var folder: RelativePath? {
    bytes.lastIndex(of: RelativePath.separator).map { RelativePath(unchecked: Array(bytes[..<$0])) }
  }

  /// The path for reading: control characters and bytes that are no UTF-8 stand as escapes.
  public var visible: String { VisibleBytes.text(bytes) }

  public static func < (left: RelativePath, right: RelativePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }

  private static let separator = UInt8(ascii: "/")

  private init(unchecked bytes: [UInt8]) { self.bytes = bytes }
}
