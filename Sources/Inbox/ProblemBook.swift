internal import FileAccess
internal import SystemPackage

/// Remembers what was said, so that a problem is told when it begins and not every second.
struct ProblemBook {
  /// Why nothing comes in, while that is so.
  private(set) var trouble: FileFailure?
  private var said: [RelativePath: InboxProblem] = [:]
  private var unsaid: [InboxProblem] = []
  /// Why folders are not watched, while that is so; of several, the first that was met.
  private(set) var lackOfWatches: InboxProblem?

  mutating func take() -> [InboxProblem] {
    defer { unsaid = [] }
    return unsaid
  }

  mutating func note(_ problem: InboxProblem) { unsaid.append(problem) }

  /// A problem with one entry.
  mutating func note(_ problem: InboxProblem, of path: RelativePath) {
    if said.updateValue(problem, forKey: path) != problem { note(problem) }
  }

  mutating func lacksWatches(_ problem: InboxProblem) {
    guard lackOfWatches == nil else { return }
    lackOfWatches = problem
    note(problem)
  }

  /// A whole look met no folder that is not watched.
  mutating func watchesAll(_ path: FilePath) {
    guard lackOfWatches != nil else { return }
    lackOfWatches = nil
    note(.watchedAgain(path: VisibleBytes.text(path)))
  }

  mutating func keep(only paths: Set<RelativePath>) { said = said.filter { paths.contains($0.key) } }

  mutating func inboxFails(_ failure: FileFailure) {
    if trouble != failure { note(.inbox(failure)) }
    trouble = failure
  }

  /// The step that failed, or a later one, went well.
  mutating func inboxWorks(_ path: FilePath) {
    guard trouble != nil else { return }
    trouble = nil
    note(.recovered(path: VisibleBytes.text(path)))
  }

  /// Listing works; that says nothing of whether files can be taken out.
  mutating func scanWorks(_ path: FilePath) {
    if trouble?.attempt != .rename { inboxWorks(path) }
  }
}
