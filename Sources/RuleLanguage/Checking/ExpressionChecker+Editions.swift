import Diagnostics

/// `where report.edition == "2021"`: past it, only that edition is spoken of.
extension ExpressionChecker {
  /// Takes note of what a condition that has to hold says of the edition.
  ///
  /// - Parameter condition: checked already.
  func narrow(by condition: ExpressionTree) {
    switch condition.kind {
    case .and(let left, let right):
      narrow(by: left)
      narrow(by: right)
    case .comparison(.equal, let left, let right, within: nil):
      guard case .string(let content) = right.kind, isEdition(left) else { return }
      restrict(to: reporter.source.text(content))
    default: break
    }
  }

  /// Whether it is a field of the report whose values are the editions.
  private func isEdition(_ tree: ExpressionTree) -> Bool {
    guard case .member(let base, let name) = tree.kind, case .name(let global) = base.kind,
      let schema = schema.globals.first(where: { $0.names.contains(global) }),
      case .record(let record) = schema.type,
      let field = self.schema.records.first(where: { $0.name == record })?.fields
        .first(where: { $0.names.contains(name.text) }),
      case .name(let set) = field.type
    else { return false }
    return self.schema.nameSets.first { $0.key == set }?.entries.map(\.key) == self.schema.editions
  }
}
