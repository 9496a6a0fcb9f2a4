internal import FileAccess
internal import SystemPackage

/// Remembers what was said, so that a problem is told when it begins and not every second.
struct ProblemBook {
  /// Why nothing comes in, while that is so.
  private(set) var trouble: FileFailure?
  private var said: [FileName: InboxProblem] = [:]
  private var unsaid: [InboxProblem] = []

  mutating func take() -> [InboxProblem] {
    defer { unsaid = [] }
    return unsaid
  }

  mutating func note(_ problem: InboxProblem) { unsaid.append(problem) }

  /// A problem with one entry.
  mutating func note(_ problem: InboxProblem, of name: FileName) {
    if said.updateValue(problem, forKey: name) != problem { note(problem) }
  }

  mutating func keep(only names: Set<FileName>) { said = said.filter { names.contains($0.key) } }

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
