import Diagnostics

/// Another report that a rule compares with: `needs prev = archive(report.agency, report.year - 1)`.
package struct CheckedNeed: Sendable {
  package let name: String
  /// A text.
  package let agency: CheckedExpression
  package let year: CheckedExpression
}
