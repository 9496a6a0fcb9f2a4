/// What can be seen of a text, without running a pattern, of where in it the pattern can match.
final class MatchProspects: Sendable {
  let starts: MatchStarts
  let order: LiteralOrder

  init(of pattern: String) {
    starts = MatchStarts(of: pattern)
    order = LiteralOrder(PatternOutline(of: pattern).required)
  }
}
