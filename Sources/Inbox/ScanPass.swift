internal import FileAccess

/// One look through the inbox and the folders in it.
struct ScanPass {
  let isCatchingUp: Bool
  let moment: Moment
  /// Files and folders that were seen.
  var present: Set<RelativePath> = []
  /// How many files were found ready.
  var taken = 0
  var folders = 0
  /// Whether a file may still be in the writing.
  var hasRestless = false
  /// Whether a folder could not be watched.
  var lacksWatches = false

  /// So many files are taken from one scan: memory stays flat.
  static let batch = 4096
  /// Folders below the inbox that are looked into, and how deep.
  static let mostFolders = 10_000
  static let deepest = 8

  var isFull: Bool { taken >= ScanPass.batch }
}
