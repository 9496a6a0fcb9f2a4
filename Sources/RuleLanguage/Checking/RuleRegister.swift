import Diagnostics

/// Which ids are taken by which files, and which rules are replaced by those of another.
final class RuleRegister {
  /// By id, the file of the rule itself and of what replaces it.
  private var files: [String: Place] = [:]
  private var overrides: [String: Place] = [:]

  private struct Place {
    let file: String
    let line: Int
  }

  /// Enters the rules of a file. An id is one rule, however many files there are.
  func declare(_ rules: [RuleTree], in file: String, _ reporter: Reporter) {
    for rule in rules where !rule.isOverride {
      if let first = files[rule.id.text] {
        reporter.error(
          .duplicateRule, "规则编号 \(rule.id.text) 已经用过", at: rule.id.span,
          "已用于\(Self.words(first, file))", help: "换一个编号；要代替那条规则，写 override rule")
      } else {
        files[rule.id.text] = Self.place(rule, file, reporter)
      }
    }
  }

  /// Enters what a file replaces; to be called when all files have been declared.
  func replace(_ rules: [RuleTree], in file: String, _ reporter: Reporter) {
    for rule in rules where rule.isOverride {
      if let first = overrides[rule.id.text] {
        reporter.error(
          .duplicateRule, "规则 \(rule.id.text) 已经代替过一次", at: rule.id.span,
          "已在\(Self.words(first, file))", help: "只留一个 override")
        continue
      }
      overrides[rule.id.text] = Self.place(rule, file, reporter)
      reportNeedless(rule, file, reporter)
    }
  }

  func isReplaced(_ rule: RuleTree) -> Bool { !rule.isOverride && overrides[rule.id.text] != nil }

  private func reportNeedless(_ rule: RuleTree, _ file: String, _ reporter: Reporter) {
    let id = rule.id.text
    guard let original = files[id] else {
      reporter.error(
        .nothingToOverride, "没有编号为 \(id) 的规则可以代替", at: rule.id.span,
        help: Suggestion.help(id, among: files.keys.sorted()) ?? "新的规则不写 override")
      return
    }
    guard original.file == file else { return }
    reporter.error(
      .nothingToOverride, "规则 \(id) 就在本文件里，不用代替", at: rule.id.span, help: "直接改那条规则")
  }

  private static func place(_ rule: RuleTree, _ file: String, _ reporter: Reporter) -> Place {
    Place(file: file, line: reporter.source.line(at: rule.id.span.lower))
  }

  private static func words(_ first: Place, _ file: String) -> String {
    first.file == file ? "本文件第 \(first.line) 行" : " \(first.file) 第 \(first.line) 行"
  }
}
