import Diagnostics

/// Collects what is wrong with one file.
final class Reporter {
  let file: String
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []

  /// A file of noise would give a diagnostic a byte; nobody reads more than this.
  private static let most = 200

  init(file: String, source: SourceText) {
    self.file = file
    self.source = source
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  func error(
    _ code: Code, _ message: String, at span: SourceSpan, _ label: String = "", notes: [String] = [],
    help: String? = nil
  ) {
    report(.error, code, message, at: span, label, notes, help)
  }

  func warning(
    _ code: Code, _ message: String, at span: SourceSpan, _ label: String = "", help: String? = nil
  ) {
    report(.warning, code, message, at: span, label, [], help)
  }

  /// In the order of the file.
  var finished: [FileDiagnostic] {
    diagnostics.enumerated()
      .sorted { ($0.element.label.span.lower, $0.offset) < ($1.element.label.span.lower, $1.offset) }
      .map { FileDiagnostic(file: file, diagnostic: $0.element, source: source) }
  }

  private func report(
    _ severity: Diagnostic.Severity, _ code: Code, _ message: String, at span: SourceSpan, _ label: String,
    _ notes: [String], _ help: String?
  ) {
    guard diagnostics.count < Self.most else { return }
    let label = Diagnostic.Label(span, label)
    let diagnostic = Diagnostic(severity, code.rawValue, message, at: label, notes: notes, help: help)
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}
