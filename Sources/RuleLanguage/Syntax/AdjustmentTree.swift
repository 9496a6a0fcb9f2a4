import Diagnostics

/// What a site says of a rule that stands elsewhere.
enum AdjustmentTree: Sendable {
  case disable(NameTree, reason: StringTree)
  case severity(NameTree, NameTree)
  case waive(WaiverTree)
}

/// `waive ID for agency "…" year 2021 until 2026-12-31 because "…"`
struct WaiverTree: Sendable {
  let id: NameTree
  let span: SourceSpan
  var agency: StringTree?
  var year: NameTree?
  var until: NameTree?
  var reason: StringTree?
}
