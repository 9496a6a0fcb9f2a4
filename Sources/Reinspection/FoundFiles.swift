internal import FileAccess
internal import Inspection
internal import Ledger
internal import SystemPackage

/// What a file keeps through every rename.
struct FileIdentity: Hashable {
  let inode: UInt64
  let modified: Int64

  init(_ arrival: Arrival) {
    self.inode = arrival.inode
    self.modified = arrival.modified
  }

  init(_ status: FileStatus) {
    self.inode = status.inode
    self.modified = status.modified
  }
}

/// Files that were found in folders, until each is accounted for.
struct FoundFiles {
  struct Place {
    let path: FilePath
    /// The folder that it lies in; nil for the inbox.
    let outcome: Verdict?
    let size: Int64

    var visible: String { VisibleBytes.text(path) }
  }

  private var files: [FileIdentity: Place] = [:]
  /// Those that were left when the first copy was looked for, by their hashes.
  private var copies: [String: [FileIdentity]]?

  /// - Returns: whether it is there.
  mutating func add(_ path: FilePath, in outcome: Verdict?) -> Bool {
    guard let status = try? NamedFile.status(path) else { return false }
    files[FileIdentity(status)] = Place(path: path, outcome: outcome, size: status.size)
    return true
  }

  subscript(_ identity: FileIdentity) -> Place? { files[identity] }

  var paths: [String] { files.values.map(\.visible) }

  mutating func take(_ identity: FileIdentity) -> Place? { files.removeValue(forKey: identity) }

  /// One with the same contents: it was copied where it could not be moved, or restored from a backup. Where the
  /// ledger has no hash, since it could not be read, one of the same size and name.
  mutating func takeCopy(of file: LedgerFile) -> Place? {
    let candidates = candidates(for: file).filter { files[$0] != nil }
    let best = candidates.first { files[$0]?.outcome == file.verdict } ?? candidates.first
    return best.flatMap { take($0) }
  }

  private mutating func candidates(for file: LedgerFile) -> [FileIdentity] {
    guard !file.sha256.isEmpty else {
      return files.filter { _, place in
        place.size == file.arrival.size && place.visible.hasSuffix("/" + file.arrival.name)
      }.map(\.key)
    }
    let copies = self.copies ?? hashed()
    self.copies = copies
    return copies[file.sha256] ?? []
  }

  private func hashed() -> [String: [FileIdentity]] {
    var copies: [String: [FileIdentity]] = [:]
    for (identity, place) in files {
      guard let contents = try? NamedFile.read(place.path, limit: Inspector.sizeLimit) else { continue }
      copies[Inspector.sha256(contents.bytes), default: []].append(identity)
    }
    return copies
  }
}
