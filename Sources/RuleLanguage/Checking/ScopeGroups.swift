import Diagnostics

/// Scopes that several claims share, over all files of a folder.
final class ScopeGroups {
  private struct Group {
    let name: NameTree
    let marks: [CheckedClaim.ScopeMark]
    let reporter: Reporter
    var isUsed = false
  }

  private var groups: [String: Group] = [:]
  /// In the order in which they were declared.
  private var order: [String] = []

  func declare(_ name: NameTree, _ marks: [CheckedClaim.ScopeMark], _ reporter: Reporter) {
    guard groups[name.text] == nil else {
      return reporter.error(.duplicateName, "范围组“\(name.text)”已经有了", at: name.span, help: "换一个名称")
    }
    groups[name.text] = Group(name: name, marks: marks, reporter: reporter)
    order.append(name.text)
  }

  func use(_ name: NameTree, _ reporter: Reporter) -> [CheckedClaim.ScopeMark] {
    guard let group = groups[name.text] else {
      reporter.error(
        .unknownName, "没有范围组“\(name.text)”", at: name.span,
        help: Suggestion.help(name.text, among: order) ?? "先声明：scopes \(name.text) { scope … }")
      return []
    }
    groups[name.text]?.isUsed = true
    return group.marks
  }

  func reportUnused() {
    for case let group? in order.map({ groups[$0] }) where !group.isUsed {
      group.reporter.warning(
        .unusedPart, "范围组“\(group.name.text)”没有用到", at: group.name.span,
        help: "在陈述里写 use \(group.name.text)，或删去它")
    }
  }
}
