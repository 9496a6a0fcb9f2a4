public import Diagnostics
public import Figures

/// A value that rules compute with, as the host gives it.
public enum Value: Sendable {
  case truth(Bool)
  /// A number, year or date, and where it stands.
  case number(Figure, span: SourceSpan?)
  case text(TextValue)
  case record(RecordValue)
  case list([Value])
  /// A row, a column or a name, by its index in the schema.
  case index(Int)
  /// Something of any type that could not be had.
  case absent(MissingValue)

  public static func missing(cause: String, span: SourceSpan? = nil) -> Value {
    .absent(MissingValue(causes: Causes(cause), span: span))
  }

  static func missing(_ causes: Causes) -> Value { .absent(MissingValue(causes: causes, span: nil)) }

  public static func text(_ text: FoldedText, _ range: Range<Int>) -> Value { .text(TextValue(text, range)) }

  public static func text(_ text: FoldedText) -> Value { .text(TextValue(text, 0..<text.bytes.count)) }

  /// A text that does not stand in the report: a name made of it, another report's words.
  public static func textElsewhere(_ string: String) -> Value {
    let source = SourceText(string)
    let text = FoldedText(source, source.span)
    return .text(TextValue(text, 0..<text.bytes.count, isElsewhere: true))
  }

  /// The same without any place: what a function found in a text that is not of the report.
  var withoutPlaces: Value {
    switch self {
    case .truth, .index: self
    case .number(let figure, _): .number(figure, span: nil)
    case .text(let text): .text(TextValue(text.text, text.range, isElsewhere: true))
    case .record(let record):
      .record(
        name: record.name, fields: record.fields.map(\.withoutPlaces), key: record.key, title: record.title)
    case .list(let elements): .list(elements.map(\.withoutPlaces))
    case .absent(let missing): .missing(missing.causes)
    }
  }

  /// - Parameters:
  ///   - fields: in the order of the schema.
  ///   - key: what a finding about it has as its subject; empty when it has none.
  ///   - title: what a message calls it.
  public static func record(
    name: String, fields: [Value], key: String = "", title: String = "", span: SourceSpan? = nil
  ) -> Value {
    .record(RecordValue(name: name, fields: fields, key: key, title: title, span: span))
  }

  /// A whole number: a year, the number of a section, a count.
  public static func whole(_ value: Int, span: SourceSpan? = nil) -> Value {
    Figure(Int64(value)).map { .number($0, span: span) } ?? .missing(cause: "out_of_range", span: span)
  }

  /// The number that a text writes, in digits or Chinese; missing when it writes none.
  public static func number(in text: TextValue) -> Value {
    Numeral.figure(text.bytes).map { .number($0, span: text.span) }
      ?? .missing(cause: "unreadable", span: text.span)
  }

  /// A day of the calendar; missing when there is no such day.
  public static func date(year: Int, month: Int, day: Int, span: SourceSpan? = nil) -> Value {
    guard let days = CalendarDay.number(year: year, month: month, day: day), let figure = Figure(days) else {
      return .missing(cause: "unreadable", span: span)
    }
    return .number(figure, span: span)
  }
}

/// Why a value is missing.
public struct MissingValue: Sendable {
  let causes: Causes
  let span: SourceSpan?
}

/// A part of a folded text.
public struct TextValue: Sendable {
  public let text: FoldedText
  public let range: Range<Int>
  /// Whether it is no part of the report under inspection, and so has no place in it.
  public let isElsewhere: Bool

  public init(_ text: FoldedText, _ range: Range<Int>, isElsewhere: Bool = false) {
    self.text = text
    self.range = range.clamped(to: 0..<text.bytes.count)
    self.isElsewhere = isElsewhere
  }

  public var string: String { text.text(range) }
  /// Nil when it has no place in the report.
  public var span: SourceSpan? { isElsewhere ? nil : text.span(range) }

  func part(_ range: Range<Int>) -> TextValue {
    TextValue(text, range, isElsewhere: isElsewhere)
  }

  var bytes: ArraySlice<UInt8> { text.bytes[range] }
}

/// A record: its fields in the order of its schema.
public final class RecordValue: Sendable {
  public let name: String
  public let fields: [Value]
  public let key: String
  public let title: String
  public let span: SourceSpan?

  init(name: String, fields: [Value], key: String, title: String, span: SourceSpan?) {
    self.name = name
    self.fields = fields
    self.key = key
    self.title = title
    self.span = span
  }
}
