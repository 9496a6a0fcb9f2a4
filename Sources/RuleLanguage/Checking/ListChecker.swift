import Diagnostics

/// Finds and reads the word lists that a rule file names.
struct ListChecker {
  let files: [RuleFile]
  let names: Names
  let reporter: Reporter

  func declare(_ tree: ListTree, in file: RuleFile) {
    let terms = read(tree, in: file)
    if !names.declare(list: tree.name.text, terms: terms) {
      reporter.error(.duplicateName, "词表“\(tree.name.text)”已经有了", at: tree.name.span, help: "换一个名称")
    }
  }

  private func read(_ tree: ListTree, in file: RuleFile) -> [[UInt8]] {
    let path = reporter.source.text(tree.path.content)
    guard let found = find(path, from: file) else {
      let others = files.lazy.filter { !$0.holdsRules }.map(\.name)
      reporter.error(
        .listNotFound, "找不到词表文件 \(path)", at: tree.path.span,
        help: Suggestion.help(path, among: others) ?? "文件与规则放在同一个目录下，写相对路径")
      return []
    }
    if let fault = FileFault(found) {
      reporter.error(.badFile, "词表文件 \(path)：\(fault.message)", at: tree.path.span, help: fault.help)
      return []
    }
    let terms = Self.terms(found.bytes)
    if terms.isEmpty {
      reporter.error(.emptyList, "词表文件 \(path) 里没有词", at: tree.path.span, help: "每行写一个词，# 后面是注释")
    }
    return terms
  }

  private func find(_ path: String, from file: RuleFile) -> RuleFile? {
    let resolved = file.resolve(path)
    return files.first { $0.name == resolved && !$0.holdsRules }
      ?? files.first { $0.name == path && !$0.holdsRules }
  }

  /// One term a line, folded as texts are, so that width and spaces make no difference.
  private static func terms(_ bytes: [UInt8]) -> [[UInt8]] {
    let source = SourceText(utf8: bytes)
    var seen: Set<[UInt8]> = []
    return source.lineStarts.indices.compactMap { line in
      var span = source.lineSpan(line + 1)
      if let comment = source.bytes[span.lower..<span.upper].firstIndex(of: UInt8(ascii: "#")) {
        span = SourceSpan(span.lower, comment)
      }
      let term = FoldedText(source, span).bytes
      return !term.isEmpty && seen.insert(term).inserted ? term : nil
    }
  }
}
