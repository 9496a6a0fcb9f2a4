import Diagnostics
import Reports
import RuleInterpreter

/// A body's name in the prose, as rules ask about it.
enum NamedBody {
  static func value(_ name: TextValue, _ agency: TextValue) -> Value {
    let written = name.text.text(name.range)
    let own = agency.text.text(agency.range)
    let relation = relation(written, own)
    let place = AgencyRelation.place(of: written)
    return .record(
      name: "named_body",
      fields: [
        .index(ReportSchema.index(relation)),
        .text(name.text, name.range.lowerBound..<(name.range.lowerBound + place.utf8.count)),
      ], span: name.text.span(name.range))
  }

  /// What two names tell is looked at first: most of those that a report says are its own, or of another rank.
  private static func relation(_ name: String, _ agency: String) -> AgencyRelation {
    let told = AgencyRelation(of: name, to: agency)
    let accuses = [.peer, .peerOrLower, .elsewhere].contains(told)
    return accuses && OwnAgency.isNamed(at: name, agency) ? .own : told
  }
}
