public import SystemPackage

/// All reports under a folder: regular files, in the order of their paths. Hidden entries are skipped
/// and symbolic links are not followed, so that a walk ends.
public struct FolderWalk: Sendable {
  /// Each begins with the root as it was given.
  public private(set) var files: [FilePath] = []
  /// Folders that could not be looked into; the walk goes on without them.
  public private(set) var failures: [FileFailure] = []

  public init(_ root: FilePath) { visit(root, depth: 0) }

  private static let deepest = 64

  private mutating func visit(_ path: FilePath, depth: Int) {
    do throws(FileFailure) {
      guard depth < FolderWalk.deepest else {
        throw FileFailure(.list, VisibleBytes.text(path), .tooMany(limit: FolderWalk.deepest))
      }
      let folder = try Folder(path)
      for name in try folder.names() where !name.isHidden { visit(name, in: folder, at: path, depth: depth) }
    } catch {
      failures.append(error)
    }
  }

  private mutating func visit(_ name: FileName, in folder: Folder, at path: FilePath, depth: Int) {
    do throws(FileFailure) {
      let status = try folder.status(of: name)
      guard let inner = path.appending(name) else { return }
      if status.kind == .regular { files.append(inner) }
      if status.kind == .folder { visit(inner, depth: depth + 1) }
    } catch {
      failures.append(error)
    }
  }
}
