import Diagnostics
import RuleLanguage

extension Run {
  func matches(_ expression: CheckedExpression, _ pattern: Int) -> Truth {
    switch text(expression) {
    case .missing(let causes): return .unknown(causes)
    case .text(let text):
      guard spend(on: text) else { return .unknown(.budget) }
      let bytes = text.bytes.span
      return Truth(
        places(of: pattern, in: expression, text).contains { place in
          interpreter.rules.patterns[pattern].matches(bytes, place)
        })
    }
  }

  func contains(_ whole: CheckedExpression, _ part: CheckedExpression) -> Truth {
    switch (text(whole), text(part)) {
    case (.missing(let left), .missing(let right)): .unknown(left.union(right))
    case (.missing(let causes), _), (_, .missing(let causes)): .unknown(causes)
    case (.text(let whole), .text(let part)):
      spend(on: whole) ? Truth(Self.contains(whole.bytes, part.bytes)) : .unknown(.budget)
    }
  }

  private static func contains(_ whole: ArraySlice<UInt8>, _ part: ArraySlice<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    guard part.count <= whole.count else { return false }
    let last = whole.endIndex - part.count
    return (whole.startIndex...last).contains { whole[$0] == first && whole[$0...].starts(with: part) }
  }

  /// The matches of all patterns from left to right; of those that overlap, the first and longest.
  func find(_ expression: CheckedExpression, _ patterns: [Int], _ groups: [[Int?]]) -> Value {
    switch text(expression) {
    case .missing(let causes): return .missing(causes)
    case .text(let text):
      var found: [Found] = []
      for (number, pattern) in patterns.enumerated() {
        let places = places(of: pattern, in: expression, text)
        guard places.isEmpty || spend(on: text) else { return .missing(.budget) }
        collect(pattern, in: text, places) { found.append(Found(pattern: number, ranges: $0)) }
      }
      guard spend(found.count * CostBound.matchWork) else { return .missing(.budget) }
      if patterns.count > 1 { found.sort { $0.precedes($1) } }
      var end = -1
      let records = found.compactMap { match -> Value? in
        guard match.range.lowerBound >= end else { return nil }
        end = match.range.upperBound
        return record(match.range, in: text, groups[match.pattern].map { $0.flatMap { match.ranges[$0] } })
      }
      return .list(records)
    }
  }

  /// Hands over each match in some parts of a text with its ranges counted from the start of the whole folded
  /// text.
  func collect(
    _ pattern: Int, in text: TextValue, _ places: [Range<Int>], _ body: ([Range<Int>?]) -> Void
  ) {
    let base = text.range.lowerBound
    interpreter.rules.patterns[pattern].each(in: text.bytes.span, places) { ranges in
      body(base == 0 ? ranges : ranges.map { $0.map { $0.lowerBound + base..<$0.upperBound + base } })
    }
  }

  func words(_ expression: CheckedExpression, _ list: Int) -> Value {
    switch text(expression) {
    case .missing(let causes): return .missing(causes)
    case .text(let text):
      guard spend(on: text) else { return .missing(.budget) }
      let ranges = interpreter.automata[list].matches(in: text.text.bytes, text.range)
      guard spend(ranges.count * CostBound.matchWork) else { return .missing(.budget) }
      return .list(ranges.map { record($0, in: text, []) })
    }
  }

  private func record(_ range: Range<Int>, in text: TextValue, _ groups: [Range<Int>?]) -> Value {
    let match = text.part(range)
    let context = Sentence.context(text.text.bytes, around: range, in: text.range)
    let named = groups.map { group -> Value in
      group.map { .text(text.part($0)) } ?? .missing(cause: "blank", span: match.span)
    }
    return .record(
      name: BuiltInRecords.match, fields: [.text(match), .text(text.part(context))] + named,
      title: match.string,
      span: match.span)
  }
}

/// A match and the pattern that it is of, by its place in the call.
private struct Found {
  let pattern: Int
  let ranges: [Range<Int>?]

  var range: Range<Int> { ranges[0] ?? 0..<0 }

  func precedes(_ other: Found) -> Bool {
    (range.lowerBound, -range.upperBound, pattern)
      < (other.range.lowerBound, -other.range.upperBound, other.pattern)
  }
}
