import Figures
import RuleLanguage

/// A check that is not decided by the bounds of its cells may still come out the same in every way in which
/// they can be read. It is tried in all of them: it fails only when it fails in each.
extension Run {
  private static let mostWays = 4096

  /// Nil when it comes out one way here and another there, or when that cannot be told.
  func inEveryWay(_ condition: CheckedExpression) -> Bool? {
    guard hasOpenCells else { return nil }
    let trial = Trial()
    self.trial = trial
    defer { self.trial = nil }
    return apart {
      _ = truth(condition)
      return tryAll(condition, trial)
    }
  }

  /// Which cells it reads can hang on what the others are: with another cell it begins anew.
  private func tryAll(_ condition: CheckedExpression, _ trial: Trial) -> Bool? {
    while true {
      let seen = trial.seen
      guard !seen.isEmpty, let ways = ways(of: seen) else { return nil }
      switch tryEach(ways, condition, trial, seen: seen.count) {
      case .decided(let holds): return holds
      case .undecided: return nil
      case .readsMore: continue
      }
    }
  }

  private enum Attempt {
    case decided(Bool)
    case undecided
    case readsMore
  }

  private func tryEach(
    _ ways: [[OpenCell: Figure]], _ condition: CheckedExpression, _ trial: Trial, seen: Int
  ) -> Attempt {
    var verdict: Bool?
    for way in ways {
      guard spend() else { return .undecided }
      trial.chosen = way
      let truth = truth(condition)
      if trial.seen.count > seen { return .readsMore }
      if case .unknown = truth { return .undecided }
      if let verdict, verdict != (truth == .yes) { return .undecided }
      verdict = truth == .yes
    }
    return verdict.map(Attempt.decided) ?? .undecided
  }

  /// Every combination of the ways in which the cells can be read; nil when there are too many to try.
  private func ways(of cells: Set<OpenCell>) -> [[OpenCell: Figure]]? {
    var combined: [[OpenCell: Figure]] = [[:]]
    for (report, cells) in Dictionary(grouping: cells, by: \.report) {
      for group in openCells(of: report).ways(of: Set(cells.map(\.place))) {
        guard combined.count * group.count <= Self.mostWays else { return nil }
        combined = combined.flatMap { before in
          group.map { way in
            way.reduce(into: before) { $0[OpenCell(report: report, place: $1.key)] = $1.value }
          }
        }
      }
    }
    return combined
  }

  /// What is asked of the reading itself (`known`, `else`) is asked of the cells as they were read.
  func asRead<Result>(_ body: () -> Result) -> Result {
    guard let trial else { return body() }
    let chosen = trial.chosen
    trial.chosen = [:]
    defer { trial.chosen = chosen }
    return body()
  }

  /// A cell that was read in several ways; nil when it was not.
  func openCell(_ cell: OpenCell, _ cause: String) -> Quantity? {
    guard let range = openCells(of: cell.report).range(cell.place) else { return nil }
    trial?.seen.insert(cell)
    if let figure = trial?.chosen[cell] { return Quantity(figure) }
    return Quantity(range.lower.millionths, range.upper.millionths, Causes(cause))
  }
}

/// A cell of this report or of one that it is compared with.
struct OpenCell: Hashable {
  /// Nil for the report under inspection, else the place of the need.
  let report: Int?
  let place: OpenCells.Place
}

/// One evaluation after another, with other figures each time.
final class Trial {
  /// The cells that were asked for.
  var seen: Set<OpenCell> = []
  var chosen: [OpenCell: Figure] = [:]
}
