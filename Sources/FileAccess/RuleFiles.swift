public import SystemPackage

/// One file of a rule folder.
public struct RuleFile: Sendable {
  /// Relative to the folder, with `/` between folders: `arithmetic.rules`, `lists/gambling.txt`.
  public let name: String
  public let bytes: [UInt8]
}

/// Reads a folder of rules: every `*.rules` in it and below, and everything under its `lists/`.
///
/// Whoever may write there decides what is checked, so links are followed here. Hidden entries and
/// what an editor leaves behind (`~`) are skipped.
public struct RuleFiles: Sendable {
  /// In the order of their names.
  public private(set) var files: [RuleFile] = []

  /// In bytes, of one file.
  public static let sizeLimit = 8 << 20
  /// Of all files together.
  public static let countLimit = 10_000
  private static let deepest = 16

  /// - Throws: what is wrong with the folder or with the first file that cannot be read.
  public init(_ root: FilePath) throws(FileFailure) {
    try visit(root, prefix: "", inLists: false, depth: 0)
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private mutating func visit(_ path: FilePath, prefix: String, inLists: Bool, depth: Int) throws(FileFailure)
  {
    guard depth < RuleFiles.deepest else {
      throw FileFailure(.list, VisibleBytes.text(path), .tooMany(limit: RuleFiles.deepest))
    }
    for name in try Folder(path).names() where !name.isHidden && !name.hasSuffix("~") {
      guard let inner = path.appending(name) else { continue }
      let relative = prefix + name.visible
      if try NamedFile.status(inner).kind == .folder {
        let isList = inLists || relative == "lists"
        try visit(inner, prefix: relative + "/", inLists: isList, depth: depth + 1)
      } else if inLists || name.hasSuffix(".rules") {
        try add(inner, relative)
      }
    }
  }

  private mutating func add(_ path: FilePath, _ name: String) throws(FileFailure) {
    guard files.count < RuleFiles.countLimit else {
      throw FileFailure(.list, VisibleBytes.text(path), .tooMany(limit: RuleFiles.countLimit))
    }
    let contents = try NamedFile.read(path, limit: RuleFiles.sizeLimit)
    files.append(RuleFile(name: name, bytes: contents.bytes))
  }
}
