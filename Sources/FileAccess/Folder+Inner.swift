internal import Glibc
public import SystemPackage

extension Folder {
  /// Opens a folder in this one. A symbolic link is not followed.
  public func folder(_ name: FileName) throws(FileFailure) -> Folder {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let number = name.withPointer { openat(descriptor.rawValue, $0, flags) }
    guard number >= 0 else { throw FileFailure(.open, path(of: name)) }
    return Folder(path(of: name), FileDescriptor(rawValue: number))
  }

  /// Opens a folder below this one, name by name; nil is this folder itself.
  public func folder(at path: RelativePath?) throws(FileFailure) -> Folder {
    var folder = self
    for name in path?.components ?? [] { folder = try folder.folder(name) }
    return folder
  }

  /// Opens a folder below this one and makes what is missing on the way. Where a name is taken by
  /// something else, the folder gets a number: `县局 (2)`.
  /// - Parameter mode: permissions of what is made, whatever the umask.
  /// - Returns: the folder and where it is; nil for this folder itself.
  public func folder(
    making path: RelativePath?, mode: FilePermissions
  ) throws(FileFailure) -> (folder: Folder, path: RelativePath?) {
    var folder = self
    var place: RelativePath?
    for wanted in path?.components ?? [] {
      let name: FileName
      (folder, name) = try folder.make(wanted, mode)
      place = RelativePath(place, name)
    }
    return (folder, place)
  }

  private func make(_ wanted: FileName, _ mode: FilePermissions) throws(FileFailure) -> (Folder, FileName) {
    var candidate = wanted
    var number = 2
    while true {
      do throws(FileFailure) {
        try makeEntry(candidate, mode)
        return (try folder(candidate), candidate)
      } catch {
        let isTaken = error.errno == .notDirectory || error.errno == .tooManySymbolicLinkLevels
        guard isTaken, number < 100 else { throw error }
        candidate = wanted.numbered(number)
        number += 1
      }
    }
  }

  /// The umask of the service is for its ledger; folders that it makes are as open as their parents.
  private func makeEntry(_ name: FileName, _ mode: FilePermissions) throws(FileFailure) {
    let mask = umask(0o777 & ~mode.rawValue)
    defer { umask(mask) }
    let result = name.withPointer { mkdirat(descriptor.rawValue, $0, mode.rawValue) }
    guard result == 0 || Errno.current == .fileExists else { throw FileFailure(.make, path(of: name)) }
  }

  /// Adds a byte to a file, which is made when it is missing.
  public func addByte(_ name: FileName) throws(FileFailure) {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC
    let number = name.withPointer { openat(descriptor.rawValue, $0, flags, 0o600) }
    guard number >= 0 else { throw FileFailure(.open, path(of: name)) }
    defer { close(number) }
    guard write(number, ".", 1) == 1 else { throw FileFailure(.make, path(of: name)) }
  }

  /// Takes away a file.
  public func remove(_ name: FileName) throws(FileFailure) {
    let result = name.withPointer { unlinkat(descriptor.rawValue, $0, 0) }
    guard result == 0 else { throw FileFailure(.remove, path(of: name)) }
  }

  /// Takes away the folders on this way that are empty, innermost first.
  public func removeEmptyFolders(_ path: RelativePath?) {
    var path = path
    while let empty = path {
      guard let parent = try? folder(at: empty.folder) else { return }
      let result = empty.name.withPointer { unlinkat(parent.descriptor.rawValue, $0, AT_REMOVEDIR) }
      if result != 0 { return }
      path = empty.folder
    }
  }
}
