public import FileAccess

/// A file that was taken out of the inbox: nobody else will take it.
public struct ClaimedFile: Sendable, Hashable {
  /// Where it stood in the inbox.
  public let original: RelativePath
  /// Where it is in `work/`, which differs when that name was taken.
  public let place: RelativePath
  /// Whether a run before this one took it and did not finish.
  public let isRecovered: Bool
  /// How often a run before this one ended in the middle of inspecting it.
  public let failedTries: Int
  /// What the file in the inbox is, when this is but a copy of it: its folder is one that nothing can
  /// be taken away from.
  public let remaining: FileStatus?

  init(original: RelativePath, place: RelativePath, remaining: FileStatus? = nil) {
    self.original = original
    self.place = place
    self.isRecovered = false
    self.failedTries = 0
    self.remaining = remaining
  }

  init(recovered place: RelativePath, failedTries: Int) {
    self.original = place
    self.place = place
    self.isRecovered = true
    self.failedTries = failedTries
    self.remaining = nil
  }
}
