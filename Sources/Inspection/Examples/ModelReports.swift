import Reports
import RuleLanguage

/// The consistent report of each edition, read once: most perturbations change one cell of it.
struct ModelReports {
  let unchanged: [Edition: Report]

  init() {
    let models = Edition.allCases.compactMap { edition in
      ModelReport(.standard(edition), []).read().map { (edition, $0) }
    }
    unchanged = Dictionary(uniqueKeysWithValues: models)
  }

  /// Nil when a report so changed cannot be read.
  func report(_ perturbation: Perturbation) -> Report? {
    let identity = perturbation.identity
    let isStandard = identity == .standard(identity.edition)
    if case .earlier? = perturbation.changes.first, perturbation.changes.count == 1, isStandard {
      return unchanged[identity.edition]
    }
    guard case .cell(let table, let row, let column, let content)? = perturbation.changes.first,
      perturbation.changes.count == 1, isStandard, let model = unchanged[identity.edition]
    else { return ModelReport(identity, perturbation.changes).read() }
    return model.replacing(
      table: table, row: row, column: column, with: ModelReport.reading(content, model))
  }
}
