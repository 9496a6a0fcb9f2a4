public import FileAccess
internal import Glibc
public import SystemPackage

/// Notices that something in folders or below them changed: rules, and the lists that they name.
///
/// A hint. Symbolic links to folders are followed; what a linked file becomes elsewhere goes unnoticed.
public final class TreeWatch {
  private let roots: [FilePath]
  private let inotify: Inotify
  private var numbers: Set<CInt> = []
  /// Why some folder goes unwatched.
  public private(set) var failure: FileFailure?

  private static let deepest = 16
  private static let most = 1024

  /// - Parameter roots: one may be missing; then it is noticed when it comes.
  public init(_ roots: [FilePath]) throws(FileFailure) {
    self.roots = roots
    self.inotify = try Inotify()
    watchAll()
  }

  /// Readable when `takeEvents` should be called.
  public var descriptor: FileDescriptor { inotify.descriptor }

  /// - Returns: whether something may have changed.
  public func takeEvents() -> Bool {
    let events = inotify.read().filter { !$0.isForgotten }
    if events.isEmpty { return false }
    // A new folder has to be watched, and one that went must not be taken for one that came.
    if events.contains(where: { $0.isFolder || $0.isLoss || $0.isOverflow }) { watchAll() }
    return true
  }

  private static let changes = UInt32(
    IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF)

  private func watchAll() {
    let before = numbers
    numbers = []
    failure = nil
    for root in roots { watch(root, depth: 0) }
    for number in before.subtracting(numbers) { inotify.unwatch(number) }
  }

  private func watch(_ path: FilePath, depth: Int) {
    guard depth < TreeWatch.deepest, numbers.count < TreeWatch.most else { return }
    do throws(FileFailure) {
      let isNew = numbers.insert(try inotify.watch(path, TreeWatch.changes)).inserted
      // A link to a folder above leads here again.
      if isNew { watchFolders(in: path, depth: depth) }
    } catch {
      if error.errno == .noSuchFileOrDirectory, depth == 0 { return awaitFolder(path) }
      if error.errno != .notDirectory { failure = error }
    }
  }

  private func watchFolders(in path: FilePath, depth: Int) {
    for name in (try? Folder(path).names()) ?? [] where !name.isHidden {
      guard let inner = path.appending(name), (try? NamedFile.status(inner))?.kind == .folder else {
        continue
      }
      watch(inner, depth: depth + 1)
    }
  }

  /// The nearest folder above one that is missing tells when it comes.
  private func awaitFolder(_ path: FilePath) {
    let parent = path.removingLastComponent()
    guard parent != path, !parent.isEmpty else { return }
    do throws(FileFailure) {
      numbers.insert(try inotify.watch(parent, UInt32(IN_CREATE | IN_MOVED_TO | IN_DELETE_SELF)))
    } catch {
      if error.errno == .noSuchFileOrDirectory { return awaitFolder(parent) }
      failure = error
    }
  }
}
