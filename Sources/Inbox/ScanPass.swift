internal import FileAccess

/// One look through the inbox.
struct ScanPass {
  /// How long a file must have been left alone to be taken, in nanoseconds.
  let rest: Int64
  let moment: Moment
  var present: Set<FileName> = []
  /// How many names were found ready.
  var taken = 0
  /// Whether a file may still be in the writing.
  var hasRestless = false
}
