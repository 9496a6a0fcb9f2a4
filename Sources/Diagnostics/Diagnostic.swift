/// One thing wrong with a rule file, as data; `DiagnosticRenderer` shows it.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable { case error, warning }

  /// A place and what is to be said of it.
  public struct Label: Sendable, Hashable {
    public let span: SourceSpan
    public let text: String

    public init(_ span: SourceSpan, _ text: String = "") {
      self.span = span
      self.text = text
    }
  }

  public let severity: Severity
  /// A stable code such as `E104`.
  public let code: String
  public let message: String
  /// Where: the place at fault, with a word on it.
  public let label: Label
  /// What explains the fault further, one line each.
  public let notes: [String]
  /// What to do about it.
  public let help: String?

  public init(
    _ severity: Severity, _ code: String, _ message: String, at label: Label, notes: [String] = [],
    help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.label = label
    self.notes = notes
    self.help = help
  }
}
