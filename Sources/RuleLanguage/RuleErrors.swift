public import Diagnostics

/// A diagnostic with the file that it is about.
public struct FileDiagnostic: Sendable, Hashable {
  public let file: String
  public let diagnostic: Diagnostic
  /// As a compiler prints it: the line, and carets that stand right under Chinese.
  public let rendered: String

  init(file: String, diagnostic: Diagnostic, source: SourceText) {
    self.file = file
    self.diagnostic = diagnostic
    self.rendered = DiagnosticRenderer.render(diagnostic, file: file, source: source)
  }
}

/// Everything that is wrong with a folder of rules, in the order of files and lines; never empty.
public struct RuleErrors: Error, Sendable, Hashable {
  /// Errors first come, first listed; warnings stand among them.
  public let diagnostics: [FileDiagnostic]

  /// All of them, as a compiler prints them, an empty line between two.
  public var rendered: String { diagnostics.map(\.rendered).joined(separator: "\n\n") }
}
