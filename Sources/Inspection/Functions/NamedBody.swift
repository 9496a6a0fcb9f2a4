import Diagnostics
import Reports
import RuleInterpreter

/// A body's name in the prose, as rules ask about it.
enum NamedBody {
  static func value(_ name: TextValue, _ agency: TextValue) -> Value {
    let written = name.text.text(name.range)
    let own = agency.text.text(agency.range)
    let relation = OwnAgency.isNamed(at: written, own) ? .own : AgencyRelation(of: written, to: own)
    let place = AgencyRelation.place(of: written)
    return .record(
      name: "named_body",
      fields: [
        .index(ReportSchema.index(relation)),
        .text(name.text, name.range.lowerBound..<(name.range.lowerBound + place.utf8.count)),
      ], span: name.text.span(name.range))
  }
}
