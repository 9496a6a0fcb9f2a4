import Figures
import RuleLanguage

extension Run {
  /// What a rule's needs come to.
  enum Supply {
    case ready
    /// Nothing to compare with.
    case nothing
    /// Not to be found, or not to be asked for since agency or year are not known.
    case lacking(Causes)
  }

  /// Fetches the other reports that a rule compares with.
  func supply(_ rule: CheckedRule) -> Supply {
    earlier = []
    if rule.needs.isEmpty { return .ready }
    guard let archive = facts.archive else { return .nothing }
    for (index, need) in rule.needs.enumerated() {
      switch fetch(index, need, archive) {
      case .ready: break
      case let other: return other
      }
    }
    return .ready
  }

  private func fetch(_ index: Int, _ need: CheckedNeed, _ archive: ArchiveLookup) -> Supply {
    let year = quantity(need.year)
    switch (text(need.agency), year.figure?.whole) {
    case (.text(let agency), let year?):
      let request = ArchiveRequest(need: index, agency: agency.string, year: Int(year))
      switch answer(request, archive) {
      case .report(let facts): earlier.append(Earlier(facts, interpreter.layout(facts.edition)))
      case .notFound: return .lacking(.priorReportNotFound)
      case .nothing: return .nothing
      }
      return .ready
    case (.missing(let causes), _): return .lacking(causes.union(year.causes).union(.priorReportNotFound))
    default: return .lacking(year.causes.union(.priorReportNotFound))
    }
  }

  /// Asked once, however many rules compare with the same report.
  private func answer(_ request: ArchiveRequest, _ archive: ArchiveLookup) -> ArchiveAnswer {
    if let known = answers[request] { return known }
    let answer = archive(request)
    answers[request] = answer
    return answer
  }

  func earlierCell(_ need: Int, _ table: Int, _ row: Value, _ column: Value) -> Quantity {
    guard earlier.indices.contains(need) else { return .missing(.mismatch) }
    // Its places are not of the report under inspection.
    return cell(earlier[need].facts.tables, earlier[need].layout, table, row, column, of: need, noting: nil)
  }
}

/// Another report, and which cells its edition has.
struct Earlier {
  let facts: EarlierFacts
  let layout: Layout
  let openCells: OpenCells

  init(_ facts: EarlierFacts, _ layout: Layout) {
    self.facts = facts
    self.layout = layout
    self.openCells = OpenCells(facts.ambiguities)
  }
}
