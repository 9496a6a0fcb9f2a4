internal import Diagnostics

/// One entry of the journal: what people read, how urgent it is, and fields to search by.
public struct JournalEntry: Sendable, Hashable {
  /// The levels of syslog.
  public enum Priority: Int, Sendable {
    case critical = 2
    case error, warning, notice, info
  }

  public struct Field: Sendable, Hashable {
    public let name: String
    public let value: String
  }

  /// Safe to show: no control character but the line feeds that `init(lines:)` put there.
  public let message: String
  public let priority: Priority
  /// The kind of entry, 32 hexadecimal digits; the catalog explains it.
  public let kind: MessageID
  public private(set) var fields: [Field] = []

  /// - Parameter message: one line; whatever could move a cursor is escaped.
  public init(_ kind: MessageID, _ priority: Priority, _ message: String) {
    self.init(kind, priority, lines: [message])
  }

  /// An entry of several lines: where a caret must stand under its fault.
  public init(_ kind: MessageID, _ priority: Priority, lines: [String]) {
    self.kind = kind
    self.priority = priority
    self.message = lines.map(VisibleText.of).joined(separator: "\n")
  }

  /// Adds a field unless there is no value for it.
  public mutating func add(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    fields.append(Field(name: name, value: VisibleText.of(value)))
  }

  public mutating func add(_ name: String, _ value: Int?) { add(name, value.map(String.init)) }
}
