import Diagnostics

/// One way of saying a figure, of something that it leaves open.
struct Wording {
  let tree: ClaimTree.Source
  /// Of the file that it stands in.
  let reporter: Reporter
}

/// Checks ways of saying a figure that several claims share.
struct WordingChecker {
  let names: Names
  let reporter: Reporter

  /// What is wrong with a wording itself is told once, where it stands: there is none of it then.
  func declare(_ tree: WordingsTree) {
    if tree.sources.isEmpty, tree.isWhole { names.wordingGroups.reportEmpty(tree.name, reporter) }
    names.wordingGroups.declare(tree.name, tree.sources.compactMap(wording), reporter)
  }

  private func wording(_ tree: ClaimTree.Source) -> Wording? {
    let holes = PatternPieces.of(Array(tree.pattern.text.utf8)).count { piece in
      if case .fragment(Fragments.hole, _) = piece { true } else { false }
    }
    guard holes > 0 else {
      reporter.error(
        .missingHole, "这种说法里没有 {它}", at: tree.pattern.whole, help: "在说的是谁的地方写 {它}")
      return nil
    }
    // Anything may stand there: what is wrong now is wrong with the wording.
    let sample = SourceChecker(names: names, reporter: reporter).check(tree, hole: PatternFragment("它"))
    return sample.map { _ in Wording(tree: tree, reporter: reporter) }
  }

  /// The wordings of a group, said of what a pattern describes.
  func use(_ name: NameTree, of subject: PatternTree) -> [CheckedClaim.Source] {
    guard
      let wordings = names.wordingGroups.use(name, reporter, hint: names.scopeGroups.usage(of: name.text)),
      let hole = names.fragments.part(subject, reporter)
    else { return [] }
    return wordings.compactMap { wording in
      // A wording that was sound is made wrong by what is put into it.
      let scratch = Reporter(file: wording.reporter.file, source: wording.reporter.source)
      let source = SourceChecker(names: names, reporter: scratch).check(wording.tree, hole: hole)
      if let fault = scratch.diagnostics.first(where: { $0.severity == .error }) {
        reporter.error(
          .badPattern, "放入说法组“\(name.text)”以后，\(fault.message)", at: subject.whole, help: fault.help)
      }
      return source
    }
  }
}
