import Diagnostics

/// Checks a folder of rule files as one: first what they declare, then what they say.
struct FolderChecker {
  private struct Source {
    let file: RuleFile
    let reporter: Reporter
    let tree: FileTree
  }

  private let files: [RuleFile]
  private let names: Names

  init(_ files: [RuleFile], _ schema: Schema) {
    self.files = files
    self.names = Names(schema)
  }

  func check() -> Result<CheckedRules, RuleErrors> {
    let sources = files.filter(\.holdsRules).map(parse)
    for source in sources { declareLists(source) }
    let claims = sources.flatMap(declareClaims)
    let rules = sources.flatMap(checkRules)
    return result(sources, claims, rules)
  }

  private func result(
    _ sources: [Source], _ claims: [CheckedClaim], _ rules: [CheckedRule]
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
        rules: rules, claims: claims, packs: packs, warnings: diagnostics, schema: names.schema,
        patterns: names.patterns, lists: names.lists, searches: names.searches))
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

  private func declareClaims(_ source: Source) -> [CheckedClaim] {
    source.tree.claims.compactMap { ClaimChecker(names, source.reporter).declare($0) }
  }

  private func checkRules(_ source: Source) -> [CheckedRule] {
    source.tree.rules.compactMap { tree in
      declare(tree, source)
      return RuleChecker(names, source.reporter, tree, file: source.file.name).check()
    }
  }

  private func declare(_ rule: RuleTree, _ source: Source) {
    guard let first = names.ruleFiles[rule.id.text] else {
      names.ruleFiles[rule.id.text] = source.file.name
      return
    }
    let place = first == source.file.name ? "本文件前面" : first
    source.reporter.error(
      .duplicateRule, "规则编号 \(rule.id.text) 已经用过", at: rule.id.span, "已用于\(place)", help: "换一个编号")
  }
}
