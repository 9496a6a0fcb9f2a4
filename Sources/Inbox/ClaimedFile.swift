public import FileAccess

/// A file that was taken out of the inbox: nobody else will take it.
public struct ClaimedFile: Sendable, Hashable {
  /// The name that it came under.
  public let original: FileName
  /// Its name in `work/`, which differs when that was taken.
  public let name: FileName
  /// Whether a run before this one took it and did not finish.
  public let isRecovered: Bool
}
