import Diagnostics

/// Checks a folder of rule files as one: first what they declare, then what they say.
struct FolderChecker {
  struct Source {
    let file: RuleFile
    let reporter: Reporter
    let tree: FileTree
  }

  private let files: [RuleFile]
  let names: Names

  init(_ files: [RuleFile], _ schema: Schema) {
    self.files = files
    self.names = Names(schema)
  }

  func check() -> Result<CheckedRules, RuleErrors> { checkSources().result }

  /// The files as they were written, and what came of checking them.
  func checkSources() -> (sources: [Source], result: Result<CheckedRules, RuleErrors>) {
    let sources = files.filter(\.holdsRules).map(parse)
    for source in sources { declareLists(source) }
    declareParts(sources)
    let claims = sources.flatMap(declareClaims)
    let register = RuleRegister()
    for source in sources { register.declare(source.tree.rules, in: source.file.name, source.reporter) }
    for source in sources { register.replace(source.tree.rules, in: source.file.name, source.reporter) }
    let rules = sources.flatMap { checkRules($0, register) }
    names.fragments.reportUnused()
    names.scopeGroups.reportUnused()
    names.wordingGroups.reportUnused()
    var checker = AdjustmentChecker(rules)
    for source in sources { checker.check(source.tree.adjustments, in: source.file.name, source.reporter) }
    return (sources, result(sources, claims, checker))
  }

  private func result(
    _ sources: [Source], _ claims: [CheckedClaim], _ adjusted: AdjustmentChecker
  ) -> Result<CheckedRules, RuleErrors> {
    let diagnostics = sources.flatMap(\.reporter.finished)
    if diagnostics.contains(where: { $0.diagnostic.severity == .error }) {
      return .failure(RuleErrors(diagnostics: diagnostics))
    }
    let packs = sources.compactMap { source in
      source.tree.pack.map { CheckedRules.Pack(name: $0.name, version: $0.version, file: source.file.name) }
    }
    return .success(
      CheckedRules(
        rules: adjusted.rules, claims: claims, packs: packs, disabled: adjusted.disabled,
        waivers: adjusted.waivers, warnings: diagnostics, schema: names.schema,
        patterns: names.patterns, outlines: names.outlines, lists: names.lists, searches: names.searches))
  }

  private func parse(_ file: RuleFile) -> Source {
    if let fault = FileFault(file) {
      let reporter = Reporter(file: file.name, source: SourceText(""))
      reporter.error(.badFile, fault.message, at: SourceSpan(0, 0), help: fault.help)
      return Source(file: file, reporter: reporter, tree: FileTree())
    }
    let reporter = Reporter(file: file.name, source: SourceText(utf8: file.bytes))
    return Source(file: file, reporter: reporter, tree: Parser.file(reporter))
  }

  private func declareLists(_ source: Source) {
    let checker = ListChecker(files: files, names: names, reporter: source.reporter)
    for list in source.tree.lists { checker.declare(list, in: source.file) }
  }

  /// What patterns and claims of any file are made of.
  private func declareParts(_ sources: [Source]) {
    for source in sources {
      for fragment in source.tree.fragments { names.fragments.declare(fragment, source.reporter) }
    }
    names.fragments.check()
    for source in sources {
      let checker = ScopeChecker(names: names, reporter: source.reporter)
      for scopes in source.tree.scopes { checker.declare(scopes) }
      let wordings = WordingChecker(names: names, reporter: source.reporter)
      for tree in source.tree.wordings { wordings.declare(tree) }
    }
  }

  private func declareClaims(_ source: Source) -> [CheckedClaim] {
    source.tree.claims.compactMap { ClaimChecker(names, source.reporter).declare($0) }
  }

  /// The rules of a file that no other file replaces.
  private func checkRules(_ source: Source, _ register: RuleRegister) -> [CheckedRule] {
    source.tree.rules.compactMap { tree in
      let rule = RuleChecker(names, source.reporter, tree, file: source.file.name).check()
      return register.isReplaced(tree) ? nil : rule
    }
  }
}
