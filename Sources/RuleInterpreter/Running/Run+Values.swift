import Diagnostics
import Figures
import RuleLanguage

extension Run {
  /// The value of any expression. What is only known within bounds is missing here.
  func value(_ expression: CheckedExpression) -> Value {
    switch expression {
    case .text(let text): return .text(text)
    case .index(_, let index): return .index(index)
    case .variable(let slot): return variables[slot]
    case .global(let index): return index < facts.globals.count ? facts.globals[index] : .missing(.mismatch)
    case .earlier(let need):
      return earlier.indices.contains(need) ? earlier[need].facts.record : .missing(.mismatch)
    case .axis(let table, let isRow, let members): return axis(table, isRow: isRow, members)
    case .field(let record, let index): return field(value(record), index)
    case .call(let function, let arguments): return call(function, arguments)
    case .find(let text, let patterns, let groups): return find(text, patterns, groups)
    case .words(let text, let list): return words(text, list)
    case .claims(let indices): return .list(indices.flatMap { claims($0).map { record($0) } })
    case .otherwise(let first, let second): return otherwise(first, second)
    case .truth, .compare, .same, .and, .or, .not, .known, .matches, .contains:
      return value(truth(expression))
    case .aggregate(let kind, _, _, _) where kind == .all || kind == .any: return value(truth(expression))
    case .number, .cell, .earlierCell, .negative, .arithmetic, .date, .aggregate:
      return value(quantity(expression))
    }
  }

  private func value(_ truth: Truth) -> Value {
    switch truth {
    case .yes: .truth(true)
    case .no: .truth(false)
    case .unknown(let causes): .missing(causes)
    }
  }

  private func value(_ quantity: Quantity) -> Value {
    quantity.figure.map { .number($0, span: nil) } ?? .missing(quantity.causes)
  }

  private func field(_ record: Value, _ index: Int) -> Value {
    switch record {
    case .record(let record) where index < record.fields.count:
      note(record.fields[index])
      trace?.noteRecord(record.span)
      return record.fields[index]
    case .absent: return record
    default: return .missing(.mismatch)
    }
  }

  private func note(_ value: Value) {
    guard let trace else { return }
    switch value {
    case .number(_, let span): trace.note(span)
    case .absent(let missing): trace.noteMissing(missing.span)
    case .text(let text): if !text.range.isEmpty { trace.noteText(text.span) }
    default: break
    }
  }

  private func call(_ function: Int, _ arguments: [CheckedExpression]) -> Value {
    guard let body = interpreter.bodies[function] else { return .missing(.mismatch) }
    let values = arguments.map { value($0) }
    var isElsewhere = false
    var causes = Causes.none
    for value in values {
      switch value {
      case .absent(let missing): causes = causes.union(missing.causes)
      case .text(let text):
        guard spend(on: text) else { return .missing(.budget) }
        isElsewhere = isElsewhere || text.isElsewhere
      default: break
      }
    }
    guard causes.isEmpty else { return .missing(causes) }
    return isElsewhere ? body(values).withoutPlaces : body(values)
  }

  /// The rows or columns that the report's edition has; those of all editions when it is not known.
  private func axis(_ table: Int, isRow: Bool, _ members: [Int]) -> Value {
    let isThere = isRow ? layout.tables[table].hasRow : layout.tables[table].hasColumn
    return .list(members.lazy.filter { isThere[$0] }.map { .index($0) })
  }

  private func otherwise(_ first: CheckedExpression, _ second: CheckedExpression) -> Value {
    let value = asRead { self.value(first) }
    if case .absent = value { return self.value(second) }
    return value
  }

  // MARK: Texts

  enum TextOrMissing {
    case text(TextValue)
    case missing(Causes)
  }

  func text(_ expression: CheckedExpression) -> TextOrMissing {
    switch value(expression) {
    case .text(let text): .text(text)
    case .absent(let missing): .missing(missing.causes)
    default: .missing(.mismatch)
    }
  }
}
