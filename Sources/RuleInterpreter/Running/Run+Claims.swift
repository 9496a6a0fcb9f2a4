import Diagnostics
import Figures
import RuleLanguage

/// A claim as it was found.
struct Claim {
  let kind: CheckedClaim
  let match: TextValue
  /// The figure's place; nil when the match as a whole means zero.
  let figure: Range<Int>?
  let value: Figure?
  let scope: Int

  /// What another reading of the same place would share with it.
  var core: Range<Int> { figure ?? match.range }
}

extension Run {
  /// Each claim is compared with those before it; a report that makes more of one kind is no report.
  private static let mostClaims = 1000

  func readClaims(_ kind: CheckedClaim) -> [Claim] {
    var found: [Claim] = []
    for index in kind.sources.indices {
      let global = kind.sources[index].global
      guard global < facts.globals.count, case .text(let text) = facts.globals[global] else { continue }
      let pattern = kind.sources[index].pattern
      let places = places(of: pattern, inGlobal: global, text)
      guard !places.isEmpty else { continue }
      collect(pattern, in: text, places) { ranges in
        guard found.count < Self.mostClaims else { return }
        if let claim = claim(kind, kind.sources[index].group, ranges, text),
          !found.contains(where: { $0.overlaps(claim) })
        {
          found.append(claim)
        }
      }
    }
    return found.sorted { $0.match.range.lowerBound < $1.match.range.lowerBound }
  }

  private func claim(
    _ kind: CheckedClaim, _ group: Int?, _ ranges: [Range<Int>?], _ text: TextValue
  ) -> Claim? {
    guard let whole = ranges[0] else { return nil }
    guard let group else {
      return Claim(
        kind: kind, match: text.part(whole), figure: nil, value: .zero,
        scope: scope(kind, whole, figure: whole.upperBound, text))
    }
    // The pattern leaves the figure out in some of its branches: nothing is claimed there.
    guard let figure = ranges[group], !figure.isEmpty else { return nil }
    let value = Numeral.figure(text.text.bytes[figure]).flatMap { kind.scale.applied(to: $0) }
    return Claim(
      kind: kind, match: text.part(whole), figure: figure, value: value,
      scope: scope(kind, whole, figure: figure.lowerBound, text))
  }

  /// The first scope whose mark stands in the same sentence, before or after the match.
  private func scope(_ kind: CheckedClaim, _ match: Range<Int>, figure: Int, _ text: TextValue) -> Int {
    guard !kind.scopes.isEmpty else { return 0 }
    let bytes = text.text.bytes
    let sides = Sentence.sides(bytes, around: match, in: text.range)
    let before = Side(
      interpreter, facts.selfReference?.rewritten(bytes[sides.before]) ?? Array(bytes[sides.before]))
    let after = Side(interpreter, Array(bytes[sides.after]))
    let mark = kind.scopes.first { mark in
      switch mark.condition {
      case .before(let pattern): before.holds(pattern)
      case .after(let pattern): after.holds(pattern)
      case .anotherYear(let isBeforeClaim):
        isOfAnotherYear(bytes[sides.before.lowerBound..<(isBeforeClaim ? match.lowerBound : figure)])
      }
    }
    return mark?.scope ?? 0
  }

  /// Without a year of the report's own there is none to differ from.
  private func isOfAnotherYear(_ text: ArraySlice<UInt8>) -> Bool {
    guard let year = facts.year, let named = WrittenYear.last(in: text) else { return false }
    return named != year
  }

  /// The value of a claim inside rules.
  func record(_ claim: Claim) -> Value {
    let text = claim.match
    let name = SourceText(claim.kind.name)
    let context = Sentence.context(text.text.bytes, around: text.range, in: 0..<text.text.bytes.count)
    let value =
      claim.value.map { Value.number($0, span: nil) } ?? .missing(cause: "unreadable", span: text.span)
    return .record(
      name: BuiltInRecords.claim,
      fields: [
        value, .text(text), .index(claim.scope), .text(FoldedText(name, name.span)),
        .text(text.part(context)),
      ], title: text.string, span: text.span)
  }

  /// The value of a claim outside.
  func reading(_ claim: Claim) -> ClaimReading {
    let scopes = schema.scopes
    return ClaimReading(
      kind: claim.kind.name, value: claim.value, text: claim.match.string,
      scope: claim.scope < scopes.count ? scopes[claim.scope].key : "",
      span: claim.match.text.span(claim.match.range))
  }
}

extension Claim {
  /// Two patterns that read the same figure make one claim; the first listed stands.
  fileprivate func overlaps(_ other: Claim) -> Bool { core.overlaps(other.core) }
}

extension CheckedClaim.Scale {
  fileprivate func applied(to figure: Figure) -> Figure? {
    switch self {
    case .one: figure
    case .times(let factor): Figure(factor).flatMap { figure.multiplied(by: $0) }
    case .over(let divisor): Figure(divisor).flatMap { figure.divided(by: $0) }
    }
  }
}

/// What stands before or after a claim in its sentence.
private struct Side {
  private let interpreter: Interpreter
  private let bytes: [UInt8]
  private let glance: PatternGate.Glance

  init(_ interpreter: Interpreter, _ bytes: [UInt8]) {
    self.interpreter = interpreter
    self.bytes = bytes
    glance = interpreter.scopes.gate.glance(at: bytes.span)
  }

  func holds(_ pattern: Int) -> Bool {
    if let position = interpreter.scopes.positions[pattern],
      !interpreter.scopes.gate.mayOccur(position, glance)
    {
      return false
    }
    return interpreter.rules.patterns[pattern].matches(bytes.span)
  }
}
