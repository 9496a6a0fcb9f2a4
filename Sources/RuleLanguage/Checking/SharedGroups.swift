import Diagnostics

/// Groups of statements that several claims use, over all files of a folder.
final class SharedGroups<Content> {
  /// 范围组
  private let kind: String
  /// How one is declared: the keyword, and a statement that it can hold.
  private let form: (word: String, statement: String, example: String)
  /// How a claim uses one, behind the name.
  private let usage: String

  private struct Group {
    let name: NameTree
    let content: Content
    let reporter: Reporter
    var isUsed = false
  }

  private var groups: [String: Group] = [:]
  /// In the order in which they were declared.
  private var order: [String] = []

  init(kind: String, form: (word: String, statement: String, example: String), usage: String) {
    self.kind = kind
    self.form = form
    self.usage = usage
  }

  func declare(_ name: NameTree, _ content: Content, _ reporter: Reporter) {
    guard groups[name.text] == nil else {
      return reporter.error(.duplicateName, "\(kind)“\(name.text)”已经有了", at: name.span, help: "换一个名称")
    }
    groups[name.text] = Group(name: name, content: content, reporter: reporter)
    order.append(name.text)
  }

  func reportEmpty(_ name: NameTree, _ reporter: Reporter) {
    reporter.error(
      .missingCheck, "\(kind)“\(name.text)”没有 \(form.statement)", at: name.span,
      help: "如 \(form.statement) \(form.example)")
  }

  /// How a claim would use the group of a name; nil when there is none.
  func usage(of name: String) -> String? { groups[name].map { _ in "\(name)是\(kind)：use \(name)\(usage)" } }

  /// What a group holds; nil when there is none of that name, which has been reported.
  func use(_ name: NameTree, _ reporter: Reporter, hint: String? = nil) -> Content? {
    guard let group = groups[name.text] else {
      reporter.error(
        .unknownName, "没有\(kind)“\(name.text)”", at: name.span,
        help: hint ?? Suggestion.help(name.text, among: order)
          ?? "先声明：\(form.word) \(name.text) { \(form.statement) \(form.example) }")
      return nil
    }
    groups[name.text]?.isUsed = true
    return group.content
  }

  func reportUnused() {
    for case let group? in order.map({ groups[$0] }) where !group.isUsed {
      group.reporter.warning(
        .unusedPart, "\(kind)“\(group.name.text)”没有用到", at: group.name.span,
        help: "在陈述里写 use \(group.name.text)\(usage)，或删去它")
    }
  }
}
