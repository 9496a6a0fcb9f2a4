import Reports
import RuleLanguage

/// The consistent report of each edition, read once: most perturbations change one cell of it.
struct ModelReports {
  let unchanged: [Edition: Report]

  init() {
    let models = Edition.allCases.compactMap { edition in
      ModelReport(edition, []).read().map { (edition, $0) }
    }
    unchanged = Dictionary(uniqueKeysWithValues: models)
  }

  /// Nil when a report so changed cannot be read.
  func report(_ perturbation: Perturbation) -> Report? {
    if case .earlier? = perturbation.changes.first, perturbation.changes.count == 1 {
      return unchanged[perturbation.edition]
    }
    guard case .cell(let table, let row, let column, let content)? = perturbation.changes.first,
      perturbation.changes.count == 1, let model = unchanged[perturbation.edition]
    else { return ModelReport(perturbation.edition, perturbation.changes).read() }
    return model.replacing(
      table: table, row: row, column: column, with: ModelReport.reading(content, model))
  }
}
